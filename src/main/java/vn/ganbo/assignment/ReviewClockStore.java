package vn.ganbo.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** What the night writes about reviews; each kind in one statement for everybody. */
@Component
class ReviewClockStore {
    /**
     * One review of what has ended since the last one, however many nights were missed, and of no
     * period that was over before the person had said yes. Of so many cells at a time: each is told
     * once.
     */
    static final Sql OPEN =
            Sql.of(
                    """
                    with period as (
                        select k.cycle, k.months, max(g)::date - 1 as last
                          from (values ('MONTH', 1), ('QUARTER', 3), ('HALF_YEAR', 6)) as k (cycle, months)
                         cross join generate_series(date_trunc('month', :today::date) - interval '5 months',
                                                    date_trunc('month', :today::date), interval '1 month') g
                         where (date_part('month', g - interval '1 day'))::int % k.months = 0
                         group by k.cycle, k.months
                    ), due as (
                        select a.unit_no, a.id, a.member_id, p.months, p.last, least(a.until, p.last) as to_day,
                               greatest(a.since, y.first) as earliest,
                               dense_rank() over (order by a.unit_no) as cell
                          from assignment.assignment a
                          join assignment.task t on t.id = a.task_id
                          join period p on p.cycle = t.cycle
                         cross join lateral (select coalesce(a.answered_on, a.since) as day) yes
                         cross join lateral (
                             select (date_trunc('month', yes.day)
                                     - make_interval(months => (date_part('month', yes.day)::int - 1) % p.months))::date
                                    as first) y
                         where a.unit_no between :low and :high
                           and a.unit_no <@ :scope::int4multirange
                           and a.state = 'ACCEPTED'
                           and yes.day <= p.last
                           and greatest(a.since, y.first) <= least(a.until, p.last)
                           and not exists (select from assignment.review r
                                            where r.assignment_id = a.id
                                              and r.cause = 'CYCLE'
                                              and r.to_day >= least(a.until, p.last))
                    ), missed as (
                        select d.unit_no, d.id, d.member_id, d.months, d.to_day,
                               greatest(d.earliest, latest.to_day + 1) as from_day,
                               greatest(d.last, :today::date - 1) + :days::int as due_on
                          from due d
                         cross join lateral (select max(r.to_day) as to_day
                                               from assignment.review r
                                              where r.assignment_id = d.id
                                                and r.cause = 'CYCLE') latest
                         where d.cell <= coalesce(:cells::int, d.cell)
                    ), added as (
                        insert into assignment.review
                               (unit_no, id, assignment_id, member_id, cause, from_day, to_day, periods, due_on,
                                changed_at, changed_by)
                        select m.unit_no, gen_random_uuid(), m.id, m.member_id, 'CYCLE', m.from_day, m.to_day,
                               1 + (date_part('year', m.to_day)::int * 12 + date_part('month', m.to_day)::int - 1) / m.months
                                 - (date_part('year', m.from_day)::int * 12 + date_part('month', m.from_day)::int - 1) / m.months,
                               m.due_on, :at::timestamptz, :who
                          from missed m
                            on conflict do nothing
                        returning unit_no, member_id, assignment_id
                    )
                    select d.unit_no, u.side, d.member_id, a.contact
                      from added d
                      join assignment.assignment a on a.id = d.assignment_id
                      join organisation.published_unit u on u.no = d.unit_no and u.valid @> :today::date
                    """);

