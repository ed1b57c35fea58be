package vn.ganbo.regulation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/**
 * Hướng dẫn địa phương: draft → published → superseded. Published guidance never changes; a newer
 * one of the same committee for the same place replaces it from its own first day on.
 */
@Service
public class Guidances {
    private final GuidanceStore store;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    Guidances(GuidanceStore store, Rulebooks rulebooks, Facts facts, Clock clock) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What a committee wants to set.
     *
     * @param key one of {@link RuleKey}
     * @param typed the value as typed; days of the year as dd/MM
     * @param source number and date of the committee's paper
     * @param from first day, inclusive
     * @param until last day, inclusive, or null
     * @param official whether the words are those of the official text
     */
    public record Wish(
            String key,
            String typed,
            String source,
            LocalDate from,
            @Nullable LocalDate until,
            boolean official) {}

    /** Administrators and residence committees decide, each for its own unit and below. */
    public static boolean mayDecide(Viewer viewer) {
        return viewer.is(Role.ADMINISTRATOR, Role.RESIDENCE_OFFICE) && viewer.unitNo() > 0;
    }

    /**
     * Keeps a draft for the viewer's own unit and returns its id. Throws {@link Problems} by field
     * (key, value, from, until) and {@link Refusal} where the office may not decide this.
     */
    @Transactional
    public UUID draft(Viewer viewer, Wish wish) {
        mustDecide(viewer);
        Rulebook rulebook = rulebooks.on(viewer.scope(), wish.from(), viewer.unitNo());
        LocalRule rule = check(viewer, rulebook, wish);

        store.add(viewer.scope(), rule, clock.instant(), by(viewer));

        facts.tell(
                viewer,
                new RegulationFacts.GuidanceDrafted(rule.id(), rulebook.code(), rule.key()));
        return rule.id();
    }

    /** Publishes a draft of the viewer's own unit; what it replaces is marked as superseded. */
    @Transactional
    public void publish(Viewer viewer, UUID id, int version) {
        mustDecide(viewer);
        GuidanceStore.Kept kept = own(viewer, id, version);

        if (!store.publish(viewer.scope(), id, version, clock.instant(), by(viewer))) {
            throw new Conflict(kept.changedBy(), kept.changedAt());
        }

        facts.tell(
                viewer, new RegulationFacts.GuidancePublished(id, code(kept), kept.rule().key()));
    }

    /** Throws away a draft of the viewer's own unit. */
    @Transactional
    public void discard(Viewer viewer, UUID id, int version) {
        mustDecide(viewer);
        GuidanceStore.Kept kept = own(viewer, id, version);

        if (!store.discard(viewer.scope(), id, version)) {
            throw new Conflict(kept.changedBy(), kept.changedAt());
        }

        facts.tell(
                viewer, new RegulationFacts.GuidanceDiscarded(id, code(kept), kept.rule().key()));
    }

    private static LocalRule check(Viewer viewer, Rulebook rulebook, Wish wish) {
        Problems.Gatherer problems = new Problems.Gatherer();
        LocalDate until = wish.until();
        if (until != null && until.isBefore(wish.from())) {
            problems.add("until", "Ngày hết hiệu lực phải sau ngày bắt đầu.");
        }
        RuleKey key = RuleKey.find(rulebook, wish.key()).orElse(null);
        if (key == null) {
            problems.add("key", "Quy định " + rulebook.code() + " không có mục này.");
            problems.check();
            throw new IllegalStateException("unreachable");
        }
        if (key.kind() == RuleKey.Kind.WORDS && !viewer.is(Role.ADMINISTRATOR)) {
            throw new Refusal("guidance-words");
        }
        String value = key.stored(wish.typed()).orElse("");
        if (value.isEmpty()) {
            problems.add("value", key.expected());
        }
        Set<String> lost = key.lostBlanks(value);
        if (!value.isEmpty() && !lost.isEmpty()) {
            problems.add(
                    "value",
                    "Câu này in trên giấy, phải giữ nguyên chỗ điền %s."
                            .formatted(String.join(", ", lost)));
        }
        problems.check();
        LocalRule rule =
                new LocalRule(
                        Ids.next(),
                        viewer.unitNo(),
                        rulebook.id(),
                        key.key(),
                        value,
                        new Basis(
                                wish.official() && key.kind() == RuleKey.Kind.WORDS
                                        ? Verification.VERIFIED
                                        : Verification.LOCAL,
                                wish.source(),
                                null),
                        wish.from(),
                        until);
        inOrder(rulebook, rule, problems);
        return rule;
    }

    /** The days of a round must keep their order, or a round would close before it opens. */
    private static void inOrder(Rulebook rulebook, LocalRule rule, Problems.Gatherer problems) {
        List<Clocks.YearlyDay> days =
                Overlay.apply(
                                rulebook,
                                Stream.concat(rulebook.local().stream(), Stream.of(rule)).toList())
                        .norms()
                        .windows();
        for (int i = 1; i < days.size(); i++) {
            if (days.get(i).day().isBefore(days.get(i - 1).day())) {
                problems.add(
                        "value",
                        "Mốc “%s” (%s) không được trước mốc “%s” (%s)."
                                .formatted(
                                        days.get(i).label(),
                                        RegulationPage.day(days.get(i).day()),
                                        days.get(i - 1).label(),
                                        RegulationPage.day(days.get(i - 1).day())));
            }
        }
        problems.check();
    }

    private GuidanceStore.Kept own(Viewer viewer, UUID id, int version) {
        GuidanceStore.Kept kept =
                store.find(viewer.scope(), id)
                        .filter(k -> k.rule().unitNo() == viewer.unitNo())
                        .orElseThrow(NotFound::new);
        if (kept.version() != version) {
            throw new Conflict(kept.changedBy(), kept.changedAt());
        }
        if (kept.state() != GuidanceStore.State.DRAFT) {
            throw new Refusal("guidance-published");
        }
        return kept;
    }

    private static void mustDecide(Viewer viewer) {
        if (!mayDecide(viewer)) {
            throw new Refusal("guidance-office");
        }
    }

    private String code(GuidanceStore.Kept kept) {
        String id = kept.rule().rulebook();
        return rulebooks.byId(id).map(Rulebook::code).orElse(id);
    }

    /** The office and its committee, never the person. */
    private static String by(Viewer viewer) {
        Role role = viewer.role();
        Viewer.Unit unit = viewer.unit();
        return (role == null ? "" : Labels.of(role)) + (unit == null ? "" : ", " + unit.name());
    }
}
