package vn.ganbo.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.assignment.AssignmentFacts.RequestStep;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Viewer;

/** Đề nghị của khu dân cư: what help is wanted finds who can give it. */
@Service
public class NeighbourhoodRequests {
    private final NeighbourhoodRequestStore store;
    private final TaskStore tasks;
    private final Facts facts;
    private final Clock clock;

    NeighbourhoodRequests(
            NeighbourhoodRequestStore store, TaskStore tasks, Facts facts, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.facts = facts;
        this.clock = clock;
    }

    /** What is asked for. */
    public record Asked(
            AskedBy by,
            TaskField field,
            String title,
            String words,
            @Nullable String expertise,
            LocalDate on) {}

    /** Writes down a request that reached the viewer's own cell. */
    @Transactional
    public UUID add(Viewer viewer, Asked asked) {
        if (asked.on().isAfter(LocalDate.now(clock))) {
            throw Problems.of("on", "Ngày đề nghị chưa đến.");
        }
        UUID id = Ids.next();
        if (!store.add(viewer.scope(), id, viewer.unitNo(), asked, Stamp.of(viewer, clock))) {
            throw new NotFound();
        }

        facts.tell(viewer, new RequestStep(id, RequestStep.ADDED));
        return id;
    }

    /**
     * Makes a task of it, to be given to somebody as any other.
     *
     * @return the task
     */
    @Transactional
    public UUID becomeTask(Viewer viewer, UUID id, int version) {
        NeighbourhoodRequest request = open(viewer, id, version);
        Stamp stamp = Stamp.of(viewer, clock);
        UUID task = Ids.next();
        Tasks.NewTask made =
                new Tasks.NewTask(
                        request.field(),
                        request.title(),
                        null,
                        null,
                        null,
                        request.words(),
                        null,
                        null,
                        null,
                        stamp.on(),
                        null,
                        ReviewCycle.MONTH,
                        0,
                        request.expertise(),
                        request.chore());

        if (!tasks.add(viewer.scope(), task, request.unitNo(), made, stamp)
                || !store.settle(viewer.scope(), request, task, null, stamp)) {
            throw new Conflict(request.changedBy(), request.changedAt());
        }

        facts.tell(viewer, new RequestStep(id, RequestStep.BECAME_TASK));
        return task;
    }

    /**
     * Takes it out, when those who asked agree.
     *
     * @throws Problems without their agreement, or without a reason
     */
    @Transactional
    public void withdraw(Viewer viewer, UUID id, int version, boolean agreed, String reason) {
        if (!agreed) {
            throw Problems.of("agreed", "Hỏi nơi đề nghị trước; chỉ rút khi nơi đề nghị đồng ý.");
        }
        String because = Tasks.reason(reason, "because", "Ghi lý do rút đề nghị.");
        NeighbourhoodRequest request = open(viewer, id, version);

        if (!store.settle(viewer.scope(), request, null, because, Stamp.of(viewer, clock))) {
            throw new Conflict(request.changedBy(), request.changedAt());
        }

        facts.tell(viewer, new RequestStep(id, RequestStep.WITHDRAWN));
    }

    private NeighbourhoodRequest open(Viewer viewer, UUID id, int version) {
        NeighbourhoodRequest request = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        if (!request.open()) {
            throw new Refusal("assignment.request-settled");
        }
        if (request.version() != version) {
            throw new Conflict(request.changedBy(), request.changedAt());
        }
        return request;
    }
}
