package vn.ganbo.classification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.classification.LevelDecisionStore.Proposal;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ClassificationBook;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.regulation.ReviewFormKind;
import vn.ganbo.web.Picked;

/**
 * Quyết định xếp loại: the committee gives each member a level. More excellent ones than the cap
 * allows need a reason (Quy định 366-QĐ/TW, Art. 11).
 */
@Service
public class LevelDecisions {
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_REASON = 1000;

    private final LevelDecisionStore store;
    private final SelfReviewStore reviews;
    private final ClassificationRules rules;
    private final Facts facts;
    private final Clock clock;

    LevelDecisions(
            LevelDecisionStore store,
            SelfReviewStore reviews,
            ClassificationRules rules,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
    }

    /** A level for one review, as it was seen on the page. */
    public record Given(Picked review, ClassificationLevel level) {}

    /**
     * A decision.
     *
     * @param cap percent, of the two that the rules know
     * @param because why there are more excellent ones than the cap allows; else empty
     */
    public record Decision(
            UUID year,
            String number,
            LocalDate decidedOn,
            int cap,
            String because,
            List<Given> given) {
        public Decision {
            given = List.copyOf(given);
        }
    }

    /**
     * Decides on proposals of the cells, all or none.
     *
     * @return the decision's id
     * @throws Problems without number or people, for a day to come, or above the cap without reason
     * @throws Refusal when one of them does not wait any more, or changed in another window
     */
    @Transactional
    public UUID decide(Viewer viewer, Decision decision) {
        Stamp stamp = Stamp.of(viewer, clock);
        Map<UUID, Proposal> proposals = new HashMap<>();
        store.proposals(viewer.scope(), viewer.unitNo(), decision.year())
                .forEach(p -> proposals.put(p.id(), p));
        List<UUID> members = new ArrayList<>();
        for (Given one : decision.given()) {
            Proposal proposal = proposals.get(one.review().id());
            if (proposal == null) {
                throw new Refusal("classification.changed");
            }
            members.add(proposal.memberId());
        }
        List<ExcellentCap> above =
                caps(List.copyOf(proposals.values()), decision.given(), decision.cap()).stream()
                        .filter(ExcellentCap::exceeded)
                        .toList();
        Problems.Gatherer problems = new Problems.Gatherer();
        check(decision, above, stamp.on(), rules.on(stamp.on()), "người", problems);
        problems.check();

        UUID id = Ids.next();
        store.record(viewer.scope(), id, viewer.unitNo(), decision, !above.isEmpty(), stamp);
        store.decide(viewer.scope(), id, decision.given(), stamp);

        facts.tell(viewer, new ClassificationFacts.LevelsDecided(id, members, decision.number()));
        return id;
    }

    /**
     * Corrects what was recorded wrongly of one member, or number and day of a whole decision. What
     * stood is kept with the reason, and the newest stands.
     *
     * @throws Problems without a reason, when nothing is different, and as {@link #decide} does
     * @throws Refusal when nothing was decided yet, or it changed in another window
     */
    @Transactional
    void correct(Viewer viewer, LevelCorrection correction) {
        Stamp stamp = Stamp.of(viewer, clock);
        Decision decision = correction.decision();
        List<Proposal> all = store.proposals(viewer.scope(), viewer.unitNo(), decision.year());
        List<LevelCorrection.Standing> standing = standing(all);
        LevelCorrection.Standing one = LevelCorrection.one(decision, standing);
        List<Given> given = correction.given(one, standing);
        List<ExcellentCap> above =
                caps(all, given, decision.cap()).stream().filter(ExcellentCap::exceeded).toList();
        Problems.Gatherer problems = new Problems.Gatherer();
        correction.check(one, problems);
        check(decision, above, stamp.on(), rules.on(stamp.on()), "người", problems);
        problems.check();

        UUID id = Ids.next();
        store.record(viewer.scope(), id, viewer.unitNo(), decision, !above.isEmpty(), stamp);
        store.correct(viewer.scope(), id, given, correction.reason(), stamp);

        Map<UUID, UUID> members = new HashMap<>();
        all.forEach(proposal -> members.put(proposal.id(), proposal.memberId()));
        facts.tell(
                viewer,
                new ClassificationFacts.LevelsCorrected(
                        id,
                        given.stream().map(now -> members.get(now.review().id())).toList(),
                        decision.number()));
    }

