package vn.ganbo.assignment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps what neighbourhoods ask for. */
@Component
class NeighbourhoodRequestStore {
    private static final String COLUMNS =
            """
            select q.id, q.unit_no, u.name as unit_name, q.asked_by, q.field, q.title, q.words,
                   q.expertise, q.asked_on, q.task_id, q.withdrawn_on, q.withdrawn_because, q.version,
                   q.changed_at, q.changed_by
              from assignment.neighbourhood_request q
              join organisation.published_unit u on u.no = q.unit_no and u.valid @> :today::date
             where q.unit_no between :low and :high
               and q.unit_no <@ :scope::int4multirange
            """;

    static final Sql ONE = Sql.of(COLUMNS + " and q.id = :id::uuid");

    static final Sql LIST =
            Sql.of(
                    COLUMNS
                            + """
                             order by q.task_id is not null or q.withdrawn_on is not null, q.asked_on, q.id
                             limit 300
                            """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into assignment.neighbourhood_request
                           (unit_no, id, asked_by, field, title, words, expertise, asked_on, changed_at,
                            changed_by)
                    select x.unit_no, :id::uuid, :asked_by::text, :field::text, :title::text, :words::text,
                           :expertise::text, :on::date, :at::timestamptz, :who::text
                      from (select :unit::int as unit_no) x
                     where x.unit_no between :low and :high
                       and x.unit_no <@ :scope::int4multirange
                    """);

    static final Sql SETTLE =
            Sql.of(
                    """
                    update assignment.neighbourhood_request q
                       set task_id = :task::uuid,
                           withdrawn_on = case when :because::text is not null then :on::date end,
                           withdrawn_because = :because::text,
                           version = q.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where q.id = :id::uuid
                       and q.version = :version::int
                       and q.unit_no between :low and :high
                       and q.unit_no <@ :scope::int4multirange
                    """);

    private final Db db;

    NeighbourhoodRequestStore(Db db) {
        this.db = db;
    }

    List<NeighbourhoodRequest> list(Scope scope) {
        return db.list(scope, LIST, NeighbourhoodRequest.class);
    }

    Optional<NeighbourhoodRequest> find(Scope scope, UUID id) {
        return db.one(scope, ONE, NeighbourhoodRequest.class, "id", id);
    }

    boolean add(Scope scope, UUID id, int unit, NeighbourhoodRequests.Asked asked, Stamp stamp) {
        return db.update(
                        scope,
                        ADD,
                        "id",
                        id,
                        "unit",
                        unit,
                        "asked_by",
                        asked.by().name(),
                        "field",
                        asked.field().name(),
                        "title",
                        asked.title(),
                        "words",
                        asked.words(),
                        "expertise",
                        asked.expertise(),
                        "on",
                        asked.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    /** It became a task, or is withdrawn for the reason. */
    boolean settle(
            Scope scope,
            NeighbourhoodRequest request,
            @Nullable UUID task,
            @Nullable String because,
            Stamp stamp) {
        return db.update(
                        scope,
                        SETTLE,
                        "id",
                        request.id(),
                        "version",
                        request.version(),
                        "task",
                        task,
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
