package vn.ganbo.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Texts;
import vn.ganbo.member.MemberStatus;
import vn.ganbo.regulation.ScreeningGround;

/** Lists of screening: whom to remind, cases, and figures by ground and year. Never by number. */
@Component
class ScreeningQueries {
    /**
     * Whoever has a month that counts in a year, by cell and name; beside it the months that the
     * book of dues has as not paid and of which nobody has asked yet. The months come first and are
     * counted once; members and cells are then read in one pass each, because the planner takes a
     * scope for a few rows and would ask for thousands one by one. What is said of a person besides
     * is looked up for those on the page.
     */
    static final Sql WARNED =
            Sql.of(
                    """
                    with noted (member_id, kind, month) as (
                        select l.member_id, l.kind, l.month
                          from screening.lapse l
                         where l.work_no between :low and :high
                           and l.work_no <@ :scope::int4multirange
                           and l.kind in ('ABSENCE', 'DUES')
                           and not l.withdrawn
                           and not l.good_reason
                           and l.month between :from::date and :to::date
                        union all
                        select d.member_id, 'BOOK', d.month
                          from away.published_dues d
                         where d.work_no between :low and :high
                           and d.work_no <@ :scope::int4multirange
                           and d.mark = 'UNPAID'
                           and d.month between :from::date and :to::date
                           and d.month < date_trunc('month', :today::date)
                           and not exists (select from screening.lapse l
                                            where l.member_id = d.member_id
                                              and l.kind = 'DUES'
                                              and l.month = d.month
                                              and not l.withdrawn)
                    ),
                    people as materialized (
                        select s.kept_id as member_id,
                               count(distinct n.month) filter (where n.kind = 'ABSENCE') as absent,
                               count(distinct n.month) filter (where n.kind = 'DUES') as unpaid,
                               count(distinct n.month) filter (where n.kind = 'BOOK') as not_asked
                          from noted n
                          join member.published_standing s on s.id = n.member_id
                         group by s.kept_id
                    ),
                    cells as materialized (
                        select w.no, w.name, w.code
                          from organisation.published_unit w
                         where w.no between :low and :high
                           and w.valid @> :today::date
                    ),
                    page as (
                        select m.id as member_id, m.full_name, m.sort_key, w.name as cell_name, w.code,
                               count(*) over () as total
                          from member.published_member m
                          join cells w on w.no = m.work_no
                         where m.work_no between :low and :high
                           and m.work_no <@ :scope::int4multirange
                           and m.status in ('OFFICIAL', 'PROBATIONARY', 'EXEMPT', 'AWAY', 'SUSPENDED')
                           and coalesce(m.id in (select p.member_id from people p), false)
                         order by w.code collate "C", m.sort_key, m.id
                         limit :size::int
                        offset :skip
                    )
                    select g.member_id, g.full_name, g.cell_name, p.absent, p.unpaid, p.not_asked,
                           (select max(t.on_day) from screening.talk t
                              join member.published_standing s on s.id = t.member_id
                             where s.kept_id = g.member_id and t.on_day >= :from::date) as talked_on,
                           exists (select from screening.case_file c
                                    where c.member_id = g.member_id and c.state <> 'DECIDED') as running,
                           g.total
                      from page g
                      join people p on p.member_id = g.member_id
                     order by g.code collate "C", g.sort_key, g.member_id
                    """);

    static final Sql CASES =
            Sql.of(
                    """
                    select c.id, c.full_name, w.name as cell_name, c.ground, c.state, c.resolution_no,
                           c.resolution_on, c.plan_until, c.outcome, c.decision_no, c.decision_on,
                           coalesce(c.heard_on, (select min(h.heard_on) from screening.hearing h
                                                  where h.case_id = c.id)) as heard_on
                      from screening.case_file c
                      join organisation.published_unit w on w.no = c.work_no and w.valid @> :today::date
                     where c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                       and (c.state = 'DECIDED') = :decided::boolean
                     order by coalesce(c.decision_on, c.opened_on) desc, c.sort_key, c.id
                     limit :size::int
                    offset :skip
                    """);

    static final Sql COUNTS =
            Sql.of(
                    """
                    select count(*) filter (where c.state <> 'DECIDED') as running,
                           count(*) filter (where c.state = 'DECIDED') as decided
                      from screening.case_file c
                     where c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                    """);

    static final Sql FIND =
            Sql.of(
                    """
                    select m.id, m.full_name, m.status, w.name as cell_name
                      from member.published_member m
                      join organisation.published_unit w on w.no = m.work_no and w.valid @> :today::date
                     where m.work_no between :low and :high
                       and m.work_no <@ :scope::int4multirange
                       and (' ' || m.folded) like all (:names::text[])
                     order by m.sort_key, m.id
                     limit 30
                    """);

