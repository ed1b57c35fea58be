package vn.ganbo.assignment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Errands;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;
import vn.ganbo.kernel.Texts;

/** Keeps who does what. */
@Component
class AssignmentStore {
    static final String COLUMNS =
            """
            select a.id, a.unit_no, u.name as unit_name, a.task_id, t.title, t.field, t.area,
                   t.households, t.responsibility, t.product, t.authority, t.cycle, t.hours, a.member_id, a.full_name, a.contact,
                   a.state, a.reason, a.since, a.until, a.answer, a.answered_on, a.answer_noted_by,
                   a.decided, a.ended_on, a.ended_because, a.decision_paper, a.version, a.changed_at, a.changed_by
              from assignment.assignment a
              join assignment.task t on t.id = a.task_id
              join organisation.published_unit u on u.no = a.unit_no and u.valid @> :today::date
            """;

    private static final String SEEN =
            """
             ((a.unit_no between :low and :high and a.unit_no <@ :scope::int4multirange)
              or a.member_id = :self::uuid)
            """;

    static final Sql ONE = Sql.of(COLUMNS + " where a.id = :id::uuid and " + SEEN);

    /** The newest first; of a person only what still runs or ended lately. */
    static final Sql MINE =
            Sql.of(
                    COLUMNS
                            + """
                             where a.member_id = :self::uuid
                             order by a.state in ('WITHDRAWN', 'ENDED'), a.since desc, a.id
                             limit 60
                            """);

    static final Sql OF_TASK =
            Sql.of(
                    COLUMNS
                            + """
                             where a.task_id = :task::uuid
                               and a.unit_no between :low and :high
                               and a.unit_no <@ :scope::int4multirange
                             order by a.state in ('WITHDRAWN', 'ENDED'), a.since desc, a.id
                             limit 100
                            """);

    static final Sql ADD =
            Sql.of(
                    """
                    insert into assignment.assignment
                           (unit_no, id, task_id, member_id, full_name, sort_key, contact, state,
                            reason, since, until, changed_at, changed_by)
                    select x.unit_no, :id::uuid, :task::uuid, :member::uuid, :name::text,
                           :sort_key::text, :contact::boolean, 'PROPOSED', :reason::text,
                           :since::date, :until::date, :at::timestamptz, :who::text
                      from (select :unit::int as unit_no) x
                     where x.unit_no between :low and :high
                       and x.unit_no <@ :scope::int4multirange
                    """);

    /** Whether the person has the task already on one of these days. */
    static final Sql OVERLAPPING =
            Sql.of(
                    """
                    select count(*)
                      from assignment.assignment a
                     where a.task_id = :task::uuid
                       and a.member_id = :member::uuid
                       and a.id <> :but::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.state not in ('WITHDRAWN', 'ENDED')
                       and daterange(a.since, a.until, '[]') && daterange(:since::date, :until::date, '[]')
                    """);

    static final Sql ANSWER =
            Sql.of(
                    """
                    update assignment.assignment a
                       set state = :to,
                           answer = :answer::text,
                           answered_on = :on::date,
                           answer_noted_by = :noted_by::text,
                           version = a.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where a.id = :id::uuid
                       and a.version = :version::int
                       and
                    """
                            + SEEN);

    static final Sql DECIDE =
            Sql.of(
                    """
                    update assignment.assignment a
                       set state = :to,
                           decided = :decided::text,
                           decision_paper = case when :to <> 'PROPOSED' then a.decision_paper end,
                           since = :since::date,
                           until = :until::date,
                           version = a.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where a.id = :id::uuid
                       and a.version = :version::int
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                    """);

    static final Sql END =
            Sql.of(
                    """
                    update assignment.assignment a
                       set state = :to,
                           ended_on = :on::date,
                           ended_because = :because::text,
                           version = a.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where a.id = :id::uuid
                       and a.version = :version::int
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                    """);

