package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of meetings from afar by date; see regulations/meeting. */
public final class MeetingRules {
    private final List<MeetingBook> books;

    private MeetingRules(List<MeetingBook> books) {
        this.books =
                books.stream()
                        .sorted(
                                Comparator.comparing(MeetingBook::from)
                                        .thenComparingInt(MeetingBook::version)
                                        .reversed())
                        .toList();
    }

    /** Reads the files, name to text. Throws {@link RulebookFaults} with every fault. */
    static MeetingRules read(Map<String, String> files) {
        RulebookFaults.Gatherer faults = new RulebookFaults.Gatherer();
        List<MeetingBook> books = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        files.forEach((name, text) ->
                YamlEntry.file(name, text, faults)
                        .ifPresent(e -> {
                            MeetingBook book = book(e);
                            if (!seen.add(book.reference())) {
                                e.fault("id", book.reference() + " stands in another file too");
                            }
                            books.add(book);
                        }));
        faults.check();
        return new MeetingRules(books);
    }

    /** What holds on a day; empty before the first: then everybody comes in person. */
    public Optional<MeetingBook> on(LocalDate date) {
        return books.stream().filter(b -> !b.from().isAfter(date)).findFirst();
    }

    private static MeetingBook book(YamlEntry e) {
        YamlEntry effective = e.entry("effective");
        YamlEntry permission = e.entry("permission");
        YamlEntry attended = e.entry("attended");
        YamlEntry ballot = e.entry("ballot");
        MeetingBook book =
                new MeetingBook(
                        RulebookReader.key(e, "id"),
                        e.number("version", 1, 999),
                        e.text("code"),
                        e.text("title"),
                        e.text("citation"),
                        effective.date("from"),
                        RulebookReader.basis(effective),
                        permission.truth("required", true),
                        RulebookReader.basis(permission),
                        attended.truth("counts", true),
                        RulebookReader.basis(attended),
                        ballot.text("text"),
                        RulebookReader.basis(ballot));
        List.of(effective, permission, attended, ballot).forEach(YamlEntry::done);
        e.done();
        return book;
    }
}
