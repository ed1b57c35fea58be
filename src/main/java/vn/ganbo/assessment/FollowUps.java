package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Clocks;
import vn.ganbo.regulation.FollowUpKind;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.WorkingDays;
import vn.ganbo.web.Picked;

/**
 * What the workplace does about a slip that proposes "biểu dương" or "xem xét xử lý": it talks with
 * the person, concludes, and answers the residence (seed S2: what the residence says must be dealt
 * with, and the residence must learn how).
 */
@Service
public class FollowUps {
    private final FollowUpStore store;
    private final FollowUpLetter letter;
    private final Rulebooks rulebooks;
    private final WorkingDays workingDays;
    private final Facts facts;
    private final Clock clock;

    FollowUps(
            FollowUpStore store,
            FollowUpLetter letter,
            Rulebooks rulebooks,
            WorkingDays workingDays,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.letter = letter;
        this.rulebooks = rulebooks;
        this.workingDays = workingDays;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Opens one for each returned slip that proposes something; part of the return, or of taking in
     * a slip on paper. A rulebook that is silent sets no last day.
     */
    void open(Viewer viewer, Map<UUID, FollowUpKind> proposals, Stamp stamp) {
        if (proposals.isEmpty()) {
            return;
        }
        OptionalInt days =
                rulebooks
                        .on(viewer.scope(), stamp.on(), viewer.unitNo())
                        .days(Clocks.COMMENT_FOLLOW_UP);
        @Nullable LocalDate due =
                days.isPresent() ? workingDays.plus(stamp.on(), days.getAsInt()) : null;
        store.open(viewer.scope(), proposals, due, stamp);
    }

    /**
     * Keeps that the workplace talked with the person.
     *
     * @param on the day of the talk, not before the slip came and not in the future
     * @param words what the person said, read by the workplace and the person only
     * @throws Refusal when the talk is on record or the residence has its answer
     */
    @Transactional
    void talk(Viewer viewer, Picked picked, @Nullable LocalDate on, String words) {
        Stamp stamp = Stamp.of(viewer, clock);
        FollowUpStore.Standing standing = standing(viewer, picked.id());
        refuseAnswered(standing);
        if (standing.talkedOn() != null) {
            throw new Refusal("assessment.talked", Show.date(standing.talkedOn()));
        }
        Problems.Gatherer problems = new Problems.Gatherer();
        if (on == null) {
            problems.add("talkedOn", "Cần ghi ngày trao đổi, như 23/11/2026.");
        } else if (on.isAfter(stamp.on())) {
            problems.add(
                    "talkedOn",
                    "Ngày trao đổi %s chưa tới. Hãy ghi sau khi đã trao đổi."
                            .formatted(Show.date(on)));
        } else if (on.isBefore(standing.openedOn())) {
            problems.add(
                    "talkedOn",
                    "Ngày trao đổi %s trước ngày phiếu gửi về (%s)."
                            .formatted(Show.date(on), Show.date(standing.openedOn())));
        }
        String said = CommentReplies.paragraphs(words);
        if (said.isEmpty()) {
            problems.add("words", "Cần ghi ý kiến của đảng viên trong buổi trao đổi.");
        }
        problems.atMost("words", said, CommentReplies.LONGEST);
        problems.check();

        require(store.talk(viewer.scope(), picked, on, said, stamp), standing);

        facts.tell(
                viewer,
                new AssessmentFacts.FollowUpStep(
                        picked.id(), "talked", standing.memberId(), standing.year()));
    }

    /**
     * Concludes and answers the residence, once: where the slip came on paper, by a letter.
     *
     * @param words what was done, read by the residence and the person too
     * @return whether a letter was made, which goes to the residence on paper
     * @throws Refusal when the person was not heard first where that is needed, or the residence
     *     has its answer
     */
    @Transactional
    boolean answer(Viewer viewer, Picked picked, @Nullable FollowUpOutcome outcome, String words) {
        FollowUpStore.Standing standing = standing(viewer, picked.id());
        refuseAnswered(standing);
        if (standing.kind().hearsFirst() && standing.talkedOn() == null) {
            throw new Refusal("assessment.not-heard");
        }
        Problems.Gatherer problems = new Problems.Gatherer();
        if (outcome == null || !FollowUpOutcome.of(standing.kind()).contains(outcome)) {
            problems.add("outcome", "Cần chọn nơi công tác đã làm gì.");
        }
        String answer = CommentReplies.paragraphs(words);
        if (answer.isEmpty()) {
            problems.add("answer", "Cần ghi việc đã làm để nơi cư trú biết.");
        }
        problems.atMost("answer", answer, CommentReplies.LONGEST);
        problems.check();

        Stamp stamp = Stamp.of(viewer, clock);
        require(store.answer(viewer.scope(), picked, outcome, answer, stamp), standing);
        if (standing.onPaper() && outcome != null) {
            letter.keep(viewer, picked.id(), standing, outcome, answer, stamp.on());
        }

        facts.tell(
                viewer,
                new AssessmentFacts.FollowUpStep(
                        picked.id(), "answered", standing.memberId(), standing.year()));
        return standing.onPaper();
    }

    private FollowUpStore.Standing standing(Viewer viewer, UUID comment) {
        return store.standing(viewer.scope(), comment).orElseThrow(NotFound::new);
    }

    private static void refuseAnswered(FollowUpStore.Standing standing) {
        if (standing.answeredOn() != null) {
            throw new Refusal(
                    "assessment.follow-up-answered",
                    Show.date(standing.answeredOn()),
                    Labels.of(standing.kind()));
        }
    }

    private static void require(boolean done, FollowUpStore.Standing standing) {
        if (!done) {
            throw new Conflict(standing.changedBy(), standing.changedAt());
        }
    }
}
