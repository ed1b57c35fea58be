package vn.ganbo.regulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ganbo.regulation.Clocks.WorkingDayClock;
import vn.ganbo.regulation.Clocks.YearlyDay;

/** Reads one regulation from yaml; every fault is gathered with file, line and key. */
final class RulebookReader {
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+([-_.][a-z0-9]+)*");

    private final YamlEntry file;

    private RulebookReader(YamlEntry file) {
        this.file = file;
    }

    /** The rulebook, or nothing when the text is no yaml; faults are added to the gatherer. */
    static Optional<Rulebook> read(String name, String text, RulebookFaults.Gatherer faults) {
        return YamlEntry.file(name, text, faults).map(e -> new RulebookReader(e).rulebook());
    }

    private Rulebook rulebook() {
        RulebookTitle about = title();
        List<Duty> duties = duties();
        Norms norms =
                new Norms(
                        meetings(),
                        comments(),
                        articles(duties),
                        duties,
                        exemptions(duties),
                        clocks(),
                        windows(),
                        retention(),
                        practices());
        Forms forms = FormsReader.read(file, duties);
        file.done();
        return new Rulebook(about, norms, forms, List.of());
    }

    /**
     * A regulation that is not in force; what it does not say is as in the one named by {@code
     * based_on}.
     */
    static Optional<Rulebook> draft(
            String name, String text, Rulebooks rulebooks, RulebookFaults.Gatherer faults) {
        return YamlEntry.file(name, text, faults)
                .flatMap(e -> new RulebookReader(e).draft(rulebooks));
    }

    private Optional<Rulebook> draft(Rulebooks rulebooks) {
        String base = file.text("based_on");
        Optional<Rulebook> found =
                rulebooks.all().stream().filter(book -> book.id().equals(base)).findFirst();
        if (found.isEmpty()) {
            file.fault("based_on", "there is no regulation " + base);
            return Optional.empty();
        }
        Norms old = found.get().norms();
        RulebookTitle about = title();
        List<Duty> duties = file.has("duties") ? duties() : old.duties();
        Norms norms =
                new Norms(
                        file.has("meetings") ? meetings() : old.meetings(),
                        file.has("comments") ? comments() : old.comments(),
                        file.has("articles") ? articles(duties) : old.articles(),
                        duties,
                        file.has("exemptions") ? exemptions(duties) : old.exemptions(),
                        laid(old.clocks(), clocks(), WorkingDayClock::key),
                        laid(old.windows(), windows(), YearlyDay::key),
                        old.retention(),
                        file.has("practices") ? practices() : old.practices());
        Forms forms = file.has("slips") ? FormsReader.read(file, duties) : found.get().forms();
        file.done();
        return Optional.of(new Rulebook(about, norms, forms, List.of()));
    }

    /** The old ones, each replaced by a new one of the same key; new keys behind them. */
    private static <T> List<T> laid(List<T> old, List<T> changed, Function<T, String> key) {
        SequencedMap<String, T> all = new LinkedHashMap<>();
        old.forEach(one -> all.put(key.apply(one), one));
        changed.forEach(one -> all.put(key.apply(one), one));
        return List.copyOf(all.values());
    }

    private RulebookTitle title() {
        String id = key(file, "id");
        int version = file.number("version", 1, 9999);
        YamlEntry effective = file.entry("effective");
        var until = effective.optionalParsed("until", "a date", java.time.LocalDate::parse);
        var from = effective.date("from");
        if (until.isPresent() && until.get().isBefore(from)) {
            effective.fault("until", "lies before from");
        }
        RulebookTitle title =
                new RulebookTitle(
                        id,
                        version,
                        file.text("code"),
                        file.text("title"),
                        file.text("citation"),
                        file.text("issuer"),
                        from,
                        until.orElse(null),
                        file.optionalText("replaces").orElse(null),
                        guidance(),
                        basis(effective));
        effective.done();
        return title;
    }

    private List<Norms.Guidance> guidance() {
        List<Norms.Guidance> all = new ArrayList<>();
        for (YamlEntry e : file.entries("guidance")) {
            all.add(new Norms.Guidance(e.text("code"), e.text("title"), e.date("since"), basis(e)));
            e.done();
        }
        return all;
    }

    private Norms.@Nullable Meetings meetings() {
        Optional<YamlEntry> entry = file.optionalEntry("meetings");
        if (entry.isEmpty()) {
            return null;
        }
        YamlEntry e = entry.get();
        var meetings =
                new Norms.Meetings(
                        e.number("per_year", 1, 12),
                        e.optionalText("article").orElse(null),
                        basis(e));
        e.done();
        return meetings;
    }

    private Norms.@Nullable Comments comments() {
        Optional<YamlEntry> entry = file.optionalEntry("comments");
        if (entry.isEmpty()) {
            return null;
        }
        YamlEntry e = entry.get();
        var comments =
                new Norms.Comments(
                        e.truth("yearly", false),
                        e.optionalText("article").orElse(null),
                        quorum(e),
                        targeted(e),
                        basis(e));
        if (comments.yearly() && comments.targeted() != null) {
            e.fault("targeted", "either everybody is commented on yearly, or some are chosen");
        }
        e.done();
        return comments;
    }

    private static Norms.@Nullable Quorum quorum(YamlEntry comments) {
        Optional<YamlEntry> entry = comments.optionalEntry("quorum");
        if (entry.isEmpty()) {
            return null;
        }
        YamlEntry e = entry.get();
        var quorum =
                new Norms.Quorum(
                        e.number("committee_percent", 0, 99), e.number("front", 1, 99), basis(e));
        e.done();
        return quorum;
    }

