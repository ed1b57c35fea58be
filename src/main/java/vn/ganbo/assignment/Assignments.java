package vn.ganbo.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.assignment.AssignmentFacts.AssignmentStep;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;

/**
 * Phân công đảng viên: the cell proposes, the person answers, the cell decides. Nothing is given to
 * somebody who is away, exempt, suspended or gone (Thủ Đức 2019: "chuyển công tác mà chưa điều
 * chỉnh").
 */
@Service
public class Assignments {
    static final String WHY_THIS_PERSON = "Ghi lý do phân công người này.";
    static final String WHY_THE_CELL = "Ghi lý do của chi bộ; người được phân công đọc được.";

    /** Of no assignment. */
    private static final UUID NONE = new UUID(0, 0);

    private final AssignmentStore store;
    private final TaskStore tasks;
    private final PeopleQueries people;
    private final TaskReviewStore reviews;
    private final Facts facts;
    private final Clock clock;

    Assignments(
            AssignmentStore store,
            TaskStore tasks,
            PeopleQueries people,
            TaskReviewStore reviews,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.people = people;
        this.reviews = reviews;
        this.facts = facts;
        this.clock = clock;
    }

    /** Who shall do it, why, and from when to when. */
    public record Proposal(
            UUID member, String reason, LocalDate since, @Nullable LocalDate until) {}

    /** What the cell says to what the person asked for. */
    enum CellReply {
        KEEP,
        OTHERWISE,
        WITHDRAW
    }

    /**
     * Proposes a person for a task.
     *
     * @throws Refusal when the person cannot do it now, has it already, or the task is closed
     * @throws Problems without a reason, or for days outside the task's
     * @throws NotFound for somebody who is not of this cell
     */
    @Transactional
    public UUID propose(Viewer viewer, UUID taskId, Proposal typed) {
        Task task = tasks.find(viewer.scope(), taskId).orElseThrow(NotFound::new);
        if (!viewer.scope().sees(task.unitNo())) {
            throw new NotFound();
        }
        if (task.closedOn() != null) {
            throw new Refusal("assignment.task-closed", Show.date(task.closedOn()));
        }
        String reason = Tasks.reason(typed.reason(), "reason", WHY_THIS_PERSON);
        Proposal proposal = new Proposal(typed.member(), reason, typed.since(), typed.until());
        within(task, proposal.since(), proposal.until());
        Person person =
                people.one(viewer.scope(), task.unitNo(), proposal.member())
                        .orElseThrow(NotFound::new);
        String why = person.unavailable();
        if (why != null) {
            throw new Refusal("assignment.person-not-available", person.fullName(), why);
        }
        if (store.overlaps(
                viewer.scope(), taskId, person.id(), NONE, proposal.since(), proposal.until())) {
            throw new Refusal("assignment.has-it-already", person.fullName());
        }

        UUID id = Ids.next();
        if (!store.add(viewer.scope(), id, task, person, proposal, Stamp.of(viewer, clock))) {
            throw new NotFound();
        }

        facts.tell(
                viewer,
                new AssignmentStep(id, AssignmentStep.PROPOSED, person.id(), person.contact()));
        return id;
    }

    /**
     * The person answers.
     *
     * @param accepts otherwise an adjustment is asked for, with the reason
     * @throws Refusal when it has been answered, or is withdrawn
     */
    @Transactional
    public void answer(Viewer viewer, UUID id, int version, boolean accepts, String words) {
        Assignment assignment = at(viewer.scope(), id, version);
        if (!assignment.memberId().equals(viewer.scope().self())) {
            throw new NotFound();
        }
        answered(viewer, assignment, accepts, words, LocalDate.now(clock), false);
    }

    /**
     * The cell writes down what the person said.
     *
     * @param on the day on which it was said; not to come, not before it was proposed
     */
    @Transactional
    public void noteAnswer(
            Viewer viewer, UUID id, int version, boolean accepts, String words, LocalDate on) {
        Assignment assignment = own(viewer, id, version);
        LocalDate today = LocalDate.now(clock);
        if (on.isAfter(today)) {
            throw Problems.of("on", "Ngày trả lời chưa đến.");
        }
        answered(viewer, assignment, accepts, words, on, true);
    }

    private void answered(
            Viewer viewer,
            Assignment assignment,
            boolean accepts,
            String words,
            LocalDate on,
            boolean orally) {
        AssignmentState to = accepts ? AssignmentState.ACCEPTED : AssignmentState.ADJUSTMENT_ASKED;
        if (assignment.state() != AssignmentState.PROPOSED) {
            throw new Refusal("assignment.wrong-state", state(assignment));
        }
        AssignmentLifecycle.require(assignment.state(), to);
        String said =
                accepts
                        ? Texts.clean(words)
                        : Tasks.reason(
                                words, "words", "Ghi lý do và điều muốn điều chỉnh để chi bộ xem.");
        Problems.Gatherer problems = new Problems.Gatherer();
        problems.atMost("words", said, Tasks.LONGEST_REASON);
        problems.check();
        Stamp stamp = Stamp.of(viewer, clock);

        if (!store.answer(
                viewer.scope(),
                assignment,
                to,
                said.isEmpty() ? null : said,
                on,
                orally ? stamp.who() : null,
                stamp)) {
            throw lost(viewer.scope(), assignment.id());
        }

        facts.tell(
                viewer,
                new AssignmentStep(
                        assignment.id(),
                        step(accepts, orally),
                        assignment.memberId(),
                        assignment.contact()));
    }

