package vn.ganbo.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps the reviews of assignments. */
@Component
class TaskReviewStore {
    private static final String COLUMNS =
            """
            select r.id, r.unit_no, u.name as unit_name, r.assignment_id, a.task_id, t.title, t.product,
                   t.expertise, t.chore, r.member_id, a.full_name, a.contact, a.state, r.cause, r.from_day,
                   r.to_day, r.periods, r.due_on, r.self_words, r.self_on, r.result, r.outcome, r.words,
                   r.reviewed_on, r.reviewed_by, r.version, r.changed_at, r.changed_by
              from assignment.review r
              join assignment.assignment a on a.id = r.assignment_id
              join assignment.task t on t.id = a.task_id
              join organisation.published_unit u on u.no = r.unit_no and u.valid @> :today::date
            """;

    private static final String SEEN =
            """
             ((r.unit_no between :low and :high and r.unit_no <@ :scope::int4multirange)
              or r.member_id = :self::uuid)
            """;

    static final Sql ONE = Sql.of(COLUMNS + " where r.id = :id::uuid and " + SEEN);

    /** What the person has to say, and what the cell said lately. */
    static final Sql MINE =
            Sql.of(
                    COLUMNS
                            + """
                             where r.member_id = :self::uuid
                             order by r.reviewed_on is not null, r.to_day desc, r.id
                             limit 40
                            """);

    static final Sql OF_ASSIGNMENT =
            Sql.of(
                    COLUMNS
                            + """
                             where r.assignment_id = :assignment::uuid
                               and r.unit_no between :low and :high
                               and r.unit_no <@ :scope::int4multirange
                             order by r.to_day desc, r.id
                             limit 60
                            """);

    private static final String FILTER =
            """
             where r.unit_no between :low and :high
               and r.unit_no <@ :scope::int4multirange
               and (:unit::int is null or r.unit_no = :unit::int)
            """;

    static final Sql COUNTS =
            Sql.of(
                    """
                    select count(*) filter (where r.reviewed_on is null) as open,
                           count(*) filter (where r.reviewed_on is null and r.due_on < :today::date) as late,
                           count(*) filter (where r.reviewed_on is null and r.cause <> 'CYCLE') as changed,
                           count(*) filter (where r.reviewed_on >= :from::date) as done
                      from assignment.review r
                    """
                            + FILTER);

    static final Sql LIST =
            Sql.of(
                    COLUMNS
                            + FILTER
                            + """
                               and case :which::text
                                   when 'late' then r.reviewed_on is null and r.due_on < :today::date
                                   when 'changed' then r.reviewed_on is null and r.cause <> 'CYCLE'
                                   when 'done' then r.reviewed_on >= :from::date
                                   else r.reviewed_on is null end
                             order by r.reviewed_on desc nulls first, r.due_on, u.code collate "C",
                                      a.sort_key, r.id
                             limit :size::int
                            offset :skip
                            """);

    static final Sql REPORT =
            Sql.of(
                    """
                    update assignment.review r
                       set self_words = :words,
                           self_on = :on::date,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where r.id = :id::uuid
                       and r.version = :version::int
                       and r.member_id = :self::uuid
                       and r.reviewed_on is null
                    """);

    static final Sql REVIEW =
            Sql.of(
                    """
                    update assignment.review r
                       set result = :result::text,
                           outcome = :outcome,
                           words = :words::text,
                           reviewed_on = :on::date,
                           reviewed_by = :who,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where r.id = :id::uuid
                       and r.version = :version::int
                       and r.reviewed_on is null
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                    """);

    /** What was put up for a change is answered by the end of the assignment. */
    static final Sql CLOSE_PUT_UP =
            Sql.of(
                    """
                    update assignment.review r
                       set outcome = 'ENDED',
                           words = :words,
                           reviewed_on = :on::date,
                           reviewed_by = :who,
                           version = r.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where r.assignment_id = :assignment::uuid
                       and r.cause <> 'CYCLE'
                       and r.reviewed_on is null
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                    """);

