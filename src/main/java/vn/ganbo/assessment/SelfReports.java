package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Duty;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;

/**
 * Bản tự báo cáo: the person says, duty by duty, what they did at the residence in the year, before
 * the cell comments (Regulation 213, Art. 2). It is theirs until it is sent and can be taken back.
 */
@Service
public class SelfReports {
    private final SelfReportStore store;
    private final Rulebooks rulebooks;
    private final Facts facts;
    private final Clock clock;

    SelfReports(SelfReportStore store, Rulebooks rulebooks, Facts facts, Clock clock) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What was typed.
     *
     * @param version as it was seen, 0 where there was none
     * @param duties number of the duty to words; blank ones are left out
     */
    record Typing(int version, Map<Integer, String> duties, String difficulty, boolean send) {}

    /**
     * Keeps this year's report, sent or not; only the person does it.
     *
     * @throws Problems for words that are too long, or a report that is sent without any
     * @throws Refusal when the person stands on no register, or the report is sent already
     */
    @Transactional
    void save(Viewer viewer, Typing typed) {
        UUID self = self(viewer);
        Stamp stamp = Stamp.of(viewer, clock);
        Rulebook book = rulebooks.on(stamp.on());
        SelfReportStore.Standing standing =
                store.standing(viewer.scope(), stamp.on().getYear())
                        .orElseThrow(() ->
                                new Refusal(
                                        store.livesHere(viewer.scope())
                                                ? "assessment.no-report-here"
                                                : "assessment.on-no-register"));
        if (standing.sentOn() != null) {
            throw new Refusal("assessment.report-sent", Show.date(standing.sentOn()));
        }
        Problems.Gatherer problems = new Problems.Gatherer();
        Map<Integer, String> words = new TreeMap<>();
        for (Duty duty : book.standing(standing.ground()).duties()) {
            String said = CommentReplies.paragraphs(typed.duties().getOrDefault(duty.number(), ""));
            problems.atMost("duty-" + duty.number(), said, CommentReplies.LONGEST);
            if (!said.isEmpty()) {
                words.put(duty.number(), said);
            }
        }
        String difficulty = CommentReplies.paragraphs(typed.difficulty());
        problems.atMost("difficulty", difficulty, CommentReplies.LONGEST);
        if (typed.send() && words.isEmpty()) {
            problems.add("duty-1", "Cần ghi ít nhất một việc đã làm trước khi gửi.");
        }
        problems.check();

        UUID id =
                store.save(
                        viewer.scope(),
                        standing,
                        new SelfReportStore.Words(
                                self,
                                stamp.on().getYear(),
                                typed.version(),
                                words,
                                difficulty.isEmpty() ? null : difficulty,
                                typed.send(),
                                book.reference()),
                        stamp);

        tell(
                viewer,
                id,
                typed.send() ? "sent" : AssessmentFacts.SelfReportStep.KEPT,
                self,
                stamp.on());
    }

    /**
     * Takes the report back, to change it and send it again.
     *
     * @throws Refusal when the comment that it went into is returned: it stays as it was read
     */
    @Transactional
    void takeBack(Viewer viewer, int version) {
        UUID self = self(viewer);
        Stamp stamp = Stamp.of(viewer, clock);
        SelfReportStore.Standing standing =
                store.standing(viewer.scope(), stamp.on().getYear()).orElse(null);
        if (standing != null && standing.read()) {
            throw new Refusal("assessment.report-read", Show.date(standing.commentedOn()));
        }

        UUID id = store.takeBack(viewer.scope(), stamp.on().getYear(), version, stamp);

        tell(viewer, id, "taken-back", self, stamp.on());
    }

    private void tell(Viewer viewer, UUID id, String step, UUID self, LocalDate on) {
        facts.tell(viewer, new AssessmentFacts.SelfReportStep(id, step, self, on.getYear()));
    }

    private static UUID self(Viewer viewer) {
        @Nullable UUID self = viewer.scope().self();
        if (self == null) {
            throw new NotFound();
        }
        return self;
    }
}
