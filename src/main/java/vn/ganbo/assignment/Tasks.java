package vn.ganbo.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.assignment.AssignmentFacts.TaskStep;
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

/** Danh mục nhiệm vụ: a cell writes down its tasks, so that none is left without anybody. */
@Service
public class Tasks {
    static final int LONGEST_REASON = 500;

    private final TaskStore store;
    private final Facts facts;
    private final Clock clock;

    Tasks(TaskStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /** A task as it is written down; see {@link Task}. */
    public record NewTask(
            TaskField field,
            String title,
            @Nullable String area,
            @Nullable Integer households,
            @Nullable String responsibility,
            String product,
            @Nullable String authority,
            @Nullable String basisNumber,
            @Nullable LocalDate basisOn,
            LocalDate since,
            @Nullable LocalDate until,
            ReviewCycle cycle,
            int hours,
            @Nullable String expertise,
            boolean chore) {}

    /** Writes down a task of the viewer's own cell. */
    @Transactional
    public UUID add(Viewer viewer, NewTask task) {
        UUID id = Ids.next();
        if (!store.add(viewer.scope(), id, viewer.unitNo(), task, Stamp.of(viewer, clock))) {
            throw new NotFound();
        }

        facts.tell(viewer, new TaskStep(id, TaskStep.ADDED));
        return id;
    }

    /**
     * Corrects a task.
     *
     * @throws Refusal when it is closed, or somebody's time in it would lie outside the new period
     * @throws Conflict when it changed meanwhile
     */
    @Transactional
    public void change(Viewer viewer, UUID id, int version, NewTask task) {
        Task before = open(viewer, id, version);
        long outside = store.people(viewer.scope(), id, task.since(), task.until()).outside();
        if (outside > 0) {
            throw new Refusal("assignment.period-cuts-people", Show.number(outside));
        }

        if (!store.change(viewer.scope(), id, version, task, Stamp.of(viewer, clock))) {
            throw lost(viewer.scope(), before.id());
        }

        facts.tell(viewer, new TaskStep(id, TaskStep.CHANGED));
    }

    /**
     * Closes a task with the reason.
     *
     * @throws Refusal while somebody still has it
     */
    @Transactional
    public void close(Viewer viewer, UUID id, int version, String reason) {
        String because =
                reason(
                        reason,
                        "because",
                        "Ghi lý do đóng nhiệm vụ, ví dụ: đã xong, không còn cần.");
        Task task = open(viewer, id, version);
        long running = store.people(viewer.scope(), id, task.since(), task.until()).running();
        if (running > 0) {
            throw new Refusal("assignment.task-has-people", Show.number(running));
        }

        if (!store.close(viewer.scope(), id, version, because, Stamp.of(viewer, clock))) {
            throw lost(viewer.scope(), id);
        }

        facts.tell(viewer, new TaskStep(id, TaskStep.CLOSED));
    }

    private Task open(Viewer viewer, UUID id, int version) {
        Task task = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!viewer.scope().sees(task.unitNo())) {
            throw new NotFound();
        }
        if (task.closedOn() != null) {
            throw new Refusal("assignment.task-closed", Show.date(task.closedOn()));
        }
        if (task.version() != version) {
            throw new Conflict(task.changedBy(), task.changedAt());
        }
        return task;
    }

    private Conflict lost(Scope scope, UUID id) {
        Task now = store.find(scope, id).orElseThrow(NotFound::new);
        return new Conflict(now.changedBy(), now.changedAt());
    }

    /** A reason that is there and not too long. */
    static String reason(String typed, String field, String missing) {
        String why = Texts.clean(typed);
        Problems.Gatherer problems = new Problems.Gatherer();
        if (why.isEmpty()) {
            problems.add(field, missing);
        }
        problems.atMost(field, why, LONGEST_REASON);
        problems.check();
        return why;
    }
}