    /**
     * Who left, was struck off, was expelled in a year by the members' own periods, whoever decided
     * it; and cases beside them. Each counted at the unit of the asked level above the cell.
     */
    static final Sql BY_UNIT =
            Sql.of(
                    """
                    with recursive things (work_no, what) as (
                        select m.work_no, s.status
                          from member.published_status s
                          join member.published_member m on m.id = s.member_id
                         where s.status in ('LEFT', 'STRUCK_OFF', 'EXPELLED')
                           and s.since between :from::date and :to::date
                           and m.work_no between :low and :high
                           and m.work_no <@ :scope::int4multirange
                        union all
                        select c.work_no, x.what
                          from screening.case_file c
                         cross join lateral (values
                               ('CASE', c.opened_on),
                               (case when c.state = 'DECIDED' then c.outcome end || '_CASE', c.decision_on))
                               as x (what, on_day)
                         where c.work_no between :low and :high
                           and c.work_no <@ :scope::int4multirange
                           and x.on_day between :from::date and :to::date
                    ),
                    up (work_no, no, kind, name, code, parent_no, depth) as (
                        select t.work_no, u.no, u.kind, u.name, u.code, u.parent_no, 0
                          from (select distinct work_no from things) t
                          join organisation.published_unit u on u.no = t.work_no and u.valid @> :today::date
                        union all
                        select p.work_no, u.no, u.kind, u.name, u.code, u.parent_no, p.depth + 1
                          from up p
                          join organisation.published_unit u on u.no = p.parent_no and u.valid @> :today::date
                         where not p.kind = any (:kinds::text[])
                           and p.depth < 12
                    ),
                    chosen as (
                        select distinct on (p.work_no) p.work_no, p.name, p.code
                          from up p
                         where p.kind = any (:kinds::text[]) or p.parent_no is null
                         order by p.work_no, p.depth
                    )
                    select o.name, o.code,
                           count(*) filter (where t.what = 'CASE') as opened,
                           count(*) filter (where t.what = 'KEPT_CASE') as kept,
                           count(*) filter (where t.what = 'TO_INSPECTION_CASE') as to_inspection,
                           count(*) filter (where t.what = 'STRUCK_OFF') as struck_off,
                           count(*) filter (where t.what = 'LEFT') as left_party,
                           count(*) filter (where t.what = 'EXPELLED') as expelled
                      from things t
                      join chosen o on o.work_no = t.work_no
                     group by o.name, o.code
                     order by o.code collate "C"
                    """);

    static final Sql BY_GROUND =
            Sql.of(
                    """
                    select c.ground,
                           count(*) filter (where c.opened_on between :from::date and :to::date) as opened,
                           count(*) filter (where c.outcome = 'KEPT' and c.decision_on between :from::date and :to::date) as kept,
                           count(*) filter (where c.outcome = 'TO_INSPECTION' and c.decision_on between :from::date and :to::date) as to_inspection,
                           count(*) filter (where c.outcome = 'STRIKE_OFF' and c.decision_on between :from::date and :to::date) as struck_off,
                           count(*) filter (where c.outcome = 'LEAVE' and c.decision_on between :from::date and :to::date) as left_party
                      from screening.case_file c
                     where c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                       and (c.opened_on between :from::date and :to::date
                            or c.decision_on between :from::date and :to::date)
                     group by c.ground
                    """);

    /**
     * Somebody with months that count this year, or that the book of dues has as not paid.
     *
     * @param notAsked months of that book of which nobody has asked; they count for nothing
     * @param total how many there are in all
     */
    record Warned(
            UUID memberId,
            String fullName,
            String cellName,
            long absent,
            long unpaid,
            long notAsked,
            @Nullable LocalDate talkedOn,
            boolean running,
            long total) {
        long months() {
            return Math.max(absent, unpaid);
        }
    }

    record Line(
            UUID id,
            String fullName,
            String cellName,
            ScreeningGround ground,
            ScreeningState state,
            String resolutionNo,
            LocalDate resolutionOn,
            @Nullable LocalDate planUntil,
            @Nullable ScreeningOutcome outcome,
            @Nullable String decisionNo,
            @Nullable LocalDate decisionOn,
            @Nullable LocalDate heardOn) {}

    record Counts(long running, long decided) {}

    record Found(UUID id, String fullName, MemberStatus status, String cellName) {}

    record OfUnit(
            String name,
            String code,
            long opened,
            long kept,
            long toInspection,
            long struckOff,
            long leftParty,
            long expelled) {}

    record OfGround(
            ScreeningGround ground,
            long opened,
            long kept,
            long toInspection,
            long struckOff,
            long leftParty) {}

    private final Db db;

    ScreeningQueries(Db db) {
        this.db = db;
    }

    /** All of them. */
    List<Warned> warned(Scope scope, int year) {
        return warned(scope, year, null, 0);
    }

    /** So many of them; null for all. */
    List<Warned> warned(Scope scope, int year, @Nullable Integer size, long skip) {
        return db.list(
                scope,
                WARNED,
                Warned.class,
                "from",
                first(year),
                "to",
                last(year),
                "size",
                size,
                "skip",
                skip);
    }

    List<Line> cases(Scope scope, boolean decided) {
        return cases(scope, decided, null, 0);
    }

    List<Line> cases(Scope scope, boolean decided, @Nullable Integer size, long skip) {
        return db.list(scope, CASES, Line.class, "decided", decided, "size", size, "skip", skip);
    }

    Counts counts(Scope scope) {
        return db.one(scope, COUNTS, Counts.class).orElse(new Counts(0, 0));
    }

    List<Found> find(Scope scope, String words) {
        return db.list(scope, FIND, Found.class, "names", Texts.patterns(words));
    }

    List<OfUnit> byUnit(Scope scope, int year, String... kinds) {
        return db.list(
                scope,
                BY_UNIT,
                OfUnit.class,
                "from",
                first(year),
                "to",
                last(year),
                "kinds",
                kinds);
    }

    List<OfGround> byGround(Scope scope, int year) {
        return db.list(scope, BY_GROUND, OfGround.class, "from", first(year), "to", last(year));
    }

    private static LocalDate first(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private static LocalDate last(int year) {
        return LocalDate.of(year, 12, 31);
    }
}
