package vn.ganbo.regulation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Tone;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Choice;

/**
 * Local guidance of the viewer's units, and the form of a new one.
 *
 * @param code of the rulebook that holds today
 * @param keys what this office may set
 */
record GuidancePage(String code, List<Line> lines, List<Choice> keys) {
    /** One guidance; acts says whether the viewer may publish or discard it. */
    record Line(
            UUID id,
            int version,
            String label,
            String value,
            String source,
            String period,
            String state,
            Tone tone,
            String by,
            boolean acts) {}

    static GuidancePage of(Viewer viewer, Rulebook rulebook, List<GuidanceStore.Kept> kept) {
        return new GuidancePage(
                rulebook.code(),
                kept.stream().map(k -> line(viewer, rulebook, k)).toList(),
                RuleKey.of(rulebook).stream()
                        .filter(k ->
                                k.kind() != RuleKey.Kind.WORDS || viewer.is(Role.ADMINISTRATOR))
                        .map(GuidancePage::choice)
                        .toList());
    }

    private static Choice choice(RuleKey key) {
        return Choice.of(
                key.key(),
                key.kind() == RuleKey.Kind.WORDS
                        ? key.label()
                        : key.label() + " (nay: " + key.present() + ")");
    }

    private static Line line(Viewer viewer, Rulebook rulebook, GuidanceStore.Kept k) {
        LocalRule rule = k.rule();
        Optional<RuleKey> key = RuleKey.find(rulebook, rule.key());
        boolean day = rule.key().startsWith("window.");
        return new Line(
                rule.id(),
                k.version(),
                key.map(RuleKey::label).orElse(rule.key()),
                day ? rule.value().substring(3) + "/" + rule.value().substring(0, 2) : rule.value(),
                rule.basis().source(),
                "từ "
                        + Show.date(rule.from())
                        + (rule.until() == null ? "" : " đến " + Show.date(rule.until())),
                Labels.of("guidanceState." + k.state().name()),
                switch (k.state()) {
                    case DRAFT -> Tone.WAIT;
                    case PUBLISHED -> Tone.DONE;
                    case SUPERSEDED -> Tone.REST;
                },
                k.changedBy(),
                k.state() == GuidanceStore.State.DRAFT && rule.unitNo() == viewer.unitNo());
    }
}
