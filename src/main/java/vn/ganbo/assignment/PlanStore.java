package vn.ganbo.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps members' plans, and lists who has sent one. */
@Component
class PlanStore {
    private static final String COLUMNS =
            """
            select p.id, p.year, u.name as unit_name, m.full_name, p.targets, p.measures, p.study,
                   p.half_words, p.half_on, p.sent_at, p.version
              from assignment.plan p
              join member.published_member m on m.id = p.member_id
              join organisation.published_unit u on u.no = p.unit_no and u.valid @> :today::date
            """;

    static final Sql MINE =
            Sql.of(
                    COLUMNS
                            + """
                             where p.member_id = :self::uuid
                             order by p.year desc
                             limit 20
                            """);

    static final Sql ONE =
            Sql.of(
                    COLUMNS
                            + """
                             where p.id = :id::uuid
                               and p.unit_no between :low and :high
                               and p.unit_no <@ :scope::int4multirange
                               and p.sent_at is not null
                            """);

    /** Written for the cell where the member has Party life today. */
    static final Sql SAVE =
            Sql.of(
                    """
                    insert into assignment.plan
                           (unit_no, id, member_id, year, targets, measures, study, half_words, half_on,
                            sent_at, changed_at)
                    select m.work_no, :id::uuid, m.id, :year::int, :targets::text, :measures::text,
                           :study::text, :half_words::text, :half_on::date, :sent::timestamptz,
                           :at::timestamptz
                      from member.published_member m
                     where m.id = :self::uuid
                       and m.work_no is not null
                        on conflict (member_id, year) do update
                       set unit_no = excluded.unit_no,
                           targets = excluded.targets,
                           measures = excluded.measures,
                           study = excluded.study,
                           half_words = excluded.half_words,
                           half_on = excluded.half_on,
                           sent_at = coalesce(excluded.sent_at, plan.sent_at),
                           version = plan.version + 1,
                           changed_at = excluded.changed_at
                     where plan.version = :version::int
                    """);

    private static final String PEOPLE =
            """
              from member.published_member m
              join organisation.published_unit u on u.no = m.work_no and u.valid @> :today::date
              left join assignment.plan p on p.member_id = m.id and p.year = :year::int and p.sent_at is not null
             where m.work_no between :low and :high
               and m.work_no <@ :scope::int4multirange
               and m.status in ('OFFICIAL', 'PROBATIONARY')
               and (:unit::int is null or m.work_no = :unit::int)
            """;

    static final Sql COUNTS =
            Sql.of(
                    """
                    select count(*) as people, count(p.id) as sent, count(p.half_on) as looked
                    """
                            + PEOPLE);

    static final Sql LIST =
            Sql.of(
                    """
                    select p.id, u.name as unit_name, m.full_name, p.targets, p.measures, p.study, p.half_words,
                           p.half_on, p.sent_at
                    """
                            + PEOPLE
                            + """
                               and (not :missing::boolean or p.id is null)
                             order by u.code collate "C", m.sort_key, m.id
                             limit :size::int
                            offset :skip
                            """);

    /** How many people, of whom so many have sent a plan, and looked back at half-year. */
    record Counts(long people, long sent, long looked) {}

    /** A member, with the plan where one was sent. */
    record Line(
            @Nullable UUID id,
            String unitName,
            String fullName,
            @Nullable String targets,
            @Nullable String measures,
            @Nullable String study,
            @Nullable String halfWords,
            java.time.@Nullable LocalDate halfOn,
            @Nullable Instant sentAt) {}

    private final Db db;

    PlanStore(Db db) {
        this.db = db;
    }

    List<Plan> mine(Scope scope) {
        return db.list(scope, MINE, Plan.class);
    }

    Optional<Plan> find(Scope scope, UUID id) {
        return db.one(scope, ONE, Plan.class, "id", id);
    }

    Counts counts(Scope scope, int year, @Nullable Integer unit) {
        return db.one(scope, COUNTS, Counts.class, "year", year, "unit", unit)
                .orElse(new Counts(0, 0, 0));
    }

    List<Line> list(
            Scope scope,
            int year,
            @Nullable Integer unit,
            boolean missing,
            @Nullable Integer size,
            long skip) {
        return db.list(
                scope,
                LIST,
                Line.class,
                "year",
                year,
                "unit",
                unit,
                "missing",
                missing,
                "size",
                size,
                "skip",
                skip);
    }

    /** Returns whether it could be written: false when it changed in another window. */
    boolean save(Scope scope, Plans.Typing plan, boolean send, Stamp stamp) {
        return db.update(
                        scope,
                        SAVE,
                        "id",
                        Ids.next(),
                        "year",
                        plan.year(),
                        "version",
                        plan.version(),
                        "targets",
                        plan.targets(),
                        "measures",
                        plan.measures(),
                        "study",
                        plan.study(),
                        "half_words",
                        plan.half().isEmpty() ? null : plan.half(),
                        "half_on",
                        plan.half().isEmpty() ? null : stamp.on(),
                        "sent",
                        send ? stamp.at() : null,
                        "at",
                        stamp.at())
                == 1;
    }
}