    /** Where these stand, with the latest review of each. */
    static final Sql OUTCOMES =
            Sql.of(
                    """
                    select a.id, a.full_name, a.state, a.until, r.result, r.reviewed_on
                      from assignment.assignment a
                      left join lateral (select v.result, v.reviewed_on
                                           from assignment.review v
                                          where v.assignment_id = a.id
                                            and v.reviewed_on is not null
                                          order by v.reviewed_on desc, v.id
                                          limit 1) r on true
                     where a.id = any (:ids::uuid[])
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                    """);

    /** An assignment in a few words. */
    record Outcome(
            UUID id,
            String fullName,
            AssignmentState state,
            @Nullable LocalDate until,
            @Nullable TaskResult result,
            @Nullable LocalDate reviewedOn) {

        Errands.Given given() {
            return new Errands.Given(
                    id,
                    fullName,
                    AssignmentMenu.ASSIGNMENTS + "/" + id,
                    state.open(),
                    words(),
                    state.tone());
        }

        private String words() {
            String now = Labels.of(state);
            if (state.open() && until != null) {
                now += ", đến hết ngày " + Show.date(until);
            }
            return reviewedOn == null
                    ? now
                    : "%s; kiểm điểm %s%s"
                            .formatted(
                                    now,
                                    Show.date(reviewedOn),
                                    result == null ? "" : ": " + Labels.of(result));
        }
    }

    private final Db db;

    AssignmentStore(Db db) {
        this.db = db;
    }

    Optional<Assignment> find(Scope scope, UUID id) {
        return db.one(scope, ONE, Assignment.class, "id", id);
    }

    List<Assignment> mine(Scope scope) {
        return db.list(scope, MINE, Assignment.class);
    }

    List<Assignment> ofTask(Scope scope, UUID task) {
        return db.list(scope, OF_TASK, Assignment.class, "task", task);
    }

    List<Outcome> outcomes(Scope scope, Collection<UUID> ids) {
        return db.list(scope, OUTCOMES, Outcome.class, "ids", ids.toArray(UUID[]::new));
    }

    boolean overlaps(
            Scope scope,
            UUID task,
            UUID member,
            UUID but,
            LocalDate since,
            @Nullable LocalDate until) {
        return db.number(
                        scope,
                        OVERLAPPING,
                        "task",
                        task,
                        "member",
                        member,
                        "but",
                        but,
                        "since",
                        since,
                        "until",
                        until)
                > 0;
    }

    boolean add(
            Scope scope,
            UUID id,
            Task task,
            Person person,
            Assignments.Proposal proposal,
            Stamp stamp) {
        return db.update(
                        scope,
                        ADD,
                        "unit",
                        task.unitNo(),
                        "id",
                        id,
                        "task",
                        task.id(),
                        "member",
                        person.id(),
                        "name",
                        person.fullName(),
                        "sort_key",
                        Texts.sortKey(person.fullName()),
                        "contact",
                        person.contact(),
                        "reason",
                        proposal.reason(),
                        "since",
                        proposal.since(),
                        "until",
                        proposal.until(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    /** The person's answer; {@code notedBy} is who wrote it down for the person, or null. */
    boolean answer(
            Scope scope,
            Assignment assignment,
            AssignmentState to,
            @Nullable String answer,
            LocalDate on,
            @Nullable String notedBy,
            Stamp stamp) {
        return db.update(
                        scope,
                        ANSWER,
                        "id",
                        assignment.id(),
                        "version",
                        assignment.version(),
                        "to",
                        to.name(),
                        "answer",
                        answer,
                        "on",
                        on,
                        "noted_by",
                        notedBy,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    boolean decide(
            Scope scope,
            Assignment assignment,
            AssignmentState to,
            String decided,
            LocalDate since,
            @Nullable LocalDate until,
            Stamp stamp) {
        return db.update(
                        scope,
                        DECIDE,
                        "id",
                        assignment.id(),
                        "version",
                        assignment.version(),
                        "to",
                        to.name(),
                        "decided",
                        decided,
                        "since",
                        since,
                        "until",
                        until,
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    boolean end(
            Scope scope, Assignment assignment, AssignmentState to, String because, Stamp stamp) {
        return db.update(
                        scope,
                        END,
                        "id",
                        assignment.id(),
                        "version",
                        assignment.version(),
                        "to",
                        to.name(),
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
