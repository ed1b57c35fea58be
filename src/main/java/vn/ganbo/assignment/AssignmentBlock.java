package vn.ganbo.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** On the member's page: the tasks, for the person and for the cell that gave them. */
@Component
class AssignmentBlock implements MemberBlock<AssignmentBlock.Row> {
    static final Sql TASKS =
            Sql.of(
                    """
                    select a.member_id, a.id, t.title, a.state, a.since, a.until
                      from assignment.assignment a
                      join assignment.task t on t.id = a.task_id
                     where a.member_id = any (:members::uuid[])
                       and ((a.unit_no between :low and :high and a.unit_no <@ :scope::int4multirange)
                            or a.member_id = :self::uuid)
                       and a.state not in ('WITHDRAWN', 'ENDED')
                     order by a.since desc, a.id
                    """);

    record Row(
            UUID memberId,
            UUID id,
            String title,
            AssignmentState state,
            LocalDate since,
            @Nullable LocalDate until) {}

    @Override
    public Sql statement() {
        return TASKS;
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public Optional<Block> of(Viewer viewer, List<Row> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        boolean self = viewer.is(Role.MEMBER);
        boolean reads = AssignmentMenu.reads(viewer);
        return Optional.of(
                new Block(
                        25,
                        "Nhiệm vụ được phân công",
                        rows.stream()
                                .map(row ->
                                        new Line(
                                                row.title(),
                                                Labels.of(row.state())
                                                        + ", "
                                                        + Task.time(row.since(), row.until()),
                                                null,
                                                self
                                                        ? AssignmentMenu.MINE
                                                        : reads
                                                                ? AssignmentMenu.ASSIGNMENTS
                                                                        + "/"
                                                                        + row.id()
                                                                : null))
                                .toList()));
    }
}
