package vn.ganbo.away;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.World;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.LeaveExtent;

/** A residential cell with members of its own, who go away to work. */
final class AwayWorld {
    final World world = new World();
    final Viewer secretary = world.cellSecretary();
    final Viewer ward = world.wardOffice();

    /** A member whose Party life is in the residential cell itself. */
    UUID member(String fullName) {
        UUID id = world.member(fullName);
        World.run("update member.member set work_no = ? where id = ?", world.cell1, id);
        World.run("update member.placement set unit_no = ? where member_id = ?", world.cell1, id);
        return id;
    }

    /** A task of cell 1 that this person of its own has accepted. */
    UUID task(UUID member) {
        return task(member, false);
    }

    UUID task(UUID member, boolean contact) {
        UUID task = Ids.next();
        UUID id = Ids.next();
        World.run(
                """
                insert into assignment.task
                       (unit_no, id, field, title, search_key, product, since, cycle, hours, chore, changed_at, changed_by)
                values (?, ?, 'SECURITY', 'Tuần tra', 'tuan tra', 'Sổ tuần tra', current_date - 90, 'MONTH', 4, false,
                        current_timestamp, 'x')
                """,
                world.cell1,
                task);
        World.run(
                """
                insert into assignment.assignment
                       (unit_no, id, task_id, member_id, full_name, sort_key, contact, state, reason, since,
                        answered_on, changed_at, changed_by)
                select ?, ?, ?, m.id, m.full_name, m.sort_key, ?, 'ACCEPTED', 'Khỏe', current_date - 60,
                       current_date - 60, current_timestamp, 'x'
                  from member.member m
                 where m.id = ?
                """,
                world.cell1,
                id,
                task,
                contact,
                member);
        return id;
    }

    /** Why this task was put up for review, as the cell reads it. */
    List<String> causes(UUID assignment) {
        return World.texts(
                "select r.cause from assignment.review r where r.assignment_id = ? order by r.cause",
                assignment);
    }

    Viewer self(UUID member) {
        return world.memberViewer(member);
    }

    static AwayApplications.Wish wish(
            String ground, LeaveExtent extent, LocalDate since, @Nullable LocalDate until) {
        return new AwayApplications.Wish(
                ground,
                extent,
                "Phường Bình Thử, Đồng Nai",
                "Công nhân may",
                "0900000001",
                "",
                since,
                until,
                null);
    }
}
