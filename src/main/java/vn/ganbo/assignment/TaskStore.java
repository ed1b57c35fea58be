package vn.ganbo.assignment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.assignment.Tasks.NewTask;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;

/** Keeps the tasks of cells. */
@Component
class TaskStore {
    static final String COLUMNS =
            """
            select t.id, t.unit_no, u.name as unit_name, t.field, t.title, t.area, t.households,
                   t.responsibility, t.product, t.authority, t.basis_number, t.basis_on, t.since,
                   t.until, t.cycle, t.hours, t.expertise, t.chore, t.closed_on, t.closed_because,
                   t.version, t.changed_at, t.changed_by
              from assignment.task t
              join organisation.published_unit u on u.no = t.unit_no and u.valid @> :today::date
            """;

    static final Sql ONE =
            Sql.of(
                    COLUMNS
                            + """
                             where t.id = :id::uuid
                               and ((t.unit_no between :low and :high and t.unit_no <@ :scope::int4multirange)
                                    or exists (select from assignment.assignment a
                                                where a.task_id = t.id
                                                  and a.member_id = :self::uuid))
                            """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into assignment.task
                           (unit_no, id, field, title, search_key, area, households, responsibility,
                            product, authority, basis_number, basis_on, since, until, cycle, hours,
                            expertise, chore, changed_at, changed_by)
                    select x.unit_no, :id::uuid, :field::text, :title::text, :search_key::text, :area::text,
                           :households::int, :responsibility::text, :product::text, :authority::text,
                           :basis_number::text, :basis_on::date, :since::date, :until::date,
                           :cycle::text, :hours::int, :expertise::text, :chore::boolean,
                           :at::timestamptz, :who::text
                      from (select :unit::int as unit_no) x
                     where x.unit_no between :low and :high
                       and x.unit_no <@ :scope::int4multirange
                    """);

    static final Sql CHANGE =
            Sql.of(
                    """
                    update assignment.task t
                       set field = :field,
                           title = :title,
                           search_key = :search_key,
                           area = :area::text,
                           households = :households::int,
                           responsibility = :responsibility::text,
                           product = :product,
                           authority = :authority::text,
                           basis_number = :basis_number::text,
                           basis_on = :basis_on::date,
                           since = :since::date,
                           until = :until::date,
                           cycle = :cycle,
                           hours = :hours::int,
                           expertise = :expertise::text,
                           chore = :chore::boolean,
                           version = t.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where t.id = :id::uuid
                       and t.version = :version::int
                       and t.unit_no between :low and :high
                       and t.unit_no <@ :scope::int4multirange
                    """);

    static final Sql CLOSE =
            Sql.of(
                    """
                    update assignment.task t
                       set closed_on = :on::date,
                           closed_because = :because,
                           version = t.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where t.id = :id::uuid
                       and t.version = :version::int
                       and t.unit_no between :low and :high
                       and t.unit_no <@ :scope::int4multirange
                    """);

    /** People who have the task, or may get it; and those of them outside a period. */
    static final Sql PEOPLE =
            Sql.of(
                    """
                    select count(*) as running,
                           count(*) filter (where a.since < :since::date
                                              or (:until::date is not null
                                                  and coalesce(a.until, a.since) > :until::date)) as outside
                      from assignment.assignment a
                     where a.task_id = :task::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.state not in ('WITHDRAWN', 'ENDED')
                    """);

    /** How many have the task, and how many would stand outside the period asked about. */
    record People(long running, long outside) {}

    private final Db db;

    TaskStore(Db db) {
        this.db = db;
    }

    Optional<Task> find(Scope scope, UUID id) {
        return db.one(scope, ONE, Task.class, "id", id);
    }

    People people(Scope scope, UUID task, LocalDate since, @Nullable LocalDate until) {
        return db.one(scope, PEOPLE, People.class, "task", task, "since", since, "until", until)
                .orElse(new People(0, 0));
    }

    boolean add(Scope scope, UUID id, int unit, NewTask task, Stamp stamp) {
        return write(scope, ADD, id, unit, 0, task, stamp);
    }

    boolean change(Scope scope, UUID id, int version, NewTask task, Stamp stamp) {
        return write(scope, CHANGE, id, 0, version, task, stamp);
    }

    private boolean write(
            Scope scope, Sql sql, UUID id, int unit, int version, NewTask task, Stamp stamp) {
        return db.update(
                        scope,
                        sql,
                        "id",
                        id,
                        "unit",
                        unit,
                        "version",
                        version,
                        "field",
                        task.field().name(),
                        "title",
                        task.title(),
                        "search_key",
                        Texts.folded(task.title()),
                        "area",
                        task.area(),
                        "households",
                        task.households(),
                        "responsibility",
                        task.responsibility(),
                        "product",
                        task.product(),
                        "authority",
                        task.authority(),
                        "basis_number",
                        task.basisNumber(),
                        "basis_on",
                        task.basisOn(),
                        "since",
                        task.since(),
                        "until",
                        task.until(),
                        "cycle",
                        task.cycle().name(),
                        "hours",
                        task.hours(),
                        "expertise",
                        task.expertise(),
                        "chore",
                        task.chore(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    boolean close(Scope scope, UUID id, int version, String because, Stamp stamp) {
        return db.update(
                        scope,
                        CLOSE,
                        "id",
                        id,
                        "version",
                        version,
                        "because",
                        because,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }
}
