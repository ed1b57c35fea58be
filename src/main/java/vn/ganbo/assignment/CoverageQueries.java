package vn.ganbo.assignment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Bao quát: what of each cell's tasks nobody has, who has nothing, and who too much. */
@Component
class CoverageQueries {
    static final Sql CELLS =
            Sql.of(
                    """
                    with cell as (
                        select u.no, u.id, u.name, u.code
                          from organisation.published_unit u
                         where u.valid @> :today::date
                           and u.kind = 'CELL'
                           and u.no between :low and :high
                           and u.no <@ :scope::int4multirange
                           and (:unit::int is null or u.no = :unit::int)
                    ), given as (
                        select a.unit_no, a.task_id, a.member_id, a.contact
                          from assignment.assignment a
                         where a.unit_no between :low and :high
                           and a.unit_no <@ :scope::int4multirange
                           and (:unit::int is null or a.unit_no = :unit::int)
                           and a.state not in ('WITHDRAWN', 'ENDED')
                           and (a.until is null or a.until >= :today::date)
                    ), task as (
                        select t.unit_no, t.id, t.hours, t.chore, coalesce(t.households, 0) as households,
                               t.id in (select g.task_id from given g) as held
                          from assignment.task t
                         where t.unit_no between :low and :high
                           and t.unit_no <@ :scope::int4multirange
                           and (:unit::int is null or t.unit_no = :unit::int)
                           and t.closed_on is null
                           and (t.until is null or t.until >= :today::date)
                    ), tasks as (
                        select t.unit_no, count(*) as tasks, count(*) filter (where not t.held) as nobody,
                               sum(t.households) as households,
                               coalesce(sum(t.households) filter (where not t.held), 0) as households_nobody
                          from task t
                         group by t.unit_no
                    ), load as (
                        select g.unit_no, g.member_id, sum(t.hours) as hours,
                               count(*) filter (where t.chore) as chores,
                               count(*) filter (where t.chore and g.contact) as chores_contact
                          from given g
                          join task t on t.id = g.task_id
                         group by g.unit_no, g.member_id
                    ), chores as (
                        select l.unit_no, sum(l.chores) as chores, sum(l.chores_contact) as chores_contact
                          from load l
                         group by l.unit_no
                    ), place as (
                        select c.no as cell_no, u.no
                          from cell c
                          join organisation.published_unit u
                            on u.valid @> :today::date
                           and (u.no = c.no or (u.parent_no = c.no and u.kind = 'GROUP'))
                    ), person as (
                        select p.cell_no, m.id
                          from place p
                          join member.published_member m on m.work_no = p.no
                         where m.work_no between :low and :high
                           and m.work_no <@ :scope::int4multirange
                           and m.status in ('OFFICIAL', 'PROBATIONARY')
                        union
                        select p.cell_no, m.id
                          from place p
                          join member.published_member m on m.res_no = p.no
                         where m.res_no between :low and :high
                           and m.res_no <@ :scope::int4multirange
                           and m.status in ('OFFICIAL', 'PROBATIONARY')
                           and m.id not in (select e.member_id
                                              from member.published_exemption e
                                             where e.valid @> :today::date)
                    ), people as (
                        select p.cell_no, count(*) as people,
                               count(*) filter (where l.member_id is null) as without,
                               count(*) filter (where l.hours > :hours::int) as over
                          from person p
                          left join load l on l.unit_no = p.cell_no and l.member_id = p.id
                         group by p.cell_no
                    ), late as (
                        select r.unit_no, count(*) as late
                          from assignment.review r
                         where r.unit_no between :low and :high
                           and r.unit_no <@ :scope::int4multirange
                           and r.reviewed_on is null
                           and r.due_on < :today::date
                         group by r.unit_no
                    )
                    select c.id, c.name, coalesce(t.tasks, 0) as tasks, coalesce(t.nobody, 0) as nobody,
                           coalesce(t.households, 0) as households,
                           coalesce(t.households_nobody, 0) as households_nobody,
                           coalesce(p.people, 0) as people, coalesce(p.without, 0) as without,
                           coalesce(p.over, 0) as over, coalesce(h.chores, 0) as chores,
                           coalesce(h.chores_contact, 0) as chores_contact, coalesce(l.late, 0) as late
                      from cell c
                      left join tasks t on t.unit_no = c.no
                      left join people p on p.cell_no = c.no
                      left join chores h on h.unit_no = c.no
                      left join late l on l.unit_no = c.no
                     order by c.code collate "C", c.no
                     limit 500
                    """);

    /**
     * One cell.
     *
     * @param nobody tasks that nobody has
     * @param people who can be given tasks today
     * @param without of these, who have none
     * @param over of these, who have more hours than the threshold
     * @param chores how often the residential group's chores are given, to anybody
     * @param choresContact of these, to members on the register of the residence
     * @param late reviews past their last day
     */
    record Line(
            UUID id,
            String name,
            long tasks,
            long nobody,
            long households,
            long householdsNobody,
            long people,
            long without,
            long over,
            long chores,
            long choresContact,
            long late) {

        /**
         * Whole per cent of the chores given to members on the register; 0 where there are none.
         */
        long share() {
            return chores == 0 ? 0 : Math.round(100.0 * choresContact / chores);
        }
    }

    private final Db db;

    CoverageQueries(Db db) {
        this.db = db;
    }

    /** One line for each cell, or for one. */
    List<Line> cells(Scope scope, @Nullable Integer unit, int hours) {
        return db.list(scope, CELLS, Line.class, "unit", unit, "hours", hours);
    }
}