    private static Norms.@Nullable Targeted targeted(YamlEntry comments) {
        Optional<YamlEntry> entry = comments.optionalEntry("targeted");
        if (entry.isEmpty()) {
            return null;
        }
        YamlEntry e = entry.get();
        var targeted =
                new Norms.Targeted(
                        e.number("sample_percent", 0, 100),
                        e.number("unasked_years", 1, 20),
                        basis(e));
        e.done();
        return targeted;
    }

    private List<Article> articles(List<Duty> duties) {
        List<Article> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlEntry e : file.entries("articles")) {
            String number = e.text("number");
            String heading = e.optionalText("heading").orElse(null);
            String text = e.optionalText("text").orElse(null);
            if (!number.matches("[0-9]{1,3}(\\.[0-9]{1,3})?")) {
                e.fault("number", "expected an article such as \"4\" or a clause such as \"4.4\"");
            }
            if (!seen.add(number)) {
                e.fault("number", "stands there twice: " + number);
            }
            if (heading == null && text == null) {
                e.fault("text", "is missing, and so is heading");
            }
            Basis basis = basis(e);
            honest(e, text, basis);
            all.add(new Article(number, heading, text, basis));
            e.done();
            if (number.equals("2")) {
                for (Duty d : duties) {
                    seen.add("2." + d.number());
                    all.add(new Article("2." + d.number(), null, d.text(), d.basis()));
                }
            }
        }
        return all;
    }

    private List<Duty> duties() {
        List<Duty> all = new ArrayList<>();
        for (YamlEntry e : file.entries("duties")) {
            int number = e.number("number", 1, 99);
            if (number != all.size() + 1) {
                e.fault("number", "expected " + (all.size() + 1) + ", duties are numbered through");
            }
            Duty duty = new Duty(number, e.text("label"), e.text("text"), basis(e));
            honest(e, duty.text(), duty.basis());
            all.add(duty);
            e.done();
        }
        return all;
    }

    private List<Exemption> exemptions(List<Duty> duties) {
        List<Exemption> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlEntry e : file.entries("exemptions")) {
            Exemption exemption =
                    new Exemption(
                            once(e, key(e, "key"), seen),
                            e.oneOf("kind", ExemptionKind.class, Enum::name),
                            e.text("letter"),
                            e.text("label"),
                            e.text("text"),
                            dutyNumbers(e, duties),
                            e.truth("yearly_comment", false),
                            e.truth("stored", true),
                            e.date("since"),
                            basis(e));
            honest(e, exemption.text(), exemption.basis());
            all.add(exemption);
            e.done();
        }
        return all;
    }

    private List<WorkingDayClock> clocks() {
        List<WorkingDayClock> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlEntry e : file.entries("clocks")) {
            all.add(
                    new WorkingDayClock(
                            once(e, key(e, "key"), seen),
                            e.text("label"),
                            e.number("days", 1, 365),
                            basis(e)));
            e.done();
        }
        return all;
    }

    private List<YearlyDay> windows() {
        List<YearlyDay> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlEntry e : file.entries("windows")) {
            YearlyDay day =
                    new YearlyDay(
                            once(e, key(e, "key"), seen),
                            e.text("label"),
                            e.monthDay("day"),
                            basis(e));
            if (!all.isEmpty() && day.day().isBefore(all.getLast().day())) {
                e.fault("day", "lies before " + all.getLast().key());
            }
            all.add(day);
            e.done();
        }
        return all;
    }

    private List<Retention> retention() {
        List<Retention> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlEntry e : file.entries("retention")) {
            String key = once(e, key(e, "key"), seen);
            if (!Retention.KEYS.contains(key)) {
                e.fault("key", "expected one of " + new TreeSet<>(Retention.KEYS));
            }
            boolean set = e.optionalText("days").isPresent();
            all.add(
                    new Retention(
                            key,
                            e.text("label"),
                            set ? e.number("days", 1, RuleKey.LONGEST_KEPT) : null,
                            basis(e)));
            e.done();
        }
        return all;
    }

    private List<Norms.Practice> practices() {
        List<Norms.Practice> all = new ArrayList<>();
        for (YamlEntry e : file.entries("practices")) {
            all.add(new Norms.Practice(e.text("text"), basis(e)));
            e.done();
        }
        return all;
    }

    static Basis basis(YamlEntry e) {
        return new Basis(
                e.oneOf("mark", Verification.class, Verification::mark),
                e.text("source"),
                e.optionalText("note").orElse(null));
    }

    /** A text that is not verified must say so itself, wherever it is shown. */
    private static void honest(YamlEntry e, @Nullable String text, Basis basis) {
        if (text != null
                && basis.verification() == Verification.UNVERIFIED
                && !text.contains("chưa đối chiếu với văn bản gốc")) {
            e.fault("text", "is marked M and does not say \"chưa đối chiếu với văn bản gốc\"");
        }
    }

    static List<Integer> dutyNumbers(YamlEntry e, List<Duty> duties) {
        List<Integer> numbers = e.numbers("duties");
        for (int n : numbers) {
            if (n < 1 || n > duties.size()) {
                e.fault("duties", "there is no duty " + n);
            }
        }
        return numbers;
    }

    static String key(YamlEntry e, String name) {
        String key = e.text(name);
        if (!key.isEmpty() && !KEY.matcher(key).matches()) {
            e.fault(name, "expected small letters, digits and hyphens, found \"" + key + "\"");
        }
        return key;
    }

    static String once(YamlEntry e, String key, Set<String> seen) {
        if (!seen.add(key)) {
            e.fault("key", "stands there twice: " + key);
        }
        return key;
    }
}
