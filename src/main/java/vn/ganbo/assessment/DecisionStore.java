package vn.ganbo.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps the records of meetings and whom they cover. */
@Component
class DecisionStore {
    /** Chi ủy of the cell on a day, each person once. */
    static final Sql OFFICERS =
            Sql.of(
                    """
                    select o.person_id, min(o.full_name) as full_name,
                           string_agg(o.title, ', ' order by o.title) as title
                      from member.published_office o
                     where o.unit_no = :cell::int
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                       and o.role in ('RESIDENCE_CELL_SECRETARY', 'COMMITTEE_MEMBER_IN_CHARGE')
                       and o.valid @> :on::date
                     group by o.person_id
                     order by min(case when o.role = 'RESIDENCE_CELL_SECRETARY' then 0 else 1 end),
                              min(o.full_name), o.person_id
                    """);

    /** Of this cell, or of one that was closed and put into it. */
    static final Sql DRAFTS =
            Sql.of(
                    """
                    select c.id, c.member_id, c.unit_no, c.ward_no, c.version, c.year, c.state
                      from assessment.comment c
                     where c.id = any (:ids::uuid[])
                       and (c.cell_no = :cell::int
                            or not exists (select from organisation.published_unit u
                                            where u.no = c.cell_no
                                              and u.valid @> :today::date))
                       and c.unit_no between :low and :high
                       and c.unit_no <@ :scope::int4multirange
                    """);

    /** One record of a cell at a time; what the one before wrote is seen by the next statement. */
    static final Sql ALONE =
            Sql.of(
                    """
                    select 1
                      from (select pg_advisory_xact_lock(21304, :cell::int)) as alone
                    """);

    /** Standing records of the same day that cover one of these slips. */
    static final Sql RECORDED =
            Sql.of(
                    """
                    select count(*)
                      from assessment.decision d
                     where d.unit_no = :cell::int
                       and d.unit_no between :low and :high
                       and d.unit_no <@ :scope::int4multirange
                       and d.met_on = :met_on::date
                       and d.withdrawn_on is null
                       and exists (select from assessment.decision_member dm
                                    where dm.decision_id = d.id
                                      and dm.comment_id = any (:comments::uuid[]))
                    """);

    static final Sql RECORD =
            Sql.of(
                    """
                    insert into assessment.decision
                           (unit_no, ward_no, id, met_on, place, by_committee, votes_for, votes_against,
                            votes_abstain, conclusion, recorded_at, recorded_by, rulebook, changed_at,
                            changed_by)
                    values (:cell::int, :ward::int, :id::uuid, :met_on::date, :place, :by_committee::boolean,
                            :in_favour::int, :against::int, :abstaining::int, :conclusion, :at::timestamptz,
                            :who, :rulebook, :at::timestamptz, :who)
                    """);

    static final Sql ATTEND =
            Sql.of(
                    """
                    insert into assessment.decision_attendee
                           (unit_no, decision_id, no, body, person_id, full_name, title)
                    select :cell::int, :id::uuid, x.no, x.body, x.person, x.name, x.title
                      from unnest(:nos::int[], :bodies::text[], :people::uuid[], :names::text[],
                                  :titles::text[])
                        as x (no, body, person, name, title)
                    """);

    static final Sql COVER =
            Sql.of(
                    """
                    insert into assessment.decision_member
                           (unit_no, decision_id, comment_id, member_id, comment_version, votes_for,
                            votes_against, votes_abstain, dissent)
                    select :cell::int, :id::uuid, x.comment, x.member, x.version, x.votes_for,
                           x.votes_against, x.votes_abstain, x.dissent
                      from unnest(:comments::uuid[], :members::uuid[], :versions::int[], :fors::int[],
                                  :againsts::int[], :abstains::int[], :dissents::text[])
                        as x (comment, member, version, votes_for, votes_against, votes_abstain, dissent)
                    """);

    static final Sql STANDING =
            Sql.of(
                    """
                    select d.met_on,
                           (select count(*)
                              from assessment.comment c
                             where c.decision_id = d.id) as signed
                      from assessment.decision d
                     where d.id = :id::uuid
                       and d.withdrawn_on is null
                       and d.unit_no between :low and :high
                       and d.unit_no <@ :scope::int4multirange
                    """);

    static final Sql WITHDRAW =
            Sql.of(
                    """
                    update assessment.decision d
                       set withdrawn_on = :on::date,
                           withdrawn_because = :reason::text,
                           version = d.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where d.id = :id::uuid
                       and d.version = :version::int
                       and d.withdrawn_on is null
                       and d.unit_no between :low and :high
                       and d.unit_no <@ :scope::int4multirange
                    """);

    static final Sql LAST_CHANGE =
            Sql.of(
                    """
                    select d.changed_by, d.changed_at
                      from assessment.decision d
                     where d.id = :id::uuid
                       and d.unit_no between :low and :high
                       and d.unit_no <@ :scope::int4multirange
                    """);

    static final Sql MEMBERS =
            Sql.of(
                    """
                    select dm.member_id
                      from assessment.decision_member dm
                     where dm.decision_id = :id::uuid
                       and dm.unit_no between :low and :high
                       and dm.unit_no <@ :scope::int4multirange
                    """);

    /** Somebody of the cell committee on a day. */
    record Officer(UUID personId, String fullName, String title) {}

    /** A slip about to be covered by a record. */
    record Covered(
            UUID id,
            UUID memberId,
            int unitNo,
            int wardNo,
            int version,
            int year,
            CommentState state) {}

    /** Who met, on which side. */
    record Attendee(Body body, @Nullable UUID personId, String name, String title) {}

