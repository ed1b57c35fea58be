package vn.ganbo.exchange;

import java.time.LocalDate;
import java.util.List;
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
    static final Sql LINES =
            Sql.of(
                    """
                    with recursive place as (
                        select distinct x.no, x.no as at
                          from (select n.work_no as no from exchange.notice n
                                 where n.sent_on between :from::date and :to::date
                                   and ((n.work_no between :low and :high and n.work_no <@ :scope::int4multirange)
                                        or (n.res_no between :low and :high and n.res_no <@ :scope::int4multirange))
                                union
                                select n.res_no from exchange.notice n
                                 where n.sent_on between :from::date and :to::date
                                   and ((n.work_no between :low and :high and n.work_no <@ :scope::int4multirange)
                                        or (n.res_no between :low and :high and n.res_no <@ :scope::int4multirange))) x
                        union
                        select p.no, u.parent_no
                          from place p
                          join organisation.published_unit u
                            on u.no = p.at and u.valid @> :today::date and u.kind in ('CELL', 'GROUP', 'SECTION')
                         where u.parent_no is not null
                    ), committee as (
                        select p.no, u.no as committee_no, u.name
                          from place p
                          join organisation.published_unit u
                            on u.no = p.at and u.valid @> :today::date and u.kind in ('COMMUNE', 'GRASSROOTS')
                    )
                    select n.from_side, w.name as work_name, r.name as ward_name, count(*) as sent,
                           count(*) filter (where n.answered_on is not null) as answered,
                           count(*) filter (where n.answered_on > n.due_on) as answered_late,
                           count(*) filter (where n.answered_on is null and n.due_on < :today::date) as late,
                           coalesce(sum(n.answered_on - n.sent_on), 0) as days
                      from exchange.notice n
                      join committee w on w.no = n.work_no
                      join committee r on r.no = n.res_no
                     where n.sent_on between :from::date and :to::date
                       and n.state in ('SENT', 'RECEIVED', 'ANSWERED')
                       and ((n.work_no between :low and :high and n.work_no <@ :scope::int4multirange)
                            or (n.res_no between :low and :high and n.res_no <@ :scope::int4multirange))
                     group by n.from_side, w.committee_no, w.name, r.committee_no, r.name
                     order by late desc, sent desc, w.name, r.name
                    """);

    /** One pair of committees, one way. */
    record Line(
            String fromSide,
            String workName,
            String wardName,
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
            return toResidence() ? workName : wardName;
        }

        /** Who owes the answers. */
        String to() {
            return toResidence() ? wardName : workName;
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

    private final Db db;

    ExchangeBoardQueries(Db db) {
        this.db = db;
    }

    List<Line> ofYear(Scope scope, int year) {
        return db.list(
                scope,
                LINES,
                Line.class,
                "from",
                LocalDate.of(year, 1, 1),
                "to",
                LocalDate.of(year, 12, 31));
    }
}
