package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.regulation.ClassificationBook.Bound;
import vn.ganbo.regulation.ClassificationBook.CollectivePaper;
import vn.ganbo.regulation.ClassificationBook.Counted;
import vn.ganbo.regulation.ClassificationBook.LevelRule;
import vn.ganbo.regulation.ClassificationBook.Line;
import vn.ganbo.regulation.ClassificationBook.Section;
import vn.ganbo.regulation.ClassificationBook.SelfReviewPaper;
import vn.ganbo.regulation.ClassificationBook.SpecialCase;
import vn.ganbo.regulation.ClassificationBook.TaskShare;

/** The rules of the yearly classification by date; see regulations/classification. */
public final class ClassificationRules {
    private final List<ClassificationBook> books;

    private ClassificationRules(List<ClassificationBook> books) {
        this.books =
                books.stream()
                        .sorted(
                                Comparator.comparing(ClassificationBook::from)
                                        .thenComparingInt(ClassificationBook::version)
                                        .reversed())
                        .toList();
    }

    /** Reads the files, name to text. Throws {@link RulebookFaults} with every fault. */
    static ClassificationRules read(Map<String, String> files) {
        RulebookFaults.Gatherer faults = new RulebookFaults.Gatherer();
        List<ClassificationBook> books = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        files.forEach((name, text) ->
                YamlEntry.file(name, text, faults)
                        .ifPresent(e -> {
                            ClassificationBook book = book(e);
                            if (!seen.add(book.reference())) {
                                e.fault("id", book.reference() + " stands in another file too");
                            }
                            books.add(book);
                        }));
        faults.check();
        return new ClassificationRules(books);
    }

    /** What holds on a day. Throws {@link Refusal} for a day before the first rules on file. */
    public ClassificationBook on(LocalDate date) {
        return books.stream()
                .filter(b -> !b.from().isAfter(date))
                .findFirst()
                .orElseThrow(() -> new Refusal("no-classification-rules-on-date"));
    }

    /** Exactly those that a record was made under; throws {@link Refusal} where they are gone. */
    public ClassificationBook under(String reference) {
        return books.stream()
                .filter(b -> b.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new Refusal("no-classification-rules-on-date"));
    }

    /** All, the newest first. */
    List<ClassificationBook> all() {
        return books;
    }

    /** The newest version of what a page names by its id. */
    Optional<ClassificationBook> byId(String id) {
        return books.stream().filter(b -> b.id().equals(id)).findFirst();
    }

    private static ClassificationBook book(YamlEntry e) {
        YamlEntry effective = e.entry("effective");
        YamlEntry window = e.entry("window");
        YamlEntry who = e.entry("who");
        YamlEntry cap = e.entry("cap");
        ClassificationBook book =
                new ClassificationBook(
                        RulebookReader.key(e, "id"),
                        e.number("version", 1, 999),
                        e.text("code"),
                        e.text("title"),
                        e.text("citation"),
                        effective.date("from"),
                        RulebookReader.basis(effective),
                        window.monthDay("finished_before"),
                        who.number("months_after_admission", 0, 24),
                        who.truth("exempt_members_review", false),
                        RulebookReader.basis(who),
                        cap.number("percent", 0, 100),
                        cap.number("raised_percent", 0, 100),
                        RulebookReader.basis(cap),
                        levels(e),
                        cases(e),
                        forms(e),
                        collective(e.entry("collective")));
        RulebookReader.basis(window);
        List.of(effective, window, who, cap).forEach(YamlEntry::done);
        e.done();
        return book;
    }

    private static List<LevelRule> levels(YamlEntry file) {
        List<LevelRule> all = new ArrayList<>();
        for (YamlEntry e : file.entries("levels")) {
            LevelRule rule =
                    new LevelRule(
                            e.oneOf("level", ClassificationLevel.class, Enum::name),
                            e.number("from", 0, 100),
                            e.texts("conditions"),
                            shares(e),
                            RulebookReader.basis(e));
            if (!all.isEmpty() && all.getLast().least() <= rule.least()) {
                e.fault("from", "is not below that of the level before");
            }
            all.add(rule);
            e.done();
        }
        if (!all.stream()
                .map(LevelRule::level)
                .toList()
                .equals(List.of(ClassificationLevel.values()))) {
            file.fault("levels", "expected the four levels, the best first");
        }
        return all;
    }

