package vn.ganbo.classification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** Counts of a unit's work under Quy định 213 in a year, from what others publish. */
@Component
class ContactQueries {
    static final Sql COUNTS =
            Sql.of(
                    """
                    select 'LETTER' as kind, i.sent_on as came_on, i.acknowledged_on as done_on,
                           null::date as due_on, count(*) as n
                      from liaison.published_introduction i
                     where i.sent_on between make_date(:year::int, 1, 1) and make_date(:year::int, 12, 31)
                       and case when :residence::boolean then i.res_no else i.work_no end between :low and :high
                       and case when :residence::boolean then i.res_no else i.work_no end <@ :scope::int4multirange
                       and case when :residence::boolean then i.res_no else i.work_no end <@ :unit::int4multirange
                     group by i.sent_on, i.acknowledged_on
                    union all
                    select 'NOTICE', n.sent_on, n.answered_on, n.due_on, count(*)
                      from exchange.published_notice n
                     where n.sent_on between make_date(:year::int, 1, 1) and make_date(:year::int, 12, 31)
                       and n.from_side = case when :residence::boolean then 'WORKPLACE' else 'RESIDENCE' end
                       and case when :residence::boolean then n.res_no else n.work_no end between :low and :high
                       and case when :residence::boolean then n.res_no else n.work_no end <@ :scope::int4multirange
                       and case when :residence::boolean then n.res_no else n.work_no end <@ :unit::int4multirange
                     group by n.sent_on, n.answered_on, n.due_on
                    union all
                    select 'COMMENT', null, c.returned_on, null, count(*)
                      from assessment.published_comment c
                     where c.year = :year::int
                       and c.replaces is null
                       and case when :residence::boolean then c.unit_no else c.work_no end between :low and :high
                       and case when :residence::boolean then c.unit_no else c.work_no end <@ :scope::int4multirange
                       and case when :residence::boolean then c.unit_no else c.work_no end <@ :unit::int4multirange
                     group by c.returned_on
                    """);

    /**
     * How many of a kind came on a day, were done on a day and were due on a day.
     *
     * @param kind LETTER, NOTICE or COMMENT
     */
    record Count(
            String kind,
            @Nullable LocalDate cameOn,
            @Nullable LocalDate doneOn,
            @Nullable LocalDate dueOn,
            long n) {

        boolean is(String other) {
            return kind.equals(other);
        }

        boolean doneLate() {
            return doneOn != null && dueOn != null && doneOn.isAfter(dueOn);
        }

        boolean late(LocalDate today) {
            return doneOn == null && dueOn != null && dueOn.isBefore(today);
        }
    }

    private final Db db;

    ContactQueries(Db db) {
        this.db = db;
    }

    /**
     * Counts of a unit and all below it.
     *
     * @param unit its numbers as a multirange
     * @param residence whether the unit stands on the side of the residence
     */
    List<Count> counts(Scope scope, String unit, boolean residence, int year) {
        return db.list(
                scope, COUNTS, Count.class, "unit", unit, "residence", residence, "year", year);
    }
}
