package vn.ganbo.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.assignment.AssignmentFacts.AssignmentStep;
import vn.ganbo.assignment.AssignmentFacts.CellsTold;
import vn.ganbo.assignment.TaskReviewStore.Cell;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Told;
import vn.ganbo.kernel.Viewer;

/**
 * Kiểm điểm việc thực hiện nhiệm vụ: the person reports, the cell looks at it (Thủ Đức 2019: "có
 * phân công nhưng định kỳ chưa kiểm điểm").
 */
@Service
public class TaskReviews {
    /** Days for a review after its period, or after a change. OWN: no document says it. */
    static final int DAYS_TO_REVIEW = 10;

    private static final int LONGEST = 2000;

    private final TaskReviewStore store;
    private final AssignmentStore assignments;
    private final TaskStore tasks;
    private final Facts facts;
    private final Clock clock;

    TaskReviews(
            TaskReviewStore store,
            AssignmentStore assignments,
            TaskStore tasks,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.assignments = assignments;
        this.tasks = tasks;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What the cell says.
     *
     * @param result may be missing only where no period has ended
     * @param until the new last day where the assignment is changed, or null
     */
    public record Verdict(
            @Nullable TaskResult result,
            @Nullable ReviewOutcome outcome,
            String words,
            @Nullable LocalDate until) {}

    /**
     * The person reports; may be written again until the cell has reviewed.
     *
     * @throws Refusal once it has
     */
    @Transactional
    public void report(Viewer viewer, UUID id, int version, String typed) {
        TaskReview review = open(viewer.scope(), id, version);
        if (!review.memberId().equals(viewer.scope().self())) {
            throw new NotFound();
        }
        String words = Texts.clean(typed);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (words.isEmpty()) {
            problems.add("words", "Ghi đã làm được gì, còn vướng gì.");
        }
        problems.atMost("words", words, LONGEST);
        problems.check();

        if (!store.report(viewer.scope(), review, words, Stamp.of(viewer, clock))) {
            throw lost(viewer.scope(), id);
        }

        tell(viewer, review, AssignmentStep.REPORTED);
    }

    /**
     * The person says that a running task is hard to go on with, of illness or for what else has
     * changed, or the cell writes down that it was said; it is put up for review at once.
     *
     * @throws Refusal when the task is not running, or is being looked at already
     */
    @Transactional
    public void askToLook(Viewer viewer, UUID assignmentId, int version, String typed) {
        Scope scope = viewer.scope();
        Assignment assignment = assignments.find(scope, assignmentId).orElseThrow(NotFound::new);
        if (assignment.version() != version) {
            throw new Conflict(assignment.changedBy(), assignment.changedAt());
        }
        if (assignment.state() != AssignmentState.ACCEPTED) {
            throw new Refusal("assignment.wrong-state", Labels.of(assignment.state()));
        }
        String words =
                Tasks.reason(typed, "words", "Ghi vướng gì, còn làm được đến đâu để chi bộ xem.");

        UUID id = Ids.next();
        Cell cell =
                store.ask(scope, id, assignment, words, DAYS_TO_REVIEW, Stamp.of(viewer, clock))
                        .orElseThrow(() -> new Refusal("assignment.looked-at-already"));

        facts.tell(
                viewer,
                new AssignmentStep(
                        assignmentId,
                        AssignmentStep.HARD_TO_GO_ON,
                        assignment.memberId(),
                        assignment.contact()));
        if (!scope.sees(assignment.unitNo())) {
            facts.tell(
                    viewer,
                    new CellsTold(id, CellsTold.PUT_UP, cell.side(), List.of(cell.unitNo()), 1));
        }
    }

    /**
     * The cell reviews: how the work went, and what becomes of the assignment. An ended one ends, a
     * changed one is proposed to the person again.
     *
     * @throws Refusal of a period that has been reviewed
     */
    @Transactional
    public void review(Viewer viewer, UUID id, int version, Verdict verdict) {
        TaskReview review = open(viewer.scope(), id, version);
        if (!viewer.scope().sees(review.unitNo())) {
            throw new NotFound();
        }
        String words = Texts.clean(verdict.words());
        ReviewOutcome outcome = checked(review, verdict, words);
        Stamp stamp = Stamp.of(viewer, clock);
        Assignment assignment =
                assignments.find(viewer.scope(), review.assignmentId()).orElseThrow(NotFound::new);

        if (!store.review(
                viewer.scope(),
                review,
                verdict.result(),
                outcome,
                words.isEmpty() ? null : words,
                stamp)) {
            throw lost(viewer.scope(), id);
        }
        if (assignment.state() == AssignmentState.ACCEPTED) {
            follow(viewer, assignment, outcome, words, verdict.until(), stamp);
        }

        tell(
                viewer,
                review,
                switch (outcome) {
                    case KEPT -> AssignmentStep.REVIEWED;
                    case CHANGED -> AssignmentStep.REVIEWED_CHANGED;
                    case ENDED -> AssignmentStep.REVIEWED_ENDED;
                });
    }

    private static ReviewOutcome checked(TaskReview review, Verdict verdict, String words) {
        Problems.Gatherer problems = new Problems.Gatherer();
        TaskResult result = verdict.result();
        if (result == null && review.cause() == ReviewCause.CYCLE) {
            problems.add("result", "Chọn kết quả của kỳ này.");
        }
        ReviewOutcome outcome = verdict.outcome();
        if (outcome == null) {
            problems.add("outcome", "Chọn: giữ, điều chỉnh hay thôi phân công.");
        }
        boolean explained =
                (result != null && result.needsWords()) || outcome != ReviewOutcome.KEPT;
        if (words.isEmpty() && explained) {
            problems.add("words", "Ghi ý kiến của chi ủy; đảng viên đọc được.");
        }
        problems.atMost("words", words, Tasks.LONGEST_REASON);
        problems.check();
        return outcome == null ? ReviewOutcome.KEPT : outcome;
    }

    private void follow(
            Viewer viewer,
            Assignment assignment,
            ReviewOutcome outcome,
            String words,
            @Nullable LocalDate until,
            Stamp stamp) {
        Scope scope = viewer.scope();
        boolean done =
                switch (outcome) {
                    case KEPT -> true;
                    case ENDED -> {
                        AssignmentLifecycle.require(assignment.state(), AssignmentState.ENDED);
                        store.closePutUp(scope, assignment.id(), words, stamp);
                        yield assignments.end(
                                scope, assignment, AssignmentState.ENDED, words, stamp);
                    }
                    case CHANGED -> {
                        AssignmentLifecycle.require(assignment.state(), AssignmentState.PROPOSED);
                        Task task =
                                tasks.find(scope, assignment.taskId()).orElseThrow(NotFound::new);
                        LocalDate last = until == null ? assignment.until() : until;
                        Assignments.within(task, assignment.since(), last);
                        yield assignments.decide(
                                scope,
                                assignment,
                                AssignmentState.PROPOSED,
                                words,
                                assignment.since(),
                                last,
                                stamp);
                    }
                };
        if (!done) {
            throw new Conflict(assignment.changedBy(), assignment.changedAt());
        }
    }

    /**
     * What a person does is put up for review at once when the person's circumstances change;
     * nothing is ended by itself.
     */
    @EventListener
    void putUp(Told told) {
        ReviewCause.of(told.fact())
                .ifPresent(cause -> {
                    Viewer viewer = told.viewer();
                    LocalDate due = LocalDate.now(clock).plusDays(DAYS_TO_REVIEW);
                    told.fact().members().stream()
                            .flatMap(member ->
                                    store
                                            .putUp(
                                                    viewer.scope(),
                                                    member,
                                                    cause,
                                                    cause == ReviewCause.EXEMPTION,
                                                    due,
                                                    Stamp.of(viewer, clock))
                                            .stream())
                            .distinct()
                            .forEach(cell ->
                                    facts.tell(
                                            viewer,
                                            new CellsTold(
                                                    Ids.next(),
                                                    CellsTold.PUT_UP,
                                                    cell.side(),
                                                    List.of(cell.unitNo()),
                                                    1)));
                });
    }

    private void tell(Viewer viewer, TaskReview review, String step) {
        facts.tell(
                viewer,
                new AssignmentStep(
                        review.assignmentId(), step, review.memberId(), review.contact()));
    }

    private TaskReview open(Scope scope, UUID id, int version) {
        TaskReview review = store.find(scope, id).orElseThrow(NotFound::new);
        if (review.reviewedOn() != null) {
            throw new Refusal("assignment.review-closed", Show.date(review.reviewedOn()));
        }
        if (review.version() != version) {
            throw new Conflict(review.changedBy(), review.changedAt());
        }
        return review;
    }

    private Conflict lost(Scope scope, UUID id) {
        TaskReview now = store.find(scope, id).orElseThrow(NotFound::new);
        return new Conflict(now.changedBy(), now.changedAt());
    }
}