    /**
     * Who is no longer of the cell, or can do nothing now, and was not looked at for that lately.
     */
    static final Sql PUT_UP =
            Sql.of(
                    """
                    with added as (
                        insert into assignment.review
                               (unit_no, id, assignment_id, member_id, cause, from_day, to_day, due_on,
                                changed_at, changed_by)
                        select a.unit_no, gen_random_uuid(), a.id, a.member_id, 'LEFT_CELL',
                               least(a.since, :today::date), :today::date, :today::date + :days::int,
                               :at::timestamptz, :who
                          from assignment.assignment a
                          join member.published_member m on m.id = a.member_id
                         where a.unit_no between :low and :high
                           and a.unit_no <@ :scope::int4multirange
                           and a.state = 'ACCEPTED'
                           and (a.until is null or a.until >= :today::date)
                           and (m.status not in ('OFFICIAL', 'PROBATIONARY')
                                or not exists (
                                    select from organisation.published_unit u
                                     where u.valid @> :today::date
                                       and (u.no = a.unit_no or (u.parent_no = a.unit_no and u.kind = 'GROUP'))
                                       and u.no in (m.work_no, m.res_no)))
                           and not exists (select from assignment.review r
                                            where r.assignment_id = a.id
                                              and r.cause <> 'CYCLE'
                                              and (r.reviewed_on is null or r.reviewed_on > :today::date - 90))
                            on conflict do nothing
                        returning unit_no, member_id, assignment_id
                    )
                    select d.unit_no, u.side, d.member_id, a.contact
                      from added d
                      join assignment.assignment a on a.id = d.assignment_id
                      join organisation.published_unit u on u.no = d.unit_no and u.valid @> :today::date
                    """);

    /** Late ones of which the cell has not been reminded. */
    static final Sql REMIND =
            Sql.of(
                    """
                    with late as (
                        update assignment.review r
                           set reminded_on = :today::date
                         where r.unit_no between :low and :high
                           and r.unit_no <@ :scope::int4multirange
                           and r.reviewed_on is null
                           and r.due_on < :today::date
                           and r.reminded_on is null
                        returning r.unit_no, r.member_id
                    )
                    select l.unit_no, u.side, l.member_id, false as contact
                      from late l
                      join organisation.published_unit u on u.no = l.unit_no and u.valid @> :today::date
                    """);

    /** Late ones of which the committee above is told; its number comes back. */
    static final Sql ESCALATE =
            Sql.of(
                    """
                    with recursive late as (
                        update assignment.review r
                           set escalated_on = :today::date
                         where r.unit_no between :low and :high
                           and r.unit_no <@ :scope::int4multirange
                           and r.reviewed_on is null
                           and r.due_on < :before::date
                           and r.escalated_on is null
                        returning r.unit_no, r.id, r.member_id
                    ), up as (
                        select l.id, l.member_id, u.side, u.parent_no
                          from late l
                          join organisation.published_unit u on u.no = l.unit_no and u.valid @> :today::date
                        union all
                        select p.id, p.member_id, p.side, u.parent_no
                          from up p
                          join organisation.published_unit u on u.no = p.parent_no and u.valid @> :today::date
                         where u.kind not in ('COMMUNE', 'GRASSROOTS', 'PROVINCE')
                    )
                    select p.parent_no as unit_no, p.side, p.member_id, false as contact
                      from up p
                      join organisation.published_unit u on u.no = p.parent_no and u.valid @> :today::date
                     where u.kind in ('COMMUNE', 'GRASSROOTS')
                    """);

    /** One review, and the unit that is told. */
    record Found(int unitNo, String side, UUID memberId, boolean contact) {}

    private final Db db;

    ReviewClockStore(Db db) {
        this.db = db;
    }

    /** For at most so many cells; null for all. */
    List<Found> open(Scope scope, int days, @Nullable Integer cells, Stamp stamp) {
        return db.list(
                scope,
                OPEN,
                Found.class,
                "days",
                days,
                "cells",
                cells,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    List<Found> putUp(Scope scope, int days, Stamp stamp) {
        return db.list(
                scope, PUT_UP, Found.class, "days", days, "at", stamp.at(), "who", stamp.who());
    }

    List<Found> remind(Scope scope) {
        return db.list(scope, REMIND, Found.class);
    }

    /** Those whose last day lies before that day. */
    List<Found> escalate(Scope scope, LocalDate before) {
        return db.list(scope, ESCALATE, Found.class, "before", before);
    }
}
