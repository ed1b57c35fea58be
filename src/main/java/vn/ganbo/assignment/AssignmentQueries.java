package vn.ganbo.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Texts;

/** Who does what, in the viewer's cells. */
@Component
class AssignmentQueries {
    private static final String FILTER =
            """
             where a.unit_no between :low and :high
               and a.unit_no <@ :scope::int4multirange
               and (:unit::int is null or a.unit_no = :unit::int)
               and (:q::text = '' or m.folded like '%' || :q::text || '%' or t.search_key like '%' || :q::text || '%')
            """;

    private static final String FROM =
            """
              from assignment.assignment a
              join assignment.task t on t.id = a.task_id
              join organisation.published_unit u on u.no = a.unit_no and u.valid @> :today::date
              left join member.published_member m on m.id = a.member_id
            """;

    static final Sql COUNTS =
            Sql.of("select a.state, count(*) as people" + FROM + FILTER + " group by a.state");

    static final Sql LIST =
            Sql.of(
                    """
                    select a.id, u.name as unit_name, t.title, t.field, t.area, t.households, t.product,
                           t.hours, a.full_name, a.contact, a.state, a.reason, a.since, a.until,
                           a.answer, a.decided, a.ended_on, a.ended_because
                    """
                            + FROM
                            + FILTER
                            + """
                               and (:state::text is null or a.state = :state::text)
                             order by u.code collate "C", a.sort_key, a.since desc, a.id
                             limit :size::int
                            offset :skip
                            """);

    /** How many are in one state. */
    record Count(AssignmentState state, long people) {}

    /** One line of the list. */
    record Line(
            UUID id,
            String unitName,
            String title,
            TaskField field,
            @Nullable String area,
            @Nullable Integer households,
            String product,
            int hours,
            String fullName,
            boolean contact,
            AssignmentState state,
            String reason,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable String answer,
            @Nullable String decided,
            @Nullable LocalDate endedOn,
            @Nullable String endedBecause) {
        String place() {
            return Task.place(area, households);
        }

        String time() {
            return Task.time(since, until);
        }
    }

    private final Db db;

    AssignmentQueries(Db db) {
        this.db = db;
    }

    List<Count> counts(Scope scope, @Nullable Integer unit, String q) {
        return db.list(scope, COUNTS, Count.class, "unit", unit, "q", Texts.folded(q));
    }

    List<Line> list(
            Scope scope,
            @Nullable Integer unit,
            String q,
            @Nullable AssignmentState state,
            @Nullable Integer size,
            long skip) {
        return db.list(
                scope,
                LIST,
                Line.class,
                "unit",
                unit,
                "q",
                Texts.folded(q),
                "state",
                state == null ? null : state.name(),
                "size",
                size,
                "skip",
                skip);
    }
}
