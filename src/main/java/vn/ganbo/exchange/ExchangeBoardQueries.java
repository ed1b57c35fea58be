package vn.ganbo.exchange;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/**
 * Counts what committees told each other in a year and how it was answered; committees only, never
 * persons. Both sides and their superior read the same figures.
 */
@Component
class ExchangeBoardQueries {
    /** The year's notices within the scope, each with the committee at work and the ward. */
    private static final String TOLD =
            """
            with recursive told as materialized (
                select n.from_side, n.work_no, n.res_no, n.sent_on, n.due_on, n.answered_on
                  from exchange.notice n
                 where n.sent_on between :from::date and :to::date
                   and n.state in ('SENT', 'RECEIVED', 'ANSWERED')
                   and ((n.work_no between :low and :high and n.work_no <@ :scope::int4multirange)
                        or (n.res_no between :low and :high and n.res_no <@ :scope::int4multirange))
            ), place as (
                select x.no, x.no as at
                  from (select t.work_no as no from told t union select t.res_no from told t) x
                union
                select p.no, u.parent_no
                  from place p
                  join organisation.published_unit u
                    on u.no = p.at and u.valid @> :today::date and u.kind in ('CELL', 'GROUP', 'SECTION')
                 where u.parent_no is not null
            ), committee as materialized (
                select p.no, u.no as committee_no, u.name
                  from place p
                  join organisation.published_unit u
                    on u.no = p.at and u.valid @> :today::date and u.kind in ('COMMUNE', 'GRASSROOTS')
            )
            """;

    private static final String COUNTS =
            """
                   count(*) as sent,
                   count(*) filter (where t.answered_on is not null) as answered,
                   count(*) filter (where t.answered_on > t.due_on) as answered_late,
                   count(*) filter (where t.answered_on is null and t.due_on < :today::date) as late,
                   coalesce(sum(t.answered_on - t.sent_on), 0) as days
              from told t
            """;

    /** For an office: how it and each committee on the other side answer one another. */
    static final Sql PAIRS =
            Sql.of(
                    TOLD
                            + "select t.from_side, w.name as work_name, r.name as ward_name,\n"
                            + COUNTS
                            + """
                              join committee w on w.no = t.work_no
                              join committee r on r.no = t.res_no
                             group by t.from_side, w.committee_no, w.name, r.committee_no, r.name
                             order by late desc, sent desc, w.name, r.name
                            """);

    /** For a superior: how each committee answers all the others. */
    static final Sql ANSWERING =
            Sql.of(
                    TOLD
                            + """
                            select t.from_side, case when t.from_side = 'RESIDENCE' then a.name end as work_name,
                                   case when t.from_side = 'WORKPLACE' then a.name end as ward_name,
                            """
                            + COUNTS
                            + """
                              join committee a
                                on a.no = case when t.from_side = 'WORKPLACE' then t.res_no else t.work_no end
                             group by t.from_side, a.committee_no, a.name
                             order by late desc, sent desc, a.name
                            """);

    /** How committees send the half-yearly sheets that they owe one another for these halves. */
    static final Sql SHEETS =
            Sql.of(
                    """
                    with pair as materialized (
                        select i.from_no, i.to_no, min(i.sent_on) as sent_on, min(i.acknowledged_on) as acknowledged_on
                          from liaison.published_introduction i
                         where i.state in ('SENT', 'ACKNOWLEDGED', 'PLACED')
                           and i.sent_on is not null
                           and ((i.work_no between :low and :high and i.work_no <@ :scope::int4multirange)
                                or (i.res_no between :low and :high and i.res_no <@ :scope::int4multirange))
                         group by i.from_no, i.to_no
                    ), sheet as materialized (
                        select s.from_side, s.work_no, s.ward_no, s.half, s.sent_on
                          from exchange.half_sheet s
                         where s.half = any (:halves::date[])
                           and ((s.work_no between :low and :high and s.work_no <@ :scope::int4multirange)
                                or (s.ward_no between :low and :high and s.ward_no <@ :scope::int4multirange))
                    )
                    select c.side as from_side, u.name, c.owed, c.sent, c.sent_late, c.missing
                      from (select x.side, x.own_no, count(*) as owed, count(s.sent_on) as sent,
                                   count(*) filter (where s.sent_on > x.due) as sent_late,
                                   count(*) filter (where s.sent_on is null and x.due < :today::date) as missing
                              from (select 'WORKPLACE' as side, p.from_no as own_no, p.from_no, p.to_no, h.half, h.due
                                      from pair p
                                      join unnest(:halves::date[], :lasts::date[], :dues::date[])
                                           as h (half, last, due)
                                        on p.sent_on <= h.last
                                    union all
                                    select 'RESIDENCE', p.to_no, p.from_no, p.to_no, h.half, h.due
                                      from pair p
                                      join unnest(:halves::date[], :lasts::date[], :dues::date[])
                                           as h (half, last, due)
                                        on p.acknowledged_on <= h.last) x
                              left join sheet s
                                     on s.from_side = x.side and s.work_no = x.from_no and s.ward_no = x.to_no
                                    and s.half = x.half
                             group by x.side, x.own_no) c
                      join organisation.published_unit u on u.no = c.own_no and u.valid @> :today::date
                     order by c.missing desc, c.owed desc, u.name
                    """);

    /** One pair of committees, one way; null for all those on a side. */
    record Line(
            String fromSide,
            @Nullable String workName,
            @Nullable String wardName,
            long sent,
            long answered,
            long answeredLate,
            long late,
            long days) {

        boolean toResidence() {
            return Direction.from(fromSide) == Direction.TO_RESIDENCE;
        }

        /** Who wrote. */
        String from() {
            return toResidence() ? workplace() : ward();
        }

        /** Who owes the answers. */
        String to() {
            return toResidence() ? ward() : workplace();
        }

        private String workplace() {
            return workName == null ? "Các nơi công tác" : workName;
        }

        private String ward() {
            return wardName == null ? "Các nơi cư trú" : wardName;
        }

        /** Answered, in percent of what was sent. */
        int rate() {
            return sent == 0 ? 0 : (int) (100 * answered / sent);
        }

        /** Calendar days from sending to the answer on the average, or an empty text. */
        String average() {
            return answered == 0
                    ? ""
                    : "%.1f".formatted((double) days / answered).replace('.', ',');
        }
    }

    /** The half-yearly sheets of one committee. */
    record SheetLine(
            String fromSide, String name, long owed, long sent, long sentLate, long missing) {}

    private final Db db;

    ExchangeBoardQueries(Db db) {
        this.db = db;
    }

    List<Line> pairs(Scope scope, int year) {
        return list(scope, PAIRS, year);
    }

    List<Line> answering(Scope scope, int year) {
        return list(scope, ANSWERING, year);
    }

    private List<Line> list(Scope scope, Sql sql, int year) {
        return db.list(
                scope,
                sql,
                Line.class,
                "from",
                LocalDate.of(year, 1, 1),
                "to",
                LocalDate.of(year, 12, 31));
    }

    /** Halves and their last days for sending, in the same order. */
    List<SheetLine> sheets(Scope scope, List<HalfYear> halves, List<LocalDate> dues) {
        return db.list(
                scope,
                SHEETS,
                SheetLine.class,
                "halves",
                halves.stream().map(half -> half.first().toString()).toArray(String[]::new),
                "lasts",
                halves.stream().map(half -> half.last().toString()).toArray(String[]::new),
                "dues",
                dues.stream().map(LocalDate::toString).toArray(String[]::new));
    }
}
