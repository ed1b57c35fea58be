package vn.ganbo.regulation;

import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ganbo.regulation.Clocks.WorkingDayClock;
import vn.ganbo.regulation.Clocks.YearlyDay;

/** Lays local guidance over a rulebook: the nearest unit wins, what nobody set stays. */
final class Overlay {
    private final Map<String, LocalRule> rules = new LinkedHashMap<>();

    private Overlay(List<LocalRule> farthestFirst) {
        farthestFirst.forEach(r -> rules.put(r.key(), r));
    }

    /** The rulebook with the rules laid over it; rules of other rulebooks are left out. */
    static Rulebook apply(Rulebook r, List<LocalRule> farthestFirst) {
        List<LocalRule> own =
                farthestFirst.stream().filter(l -> l.rulebook().equals(r.id())).toList();
        if (own.isEmpty()) {
            return r;
        }
        Overlay overlay = new Overlay(own);
        return new Rulebook(
                r.about(),
                overlay.norms(r.norms()),
                overlay.forms(r.forms()),
                List.copyOf(overlay.rules.values()));
    }

    private Norms norms(Norms n) {
        Norms.Meetings meetings = n.meetings();
        LocalRule perYear = rules.get("meetings_per_year");
        return new Norms(
                meetings == null || perYear == null
                        ? meetings
                        : new Norms.Meetings(
                                Integer.parseInt(perYear.value()),
                                meetings.article(),
                                perYear.basis()),
                n.comments(),
                n.articles().stream().map(this::article).toList(),
                n.duties().stream().map(this::duty).toList(),
                n.exemptions().stream().map(this::exemption).toList(),
                n.clocks().stream().map(this::clock).toList(),
                n.windows().stream().map(this::window).toList(),
                n.retention().stream().map(this::retention).toList(),
                n.practices());
    }

    private Forms forms(Forms f) {
        return new Forms(
                f.slips(),
                f.signatories(),
                f.wordings().stream()
                        .map(w ->
                                rule("wording." + w.key())
                                        .map(l -> new Forms.Wording(w.key(), l.value(), l.basis()))
                                        .orElse(w))
                        .toList());
    }

    private Article article(Article a) {
        String key =
                a.number().startsWith("2.")
                        ? "duty." + a.number().substring(2) + ".text"
                        : "article." + a.number() + ".text";
        return rule(key)
                .map(l -> new Article(a.number(), a.heading(), l.value(), l.basis()))
                .orElse(a);
    }

    private Duty duty(Duty d) {
        return rule("duty." + d.number() + ".text")
                .map(l -> new Duty(d.number(), d.label(), l.value(), l.basis()))
                .orElse(d);
    }

    private Exemption exemption(Exemption e) {
        Optional<LocalRule> label = rule("exemption." + e.key() + ".label");
        Optional<LocalRule> text = rule("exemption." + e.key() + ".text");
        return new Exemption(
                e.key(),
                e.kind(),
                e.letter(),
                label.map(LocalRule::value).orElse(e.label()),
                text.map(LocalRule::value).orElse(e.text()),
                e.duties(),
                e.yearlyComment(),
                e.stored(),
                e.since(),
                text.or(() -> label).map(LocalRule::basis).orElse(e.basis()));
    }

    private WorkingDayClock clock(WorkingDayClock c) {
        return rule("clock." + c.key())
                .map(l ->
                        new WorkingDayClock(
                                c.key(), c.label(), Integer.parseInt(l.value()), l.basis()))
                .orElse(c);
    }

    private YearlyDay window(YearlyDay w) {
        return rule("window." + w.key())
                .map(l ->
                        new YearlyDay(
                                w.key(), w.label(), MonthDay.parse("--" + l.value()), l.basis()))
                .orElse(w);
    }

    private Retention retention(Retention r) {
        return rule("retention." + r.key())
                .map(l -> new Retention(r.key(), r.label(), Integer.valueOf(l.value()), l.basis()))
                .orElse(r);
    }

    private Optional<LocalRule> rule(String key) {
        return Optional.ofNullable(rules.get(key));
    }
}