    private static List<SpecialCase> cases(YamlEntry file) {
        if (!file.has("cases")) {
            return List.of();
        }
        List<SpecialCase> all = new ArrayList<>();
        for (YamlEntry e : file.entries("cases")) {
            all.add(new SpecialCase(e.text("text"), RulebookReader.basis(e)));
            e.done();
        }
        return all;
    }

    private static List<TaskShare> shares(YamlEntry level) {
        if (!level.has("tasks")) {
            return List.of();
        }
        List<TaskShare> all = new ArrayList<>();
        for (YamlEntry e : level.entries("tasks")) {
            all.add(
                    new TaskShare(
                            e.oneOf("what", Counted.class, Enum::name),
                            e.oneOf("bound", Bound.class, Enum::name),
                            e.number("percent", 0, 100)));
            e.done();
        }
        return all;
    }

    private static List<SelfReviewPaper> forms(YamlEntry file) {
        List<SelfReviewPaper> all = new ArrayList<>();
        Set<ReviewFormKind> kinds = EnumSet.noneOf(ReviewFormKind.class);
        for (YamlEntry e : file.entries("forms")) {
            SelfReviewPaper form =
                    new SelfReviewPaper(
                            e.oneOf("kind", ReviewFormKind.class, Enum::name),
                            e.text("code"),
                            e.text("title"),
                            sections(e),
                            lines(e),
                            RulebookReader.basis(e));
            if (!kinds.add(form.kind())) {
                e.fault("kind", "stands there twice");
            }
            for (PointGroup group : PointGroup.values()) {
                int sum =
                        form.lines().stream()
                                .filter(line -> line.group() == group)
                                .mapToInt(Line::most)
                                .sum();
                if (sum != group.most()) {
                    e.fault("lines", group + " gives " + sum + " points, not " + group.most());
                }
            }
            all.add(form);
            e.done();
        }
        if (kinds.size() != ReviewFormKind.values().length) {
            file.fault("forms", "expected one of each kind");
        }
        return all;
    }

    private static CollectivePaper collective(YamlEntry e) {
        CollectivePaper paper =
                new CollectivePaper(
                        e.text("code"), e.text("title"), sections(e), RulebookReader.basis(e));
        e.done();
        return paper;
    }

    /** What is marked M says so beside the field. */
    private static @Nullable String hint(YamlEntry e, Basis basis) {
        String hint = e.optionalText("hint").orElse(null);
        if (basis.verification() == Verification.UNVERIFIED
                && (hint == null || !hint.contains("chưa đối chiếu với văn bản gốc"))) {
            e.fault("hint", "is marked M and does not say \"chưa đối chiếu với văn bản gốc\"");
        }
        return hint;
    }

    private static List<Section> sections(YamlEntry form) {
        List<Section> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlEntry e : form.entries("sections")) {
            Basis basis = RulebookReader.basis(e);
            all.add(
                    new Section(
                            RulebookReader.once(e, RulebookReader.key(e, "key"), seen),
                            e.text("label"),
                            hint(e, basis),
                            basis));
            e.done();
        }
        return all;
    }

    private static List<Line> lines(YamlEntry form) {
        List<Line> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlEntry e : form.entries("lines")) {
            Basis basis = RulebookReader.basis(e);
            all.add(
                    new Line(
                            RulebookReader.once(e, RulebookReader.key(e, "key"), seen),
                            e.oneOf("group", PointGroup.class, Enum::name),
                            e.number("points", 1, 100),
                            e.text("text"),
                            hint(e, basis),
                            basis));
            e.done();
        }
        return all;
    }
}
