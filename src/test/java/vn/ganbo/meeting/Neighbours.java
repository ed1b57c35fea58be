package vn.ganbo.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.World;
import vn.ganbo.kernel.Ids;

/** Puts members of a small world on the register of its ward, as the letters would. */
final class Neighbours {
    private final World world;

    Neighbours(World world) {
        this.world = world;
    }

    /** On the register of the first cell since a year ago. */
    UUID inCell(String name) {
        return on(name, world.cell1, null, "[2025-01-01,)", false);
    }

    UUID inGroup(String name) {
        return on(name, world.cell1, world.group1, "[2025-01-01,)", false);
    }

    List<UUID> manyInCell(int people) {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(inCell("Người Thứ " + (i + 1)));
        }
        return all;
    }

    UUID on(String name, int cell, @Nullable Integer group, String valid, boolean exempt) {
        UUID member = world.member(name);
        UUID letter = Ids.next();
        World.run(
                """
                insert into liaison.introduction
                       (from_no, work_no, to_no, res_no, id, member_id, state, number, exempt, rulebook,
                        changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, 'PLACED', ?, ?, '213-qd-tw/1', timestamptz '2025-01-01', 'thử')
                """,
                world.workplace,
                world.workCell,
                world.ward,
                group == null ? cell : group,
                letter,
                member,
                "01-GGT/ĐU",
                exempt);
        World.run(
                """
                insert into liaison.contact
                       (ward_no, cell_no, group_no, work_no, id, introduction_id, member_id, valid,
                        full_name, folded, sort_key, work_name, acknowledged_on, exempt)
                select ?, ?, ?, m.work_no, ?, ?, m.id, ?::daterange, m.full_name, m.folded, m.sort_key,
                       'Trường Thử Nghiệm', date '2025-01-01', ?
                  from member.member m
                 where m.id = ?
                """,
                world.ward,
                cell,
                group,
                Ids.next(),
                letter,
                valid,
                exempt,
                member);
        World.run(
                "update member.member set res_no = ? where id = ?",
                group == null ? cell : group,
                member);
        return member;
    }

    void exemptFrom(UUID member, LocalDate since) {
        World.run(
                """
                insert into member.exemption (id, member_id, kind, ground, valid, rulebook)
                values (?, ?, 'MEETINGS', 'far-or-mobile', daterange(?::date, null), '213-qd-tw/1')
                """,
                Ids.next(),
                member,
                since);
    }
}