    /** The two committees; labels under body.* */
    enum Body {
        COMMITTEE,
        FRONT
    }

    record NewDecision(
            UUID id,
            int cellNo,
            boolean byCommittee,
            CollectiveDecisions.Meeting meeting,
            String rulebook) {}

    /** A record that stands, and how many slips were signed under it. */
    record Standing(LocalDate metOn, long signed) {}

    private record Change(String changedBy, Instant changedAt) {}

    private final Db db;

    DecisionStore(Db db) {
        this.db = db;
    }

    List<Officer> officers(Scope scope, int cellNo, LocalDate on) {
        return db.list(scope, OFFICERS, Officer.class, "cell", cellNo, "on", on);
    }

    List<Covered> drafts(Scope scope, int cellNo, Collection<UUID> comments) {
        return db.list(
                scope, DRAFTS, Covered.class, "ids", comments.toArray(UUID[]::new), "cell", cellNo);
    }

    /** Whether this meeting is on record already: the form came in twice. */
    boolean recordedTwice(Scope scope, int cellNo, CollectiveDecisions.Meeting meeting) {
        db.number(scope, ALONE, "cell", cellNo);
        return db.number(
                        scope,
                        RECORDED,
                        "cell",
                        cellNo,
                        "met_on",
                        meeting.metOn(),
                        "comments",
                        meeting.comments().toArray(UUID[]::new))
                > 0;
    }

    static List<Attendee> attendees(CollectiveDecisions.Meeting meeting, List<Officer> officers) {
        List<Attendee> out = new ArrayList<>();
        officers.stream()
                .filter(o -> meeting.committee().contains(o.personId()))
                .forEach(o ->
                        out.add(
                                new Attendee(
                                        Body.COMMITTEE, o.personId(), o.fullName(), o.title())));
        meeting.front().forEach(p -> out.add(new Attendee(Body.FRONT, null, p.name(), p.title())));
        return out;
    }

    void record(
            Scope scope,
            NewDecision decision,
            List<Attendee> attendees,
            List<Covered> covered,
            Stamp stamp) {
        CollectiveDecisions.Meeting meeting = decision.meeting();
        db.update(
                scope,
                RECORD,
                "cell",
                decision.cellNo(),
                "ward",
                covered.getFirst().wardNo(),
                "id",
                decision.id(),
                "met_on",
                meeting.metOn(),
                "place",
                meeting.place(),
                "by_committee",
                decision.byCommittee(),
                "in_favour",
                meeting.votes().inFavour(),
                "against",
                meeting.votes().against(),
                "abstaining",
                meeting.votes().abstaining(),
                "conclusion",
                meeting.conclusion(),
                "rulebook",
                decision.rulebook(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
        attend(scope, decision, attendees);
        cover(scope, decision, covered);
    }

    private void attend(Scope scope, NewDecision decision, List<Attendee> attendees) {
        db.update(
                scope,
                ATTEND,
                "cell",
                decision.cellNo(),
                "id",
                decision.id(),
                "nos",
                java.util.stream.IntStream.rangeClosed(1, attendees.size())
                        .boxed()
                        .toArray(Integer[]::new),
                "bodies",
                attendees.stream().map(a -> a.body().name()).toArray(String[]::new),
                "people",
                attendees.stream().map(Attendee::personId).toArray(UUID[]::new),
                "names",
                attendees.stream().map(Attendee::name).toArray(String[]::new),
                "titles",
                attendees.stream().map(Attendee::title).toArray(String[]::new));
    }

    private void cover(Scope scope, NewDecision decision, List<Covered> covered) {
        Map<UUID, CollectiveDecisions.Dissent> dissents = new HashMap<>();
        decision.meeting().dissents().forEach(d -> dissents.put(d.comment(), d));
        db.update(
                scope,
                COVER,
                "cell",
                decision.cellNo(),
                "id",
                decision.id(),
                "comments",
                covered.stream().map(Covered::id).toArray(UUID[]::new),
                "members",
                covered.stream().map(Covered::memberId).toArray(UUID[]::new),
                "versions",
                covered.stream().map(Covered::version).toArray(Integer[]::new),
                "fors",
                votes(covered, dissents, CollectiveDecisions.Votes::inFavour),
                "againsts",
                votes(covered, dissents, CollectiveDecisions.Votes::against),
                "abstains",
                votes(covered, dissents, CollectiveDecisions.Votes::abstaining),
                "dissents",
                covered.stream()
                        .map(c -> dissents.get(c.id()))
                        .map(d -> d == null ? null : d.note())
                        .toArray(String[]::new));
    }

    private static Integer[] votes(
            List<Covered> covered,
            Map<UUID, CollectiveDecisions.Dissent> dissents,
            Function<CollectiveDecisions.Votes, Integer> which) {
        return covered.stream()
                .map(c -> dissents.get(c.id()))
                .map(d -> d == null ? null : which.apply(d.votes()))
                .toArray(Integer[]::new);
    }

    Optional<Standing> standing(Scope scope, UUID id) {
        return db.one(scope, STANDING, Standing.class, "id", id);
    }

    List<UUID> members(Scope scope, UUID id) {
        return db.list(scope, MEMBERS, row -> row.getObject(1, UUID.class), "id", id);
    }

    void withdraw(Scope scope, UUID id, int version, String reason, Stamp stamp) {
        int done =
                db.update(
                        scope,
                        WITHDRAW,
                        "id",
                        id,
                        "version",
                        version,
                        "reason",
                        reason,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who());
        if (done != 1) {
            Change last =
                    db.one(scope, LAST_CHANGE, Change.class, "id", id).orElseThrow(NotFound::new);
            throw new Conflict(last.changedBy(), last.changedAt());
        }
    }
}
