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

/** The catalogue, and the cells of the viewer's scope. */
@Component
class TaskQueries {
    static final Sql CELLS =
            Sql.of(
                    """
                    select u.id, u.no, u.name
                      from organisation.published_unit u
                     where u.valid @> :today::date
                       and u.kind = 'CELL'
                       and u.no between :low and :high
                       and u.no <@ :scope::int4multirange
                     order by u.code collate "C", u.no
                     limit 300
                    """);

    private static final String HELD =
            """
            exists (select from assignment.assignment a
                     where a.task_id = t.id
                       and a.state not in ('WITHDRAWN', 'ENDED')
                       and (a.until is null or a.until >= :today::date))
            """;

    private static final String FILTER =
            """
             where t.unit_no between :low and :high
               and t.unit_no <@ :scope::int4multirange
               and (:unit::int is null or t.unit_no = :unit::int)
               and (:field::text is null or t.field = :field::text)
               and (' ' || t.search_key) like all (:patterns::text[])
            """;

    static final Sql COUNTS =
            Sql.of(
                    """
                    select count(*) filter (where t.closed_on is null) as open,
                           count(*) filter (where t.closed_on is null and (t.until is null or t.until >= :today::date) and not
                    """
                            + HELD
                            + """
                            ) as nobody,
                            count(*) filter (where t.closed_on is not null) as closed
                              from assignment.task t
                            """
                            + FILTER);

    static final Sql LIST =
            Sql.of(
                    """
                    select t.id, u.name as unit_name, t.field, t.title, t.area, t.households,
                           t.responsibility, t.product, t.authority, t.basis_number, t.basis_on, t.since,
                           t.until, t.cycle, t.hours, t.expertise, t.chore, t.closed_on, t.closed_because,
                           (select string_agg(a.full_name, ', ' order by a.sort_key, a.id)
                              from assignment.assignment a
                             where a.task_id = t.id
                               and a.state not in ('WITHDRAWN', 'ENDED')
                               and (a.until is null or a.until >= :today::date)) as people
                      from assignment.task t
                      join organisation.published_unit u on u.no = t.unit_no and u.valid @> :today::date
                    """
                            + FILTER
                            + """
                               and case :which::text
                                   when 'closed' then t.closed_on is not null
                                   when 'nobody' then t.closed_on is null and (t.until is null or t.until >= :today::date) and not
                            """
                            + HELD
                            + """
                                   else t.closed_on is null end
                             order by u.code collate "C", t.field, t.search_key, t.id
                             limit :size::int
                            offset :skip
                            """);

    /** A cell to choose. */
    record Cell(UUID id, int no, String name) {}

    /** How many stand in which tab. */
    record Counts(long open, long nobody, long closed) {}

    /** One line of the catalogue. */
    record Line(
            UUID id,
            String unitName,
            TaskField field,
            String title,
            @Nullable String area,
            @Nullable Integer households,
            @Nullable String responsibility,
            String product,
            @Nullable String authority,
            @Nullable String basisNumber,
            @Nullable LocalDate basisOn,
            LocalDate since,
            @Nullable LocalDate until,
            ReviewCycle cycle,
            int hours,
            @Nullable String expertise,
            boolean chore,
            @Nullable LocalDate closedOn,
            @Nullable String closedBecause,
            @Nullable String people) {
        String place() {
            return Task.place(area, households);
        }

        /** As {@link Task#basis()}. */
        String basis() {
            return Task.basis(basisNumber, basisOn);
        }
    }

    /** What the catalogue is narrowed to; {@code which} is open, nobody or closed. */
    record Filter(@Nullable Integer unit, @Nullable TaskField field, String q, String which) {}

    private final Db db;

    TaskQueries(Db db) {
        this.db = db;
    }

    List<Cell> cells(Scope scope) {
        return db.list(scope, CELLS, Cell.class);
    }

    Counts counts(Scope scope, Filter filter) {
        return db.one(
                        scope,
                        COUNTS,
                        Counts.class,
                        "unit",
                        filter.unit(),
                        "field",
                        name(filter.field()),
                        "patterns",
                        Texts.patterns(filter.q()))
                .orElse(new Counts(0, 0, 0));
    }

    List<Line> list(Scope scope, Filter filter, @Nullable Integer size, long skip) {
        return db.list(
                scope,
                LIST,
                Line.class,
                "unit",
                filter.unit(),
                "field",
                name(filter.field()),
                "patterns",
                Texts.patterns(filter.q()),
                "which",
                filter.which(),
                "size",
                size,
                "skip",
                skip);
    }

    private static @Nullable String name(@Nullable TaskField field) {
        return field == null ? null : field.name();
    }
}