    private static String step(boolean accepts, boolean orally) {
        if (orally) {
            return accepts ? AssignmentStep.ACCEPTED_ORALLY : AssignmentStep.ASKED_ORALLY;
        }
        return accepts ? AssignmentStep.ACCEPTED : AssignmentStep.ASKED;
    }

    /**
     * The cell decides what was asked for: it keeps the assignment with its reason, proposes other
     * days, or withdraws it.
     */
    @Transactional
    public void decide(
            Viewer viewer,
            UUID id,
            int version,
            CellReply reply,
            String words,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        Assignment assignment = own(viewer, id, version);
        AssignmentState to =
                switch (reply) {
                    case KEEP -> AssignmentState.ACCEPTED;
                    case OTHERWISE -> AssignmentState.PROPOSED;
                    case WITHDRAW -> AssignmentState.WITHDRAWN;
                };
        if (reply != CellReply.WITHDRAW && assignment.state() != AssignmentState.ADJUSTMENT_ASKED) {
            throw new Refusal("assignment.wrong-state", state(assignment));
        }
        AssignmentLifecycle.require(assignment.state(), to);
        String decided = Tasks.reason(words, "words", WHY_THE_CELL);
        boolean otherwise = reply == CellReply.OTHERWISE;
        LocalDate from = otherwise && since != null ? since : assignment.since();
        LocalDate to2 = otherwise ? until : assignment.until();
        if (otherwise) {
            Task task = tasks.find(viewer.scope(), assignment.taskId()).orElseThrow(NotFound::new);
            within(task, from, to2);
            if (store.overlaps(viewer.scope(), task.id(), assignment.memberId(), id, from, to2)) {
                throw new Refusal("assignment.has-it-already", assignment.fullName());
            }
        }

        if (!store.decide(
                viewer.scope(), assignment, to, decided, from, to2, Stamp.of(viewer, clock))) {
            throw lost(viewer.scope(), id);
        }

        facts.tell(
                viewer,
                new AssignmentStep(
                        id,
                        switch (reply) {
                            case KEEP -> AssignmentStep.KEPT;
                            case OTHERWISE -> AssignmentStep.OTHERWISE;
                            case WITHDRAW -> AssignmentStep.WITHDRAWN;
                        },
                        assignment.memberId(),
                        assignment.contact()));
    }

    /** The cell ends an assignment that runs, with the reason. */
    @Transactional
    public void end(Viewer viewer, UUID id, int version, String words) {
        Assignment assignment = own(viewer, id, version);
        AssignmentLifecycle.require(assignment.state(), AssignmentState.ENDED);
        String because = Tasks.reason(words, "because", "Ghi lý do thôi phân công.");

        Stamp stamp = Stamp.of(viewer, clock);
        if (!store.end(viewer.scope(), assignment, AssignmentState.ENDED, because, stamp)) {
            throw lost(viewer.scope(), id);
        }
        reviews.closePutUp(viewer.scope(), id, because, stamp);

        facts.tell(
                viewer,
                new AssignmentStep(
                        id, AssignmentStep.ENDED, assignment.memberId(), assignment.contact()));
    }

    /** The days lie within the task's, in order. */
    static void within(Task task, LocalDate since, @Nullable LocalDate until) {
        if (until != null && until.isBefore(since)) {
            throw Problems.of("until", "Ngày cuối đứng trước ngày đầu.");
        }
        if (!task.holds(since, until)) {
            throw Problems.of(
                    "since",
                    "Nhiệm vụ này làm %s; ghi thời gian trong khoảng đó.".formatted(task.time()));
        }
    }

    private Assignment own(Viewer viewer, UUID id, int version) {
        Assignment assignment = at(viewer.scope(), id, version);
        if (!viewer.scope().sees(assignment.unitNo())) {
            throw new NotFound();
        }
        return assignment;
    }

    private Assignment at(Scope scope, UUID id, int version) {
        Assignment assignment = store.find(scope, id).orElseThrow(NotFound::new);
        if (assignment.version() != version) {
            throw new Conflict(assignment.changedBy(), assignment.changedAt());
        }
        return assignment;
    }

    private Conflict lost(Scope scope, UUID id) {
        Assignment now = store.find(scope, id).orElseThrow(NotFound::new);
        return new Conflict(now.changedBy(), now.changedAt());
    }

    private static String state(Assignment assignment) {
        return vn.ganbo.kernel.Labels.of(assignment.state());
    }
}
