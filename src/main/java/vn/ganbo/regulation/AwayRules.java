package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ganbo.kernel.Refusal;

/** The rules of exemption from Party life by date; see regulations/away. */
public final class AwayRules {
    private static final int LONGEST = 36;

    private final List<AwayBook> books;

    private AwayRules(List<AwayBook> books) {
        this.books =
                books.stream()
                        .sorted(
                                Comparator.comparing(AwayBook::from)
                                        .thenComparingInt(AwayBook::version)
                                        .reversed())
                        .toList();
    }

    /** Reads the files, name to text. Throws {@link RulebookFaults} with every fault. */
    static AwayRules read(Map<String, String> files) {
        RulebookFaults.Gatherer faults = new RulebookFaults.Gatherer();
        List<AwayBook> books = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        files.forEach((name, text) ->
                YamlEntry.file(name, text, faults)
                        .ifPresent(e -> {
                            AwayBook book = book(e);
                            if (!seen.add(book.reference())) {
                                e.fault("id", book.reference() + " stands in another file too");
                            }
                            books.add(book);
                        }));
        faults.check();
        return new AwayRules(books);
    }

    /** What holds on a day. Throws {@link Refusal} for a day before the first rules on file. */
    public AwayBook on(LocalDate date) {
        return books.stream()
                .filter(b -> !b.from().isAfter(date))
                .findFirst()
                .orElseThrow(() -> new Refusal("no-away-rules-on-date"));
    }

    /** Exactly those that a record was made under; throws {@link Refusal} where they are gone. */
    public AwayBook under(String reference) {
        return books.stream()
                .filter(b -> b.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new Refusal("no-away-rules-on-date"));
    }

    private static AwayBook book(YamlEntry e) {
        YamlEntry effective = e.entry("effective");
        YamlEntry reminders = e.entry("reminders");
        YamlEntry silence = e.entry("silence");
        AwayBook book =
                new AwayBook(
                        RulebookReader.key(e, "id"),
                        e.number("version", 1, 999),
                        e.text("code"),
                        e.text("title"),
                        e.text("citation"),
                        effective.date("from"),
                        RulebookReader.basis(effective),
                        grounds(e),
                        reminders.numbers("days"),
                        RulebookReader.basis(reminders),
                        silence.numbers("months"),
                        RulebookReader.basis(silence));
        if (!descending(book.reminders())) {
            reminders.fault("days", "expected days above 0, the longest first");
        }
        if (book.silence().size() != 3 || !descending(book.silence().reversed())) {
            silence.fault("months", "expected three numbers of months, the shortest first");
        }
        List.of(effective, reminders, silence).forEach(YamlEntry::done);
        e.done();
        return book;
    }

    static boolean descending(List<Integer> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) < 1 || (i > 0 && numbers.get(i) >= numbers.get(i - 1))) {
                return false;
            }
        }
        return !numbers.isEmpty();
    }

    private static List<AwayBook.Ground> grounds(YamlEntry file) {
        List<AwayBook.Ground> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlEntry e : file.entries("grounds")) {
            all.add(
                    new AwayBook.Ground(
                            RulebookReader.once(e, RulebookReader.key(e, "key"), seen),
                            e.text("label"),
                            e.text("short"),
                            e.truth("away", false),
                            e.oneOf("decided_by", LeaveDecider.class, Enum::name),
                            extents(e),
                            e.has("longest_months") ? e.number("longest_months", 1, LONGEST) : null,
                            e.text("paper"),
                            RulebookReader.basis(e)));
            e.done();
        }
        if (all.isEmpty()) {
            file.fault("grounds", "expected at least one");
        }
        return all;
    }

    private static Set<LeaveExtent> extents(YamlEntry e) {
        Set<LeaveExtent> out = EnumSet.noneOf(LeaveExtent.class);
        for (String name : e.texts("extents")) {
            switch (name) {
                case "REDUCED" -> out.add(LeaveExtent.REDUCED);
                case "FULL" -> out.add(LeaveExtent.FULL);
                default -> e.fault("extents", "expected REDUCED or FULL, found \"" + name + "\"");
            }
        }
        if (out.isEmpty()) {
            e.fault("extents", "expected REDUCED, FULL or both");
        }
        return out;
    }
}