    /** None where one is open already. */
    static final Sql ASK =
            Sql.of(
                    """
                    with added as (
                        insert into assignment.review
                               (unit_no, id, assignment_id, member_id, cause, from_day, to_day, due_on,
                                self_words, self_on, changed_at, changed_by)
                        select a.unit_no, :id::uuid, a.id, a.member_id, 'HARDSHIP',
                               least(a.since, :today::date), :today::date, :today::date + :days::int,
                               :words::text, :today::date, :at::timestamptz, :who::text
                          from assignment.assignment a
                         where a.id = :assignment::uuid
                           and a.version = :version::int
                           and a.state = 'ACCEPTED'
                           and ((a.unit_no between :low and :high and a.unit_no <@ :scope::int4multirange)
                                or a.member_id = :self::uuid)
                           and not exists (select from assignment.review r
                                            where r.assignment_id = a.id
                                              and r.cause <> 'CYCLE'
                                              and r.reviewed_on is null)
                            on conflict do nothing
                        returning unit_no
                    )
                    select d.unit_no, u.side
                      from added d
                      join organisation.published_unit u on u.no = d.unit_no and u.valid @> :today::date
                    """);

    static final Sql PUT_UP =
            Sql.of(
                    """
                    select p.unit_no, p.side
                      from assignment.put_up(:member::uuid, :cause, :only_contact::boolean, :today::date,
                                             :due::date, :at::timestamptz) p
                    """);

    /** How many stand in which tab. */
    record Counts(long open, long late, long changed, long done) {}

    /** A cell that is told, and its side. */
    record Cell(int unitNo, String side) {}

    private final Db db;

    TaskReviewStore(Db db) {
        this.db = db;
    }

    Optional<TaskReview> find(Scope scope, UUID id) {
        return db.one(scope, ONE, TaskReview.class, "id", id);
    }

    List<TaskReview> mine(Scope scope) {
        return db.list(scope, MINE, TaskReview.class);
    }

    List<TaskReview> ofAssignment(Scope scope, UUID assignment) {
        return db.list(scope, OF_ASSIGNMENT, TaskReview.class, "assignment", assignment);
    }

    /** Done ones are counted from that day. */
    Counts counts(Scope scope, @Nullable Integer unit, LocalDate from) {
        return db.one(scope, COUNTS, Counts.class, "unit", unit, "from", from)
                .orElse(new Counts(0, 0, 0, 0));
    }

    List<TaskReview> list(
            Scope scope,
            @Nullable Integer unit,
            String which,
            LocalDate from,
            @Nullable Integer size,
            long skip) {
        return db.list(
                scope,
                LIST,
                TaskReview.class,
                "unit",
                unit,
                "which",
                which,
                "from",
                from,
                "size",
                size,
                "skip",
                skip);
    }

    boolean report(Scope scope, TaskReview review, String words, Stamp stamp) {
        return db.update(
                        scope,
                        REPORT,
                        "id",
                        review.id(),
                        "version",
                        review.version(),
                        "words",
                        words,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    boolean review(
            Scope scope,
            TaskReview review,
            @Nullable TaskResult result,
            ReviewOutcome outcome,
            @Nullable String words,
            Stamp stamp) {
        return db.update(
                        scope,
                        REVIEW,
                        "id",
                        review.id(),
                        "version",
                        review.version(),
                        "result",
                        result == null ? null : result.name(),
                        "outcome",
                        outcome.name(),
                        "words",
                        words,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    int closePutUp(Scope scope, UUID assignment, String words, Stamp stamp) {
        return db.update(
                scope,
                CLOSE_PUT_UP,
                "assignment",
                assignment,
                "words",
                words,
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    /** Puts one assignment up in the person's words; the cell that is told, or none. */
    Optional<Cell> ask(
            Scope scope, UUID id, Assignment assignment, String words, int days, Stamp stamp) {
        return db.one(
                scope,
                ASK,
                Cell.class,
                "id",
                id,
                "assignment",
                assignment.id(),
                "version",
                assignment.version(),
                "words",
                words,
                "days",
                days,
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    /** Puts up what the person does, wherever; returns the cells that are to be told. */
    List<Cell> putUp(
            Scope scope,
            UUID member,
            ReviewCause cause,
            boolean onlyContact,
            LocalDate due,
            Stamp stamp) {
        return db.list(
                scope,
                PUT_UP,
                Cell.class,
                "member",
                member,
                "cause",
                cause.name(),
                "only_contact",
                onlyContact,
                "due",
                due,
                "at",
                stamp.at());
    }
}
