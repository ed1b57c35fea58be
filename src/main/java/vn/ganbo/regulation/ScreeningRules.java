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
import vn.ganbo.regulation.ScreeningBook.GroundRule;

/** The rules of screening by date; see regulations/screening. */
public final class ScreeningRules {
    private static final int YEAR = 12;
    private static final int MOST_HELP = 36;

    private final List<ScreeningBook> books;

    private ScreeningRules(List<ScreeningBook> books) {
        this.books =
                books.stream()
                        .sorted(
                                Comparator.comparing(ScreeningBook::from)
                                        .thenComparingInt(ScreeningBook::version)
                                        .reversed())
                        .toList();
    }

    /** Reads the files, name to text. Throws {@link RulebookFaults} with every fault. */
    static ScreeningRules read(Map<String, String> files) {
        RulebookFaults.Gatherer faults = new RulebookFaults.Gatherer();
        List<ScreeningBook> books = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        files.forEach((name, text) ->
                YamlEntry.file(name, text, faults)
                        .ifPresent(e -> {
                            ScreeningBook book = book(e);
                            if (!seen.add(book.reference())) {
                                e.fault("id", book.reference() + " stands in another file too");
                            }
                            books.add(book);
                        }));
        faults.check();
        return new ScreeningRules(books);
    }

    /** What holds on a day. Throws {@link Refusal} for a day before the first rules on file. */
    public ScreeningBook on(LocalDate date) {
        return books.stream()
                .filter(b -> !b.from().isAfter(date))
                .findFirst()
                .orElseThrow(() -> new Refusal("no-screening-rules-on-date"));
    }

    private static ScreeningBook book(YamlEntry e) {
        YamlEntry effective = e.entry("effective");
        YamlEntry lapses = e.entry("lapses");
        YamlEntry ladder = e.entry("ladder");
        YamlEntry help = e.entry("help");
        ScreeningBook book =
                new ScreeningBook(
                        RulebookReader.key(e, "id"),
                        e.number("version", 1, 999),
                        e.text("code"),
                        e.text("title"),
                        e.text("citation"),
                        effective.date("from"),
                        RulebookReader.basis(effective),
                        ladder.number("remind_months", 1, YEAR),
                        ladder.number("talk_months", 1, YEAR),
                        lapses.number("open_months", 1, YEAR),
                        RulebookReader.basis(lapses),
                        help.number("most_months", 1, MOST_HELP),
                        RulebookReader.basis(help),
                        grounds(e));
        RulebookReader.basis(ladder);
        if (book.remindMonths() > book.talkMonths() || book.talkMonths() > book.openMonths()) {
            ladder.fault("talk_months", "the steps do not go up");
        }
        List.of(effective, lapses, ladder, help).forEach(YamlEntry::done);
        e.done();
        return book;
    }

    private static List<GroundRule> grounds(YamlEntry file) {
        List<GroundRule> all = new ArrayList<>();
        Set<ScreeningGround> seen = EnumSet.noneOf(ScreeningGround.class);
        for (YamlEntry e : file.entries("grounds")) {
            GroundRule rule =
                    new GroundRule(
                            e.oneOf("ground", ScreeningGround.class, Enum::name),
                            e.text("text"),
                            e.truth("after_help", false),
                            RulebookReader.basis(e));
            if (!seen.add(rule.ground())) {
                e.fault("ground", "stands there twice");
            }
            all.add(rule);
            e.done();
        }
        if (seen.size() != ScreeningGround.values().length) {
            file.fault("grounds", "expected one of each");
        }
        return all;
    }
}
