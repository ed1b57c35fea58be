package vn.ganbo.liaison;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/**
 * Counts letters of a year by the committee on the other side. Organisations only, never persons.
 */
@Component
class BoardQueries {
    /** For a workplace: by the ward that a letter went to. */
    static final Sql SENT_BY =
            Sql.of(
                    """
                    select t.name,
                           count(*) as sent,
                           count(*) filter (where i.state = 'SENT') as waiting,
                           count(*) filter (where i.due_on < :today::date) as late,
                           count(*) filter (where i.state = 'ACKNOWLEDGED') as to_place,
                           count(*) filter (where i.state = 'PLACED') as placed,
                           count(*) filter (where i.state = 'RETURNED') as returned,
                           count(*) filter (where i.acknowledged_on is not null) as taken_in,
                           coalesce(sum(i.acknowledged_on - i.sent_on), 0) as days
                      from liaison.introduction i
                      join organisation.published_unit t on t.no = i.to_no and t.valid @> :today::date
                     where i.work_no between :low and :high
                       and i.work_no <@ :scope::int4multirange
                       and i.sent_on between :from::date and :to::date
                       and i.state <> 'WITHDRAWN'
                     group by t.no, t.name
                     order by late desc, waiting desc, t.name
                    """);

    /** For a ward: by the workplace that a letter came from. */
    static final Sql CAME_FROM =
            Sql.of(
                    """
                    select f.name,
                           count(*) as sent,
                           count(*) filter (where i.state = 'SENT') as waiting,
                           count(*) filter (where i.due_on < :today::date) as late,
                           count(*) filter (where i.state = 'ACKNOWLEDGED') as to_place,
                           count(*) filter (where i.state = 'PLACED') as placed,
                           count(*) filter (where i.state = 'RETURNED') as returned,
                           count(*) filter (where i.acknowledged_on is not null) as taken_in,
                           coalesce(sum(i.acknowledged_on - i.sent_on), 0) as days
                      from liaison.introduction i
                      join organisation.published_unit f on f.no = i.from_no and f.valid @> :today::date
                     where i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                       and i.sent_on between :from::date and :to::date
                       and i.state <> 'WITHDRAWN'
                     group by f.no, f.name
                     order by late desc, waiting desc, f.name
                    """);

    /** For a superior: by the ward that letters came to. */
    static final Sql CAME_TO =
            Sql.of(
                    """
                    select t.name,
                           count(*) as sent,
                           count(*) filter (where i.state = 'SENT') as waiting,
                           count(*) filter (where i.due_on < :today::date) as late,
                           count(*) filter (where i.state = 'ACKNOWLEDGED') as to_place,
                           count(*) filter (where i.state = 'PLACED') as placed,
                           count(*) filter (where i.state = 'RETURNED') as returned,
                           count(*) filter (where i.acknowledged_on is not null) as taken_in,
                           coalesce(sum(i.acknowledged_on - i.sent_on), 0) as days
                      from liaison.introduction i
                      join organisation.published_unit t on t.no = i.to_no and t.valid @> :today::date
                     where i.res_no between :low and :high
                       and i.res_no <@ :scope::int4multirange
                       and i.sent_on between :from::date and :to::date
                       and i.state <> 'WITHDRAWN'
                     group by t.no, t.name
                     order by late desc, waiting desc, t.name
                    """);

    /**
     * One committee.
     *
     * @param late past the last day, not acknowledged or not placed
     * @param takenIn letters acknowledged, whatever became of them since
     * @param days calendar days from sending to acknowledging, all together
     */
    record Line(
            String name,
            long sent,
            long waiting,
            long late,
            long toPlace,
            long placed,
            long returned,
            long takenIn,
            long days) {

        /** Calendar days from sending to acknowledging on the average, or an empty text. */
        String average() {
            return takenIn == 0
                    ? ""
                    : vn.ganbo.kernel.Show.number(Math.round((double) days / takenIn));
        }

        /** All lines added up. */
        static Line total(List<Line> lines) {
            Line sum = new Line("Cộng", 0, 0, 0, 0, 0, 0, 0, 0);
            for (Line line : lines) {
                sum = sum.plus(line);
            }
            return sum;
        }

        private Line plus(Line other) {
            return new Line(
                    name,
                    sent + other.sent,
                    waiting + other.waiting,
                    late + other.late,
                    toPlace + other.toPlace,
                    placed + other.placed,
                    returned + other.returned,
                    takenIn + other.takenIn,
                    days + other.days);
        }
    }

    private final Db db;

    BoardQueries(Db db) {
        this.db = db;
    }

    List<Line> sentBy(Scope scope, int year) {
        return list(scope, SENT_BY, year);
    }

    List<Line> cameFrom(Scope scope, int year) {
        return list(scope, CAME_FROM, year);
    }

    List<Line> cameTo(Scope scope, int year) {
        return list(scope, CAME_TO, year);
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
}