    /** What is on record, of those who were decided on. */
    static List<LevelCorrection.Standing> standing(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::standing).flatMap(Optional::stream).toList();
    }

    /**
     * Gives a proposal back to the cell, which reads the reason, votes again where needed, and
     * proposes again.
     *
     * @throws Problems without a reason
     * @throws Refusal when no proposal waits, or it changed in another window
     */
    @Transactional
    public void sendBack(Viewer viewer, UUID id, int version, String reason) {
        SelfReviewStore.Review review =
                reviews.find(viewer.scope(), id)
                        .filter(found -> ClassificationMenu.ours(viewer, found.orgNo()))
                        .orElseThrow(NotFound::new);
        Problems.Gatherer problems = new Problems.Gatherer();
        String because = Texts.clean(reason);
        if (because.isEmpty()) {
            problems.add("backBecause", "Ghi lý do chuyển lại; chi bộ đọc được lý do này.");
        }
        problems.atMost("backBecause", because, LONGEST_REASON);
        problems.check();
        if (review.state() != ReviewState.PROPOSED) {
            throw new Refusal("classification.no-proposal");
        }

        store.sendBack(viewer.scope(), id, version, because, Stamp.of(viewer, clock));

        facts.tell(viewer, new ClassificationFacts.ProposalSentBack(id, review.memberId()));
    }

    /** The caps over what is given now together with what is decided already. */
    static List<ExcellentCap> caps(List<Proposal> proposals, List<Given> given, int percent) {
        Map<UUID, ClassificationLevel> now = new HashMap<>();
        given.forEach(one -> now.put(one.review().id(), one.level()));
        Map<ReviewFormKind, List<ClassificationLevel>> levels = new EnumMap<>(ReviewFormKind.class);
        for (Proposal proposal : proposals) {
            ClassificationLevel chosen = now.get(proposal.id());
            ClassificationLevel level = chosen == null ? proposal.level() : chosen;
            if (level != null) {
                levels.computeIfAbsent(proposal.form(), _ -> new ArrayList<>()).add(level);
            }
        }
        return ExcellentCap.of(levels, percent);
    }

    /**
     * What is missing or too much in a decision.
     *
     * @param whom what is counted under the cap, "người" or "chi bộ"
     */
    static void check(
            Decision decision,
            List<ExcellentCap> above,
            LocalDate today,
            ClassificationBook book,
            String whom,
            Problems.Gatherer problems) {
        if (decision.number().isBlank()) {
            problems.add("number", "Ghi số quyết định.");
        }
        problems.atMost("number", decision.number(), LONGEST_NUMBER);
        problems.atMost("because", decision.because(), LONGEST_REASON);
        if (decision.decidedOn().isAfter(today)) {
            problems.add(
                    "decidedOn",
                    "Ngày %s chưa đến. Ghi quyết định sau khi đã ký."
                            .formatted(Show.date(decision.decidedOn())));
        }
        if (decision.cap() != book.cap() && decision.cap() != book.raisedCap()) {
            problems.add("cap", "Chọn mức trần theo quy định.");
        }
        if (decision.given().isEmpty()) {
            problems.add(
                    "given",
                    "Chọn mức cho ít nhất một %s, hoặc đánh dấu quyết định theo đề nghị của chi bộ."
                            .formatted(whom));
        }
        if (!above.isEmpty() && decision.because().isBlank()) {
            ExcellentCap first = above.getFirst();
            problems.add(
                    "because",
                    "Có %d %s xuất sắc, trần là %d (%d %% của %d %s hoàn thành tốt). Bớt đi, hoặc ghi lý do vượt trần."
                            .formatted(
                                    first.excellent(),
                                    whom,
                                    first.most(),
                                    first.percent(),
                                    first.good(),
                                    whom));
        }
    }
}
