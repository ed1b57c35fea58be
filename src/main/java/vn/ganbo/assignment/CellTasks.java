package vn.ganbo.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Errands;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/** What others ask the cell to give somebody is a task like any other. */
@Component
class CellTasks implements Errands {
    private static final String AUTHORITY = "Tự thu xếp thời gian; việc khó báo chi ủy";

    private final Tasks tasks;
    private final Assignments assignments;
    private final AssignmentStore store;
    private final PeopleQueries people;
    private final Clock clock;

    CellTasks(
            Tasks tasks,
            Assignments assignments,
            AssignmentStore store,
            PeopleQueries people,
            Clock clock) {
        this.tasks = tasks;
        this.assignments = assignments;
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public List<Hand> hands(Viewer viewer) {
        return people.beside(viewer.scope(), viewer.unitNo(), null, false).stream()
                .filter(one -> one.unavailable() == null)
                .map(one -> new Hand(one.id(), words(one)))
                .toList();
    }

    private static String words(Person one) {
        String load = one.tasks() == 0 ? "chưa có nhiệm vụ" : one.tasks() + " nhiệm vụ";
        return "%s (%s%s)"
                .formatted(one.fullName(), load, one.spared() ? ", đang được giảm công tác" : "");
    }

    @Override
    public Given give(Viewer viewer, Wanted wanted) {
        LocalDate today = LocalDate.now(clock);
        if (wanted.until().isBefore(today)) {
            throw Problems.of("until", "Ghi hạn từ hôm nay trở đi.");
        }
        UUID task =
                tasks.add(
                        viewer,
                        new Tasks.NewTask(
                                TaskField.PARTY,
                                wanted.title(),
                                null,
                                null,
                                wanted.what(),
                                wanted.product(),
                                AUTHORITY,
                                null,
                                null,
                                today,
                                wanted.until(),
                                ReviewCycle.MONTH,
                                0,
                                null,
                                false));
        UUID id =
                assignments.propose(
                        viewer,
                        task,
                        new Assignments.Proposal(
                                wanted.person(), wanted.because(), today, wanted.until()));
        return given(viewer.scope(), List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    @Override
    public List<Given> given(Scope scope, Collection<UUID> ids) {
        return store.outcomes(scope, ids).stream().map(AssignmentStore.Outcome::given).toList();
    }
}
