package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.regulation.TransferBook.Item;
import vn.ganbo.regulation.TransferBook.Months;
import vn.ganbo.regulation.TransferBook.Said;

/** The rules of transfers by date; see regulations/transfer. */
public final class TransferRules {
    private static final int MOST_MONTHS = 60;
    private static final int MOST_DAYS = 400;

    private final List<TransferBook> books;

    private TransferRules(List<TransferBook> books) {
        this.books =
                books.stream()
                        .sorted(
                                Comparator.comparing(TransferBook::from)
                                        .thenComparingInt(TransferBook::version)
                                        .reversed())
                        .toList();
    }

    /** Reads the files, name to text. Throws {@link RulebookFaults} with every fault. */
    static TransferRules read(Map<String, String> files) {
        RulebookFaults.Gatherer faults = new RulebookFaults.Gatherer();
        List<TransferBook> books = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        files.forEach((name, text) ->
                YamlEntry.file(name, text, faults)
                        .ifPresent(e -> {
                            TransferBook book = book(e);
                            if (!seen.add(book.reference())) {
                                e.fault("id", book.reference() + " stands in another file too");
                            }
                            books.add(book);
                        }));
        faults.check();
        return new TransferRules(books);
    }

    /** What holds on a day. Throws {@link Refusal} for a day before the first rules on file. */
    public TransferBook on(LocalDate date) {
        return books.stream()
                .filter(b -> !b.from().isAfter(date))
                .findFirst()
                .orElseThrow(() -> new Refusal("no-transfer-rules-on-date"));
    }

    private static TransferBook book(YamlEntry e) {
        YamlEntry effective = e.entry("effective");
        YamlEntry official = e.entry("official");
        YamlEntry temporary = e.entry("temporary");
        YamlEntry study = e.entry("study");
        YamlEntry guests = e.entry("guests");
        YamlEntry extension = e.entry("extension");
        YamlEntry check = e.entry("check");
        YamlEntry blocked = e.entry("blocked");
        YamlEntry issuer = e.entry("issuer");
        YamlEntry reminders = e.entry("reminders");
        TransferBook book =
                new TransferBook(
                        RulebookReader.key(e, "id"),
                        e.number("version", 1, 999),
                        e.text("code"),
                        e.text("title"),
                        e.text("citation"),
                        effective.date("from"),
                        RulebookReader.basis(effective),
                        official.number("start_working_days", 1, MOST_DAYS),
                        official.number("hand_in_working_days", 1, MOST_DAYS),
                        RulebookReader.basis(official),
                        months(temporary, "below_months", false),
                        months(study, "most_months", true),
                        new Said(guests.text("text"), RulebookReader.basis(guests)),
                        new Said(extension.text("text"), RulebookReader.basis(extension)),
                        check.number("months", 1, MOST_MONTHS),
                        RulebookReader.basis(check),
                        new Said(blocked.text("text"), RulebookReader.basis(blocked)),
                        new Said(issuer.text("text"), RulebookReader.basis(issuer)),
                        dossier(e),
                        reminders.numbers("stay_days"),
                        reminders.number("comment_working_days", 1, MOST_DAYS));
        RulebookReader.basis(reminders);
        if (!AwayRules.descending(book.stayDays())) {
            reminders.fault("stay_days", "expected days above 0, the longest first");
        }
        List.of(
                        effective, official, temporary, study, guests, extension, check, blocked,
                        issuer, reminders)
                .forEach(YamlEntry::done);
        e.done();
        return book;
    }

    private static Months months(YamlEntry e, String most, boolean inclusive) {
        Months months =
                new Months(
                        e.number("least_months", 0, MOST_MONTHS),
                        e.number(most, 1, MOST_MONTHS),
                        inclusive,
                        RulebookReader.basis(e));
        if (months.least() >= months.most()) {
            e.fault(most, "is not above least_months");
        }
        return months;
    }

    private static List<Item> dossier(YamlEntry file) {
        List<Item> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlEntry e : file.entries("dossier")) {
            all.add(
                    new Item(
                            RulebookReader.once(e, RulebookReader.key(e, "key"), seen),
                            e.text("label"),
                            RulebookReader.basis(e)));
            e.done();
        }
        return all;
    }
}
