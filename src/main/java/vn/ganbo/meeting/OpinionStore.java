package vn.ganbo.meeting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps opinions heard at meetings and what happens with them. */
@Component
class OpinionStore {
    static final Sql OF_MEETING =
            Sql.of(
                    """
                    select o.id, o.meeting_id, o.unit_no, o.member_id, o.full_name, o.topic, o.body,
                           o.heard_on, o.state, o.passed_to, o.passed_on, o.outcome, o.settled_on,
                           o.version, o.changed_at, o.changed_by
                      from meeting.opinion o
                     where o.meeting_id = :meeting::uuid
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                     order by o.id
                    """);

    static final Sql ONE =
            Sql.of(
                    """
                    select o.id, o.meeting_id, o.unit_no, o.member_id, o.full_name, o.topic, o.body,
                           o.heard_on, o.state, o.passed_to, o.passed_on, o.outcome, o.settled_on,
                           o.version, o.changed_at, o.changed_by
                      from meeting.opinion o
                     where o.id = :id::uuid
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                    """);

    /** A member's opinion stands where the member stood on the register at that meeting. */
    static final Sql ADD_OF_MEMBER =
            Sql.of(
                    """
                    insert into meeting.opinion
                           (unit_no, id, meeting_id, member_id, full_name, source, topic, body,
                            heard_on, state, changed_at, changed_by)
                    select a.unit_no, :id::uuid, a.meeting_id, a.member_id, a.full_name, 'MEMBER',
                           :topic::text, :body::text, :heard_on::date, 'HEARD', :at::timestamptz,
                           :who::text
                      from meeting.attendance a
                     where a.meeting_id = :meeting::uuid
                       and a.member_id = :member::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                    """);

    static final Sql ADD_OF_PEOPLE =
            Sql.of(
                    """
                    insert into meeting.opinion
                           (unit_no, id, meeting_id, source, topic, body, heard_on, state,
                            changed_at, changed_by)
                    select x.unit_no, :id::uuid, :meeting::uuid, 'PEOPLE', :topic::text, :body::text,
                           :heard_on::date, 'HEARD', :at::timestamptz, :who::text
                      from (select :unit::int as unit_no) x
                     where x.unit_no between :low and :high
                       and x.unit_no <@ :scope::int4multirange
                    """);

    static final Sql STEP =
            Sql.of(
                    """
                    update meeting.opinion o
                       set state = :to,
                           passed_to = coalesce(:passed_to::text, o.passed_to),
                           passed_on = case when :to = 'PASSED_ON' then :on::date else o.passed_on end,
                           outcome = :outcome::text,
                           settled_on = case when :to = 'SETTLED' then :on::date end,
                           version = o.version + 1,
                           changed_at = :at::timestamptz,
                           changed_by = :who
                     where o.id = :id::uuid
                       and o.version = :version
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                    """);

    private final Db db;

    OpinionStore(Db db) {
        this.db = db;
    }

    /** One opinion; without a name it came from the people through the Front. */
    record Opinion(
            UUID id,
            UUID meetingId,
            int unitNo,
            @Nullable UUID memberId,
            @Nullable String fullName,
            OpinionTopic topic,
            String body,
            LocalDate heardOn,
            OpinionState state,
            @Nullable String passedTo,
            @Nullable LocalDate passedOn,
            @Nullable String outcome,
            @Nullable LocalDate settledOn,
            int version,
            OffsetDateTime changedAt,
            String changedBy) {}

    List<Opinion> ofMeeting(Scope scope, UUID meeting) {
        return db.list(scope, OF_MEETING, Opinion.class, "meeting", meeting);
    }

    Optional<Opinion> find(Scope scope, UUID id) {
        return db.one(scope, ONE, Opinion.class, "id", id);
    }

    /** Returns whether the member was invited to the meeting and lies within the scope. */
    boolean addOfMember(
            Scope scope, UUID id, Meeting meeting, UUID member, Opinions.Heard heard, Stamp stamp) {
        return db.update(
                        scope,
                        ADD_OF_MEMBER,
                        "id",
                        id,
                        "meeting",
                        meeting.id(),
                        "member",
                        member,
                        "topic",
                        heard.topic().name(),
                        "body",
                        heard.body(),
                        "heard_on",
                        meeting.plannedOn(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    boolean addOfPeople(
            Scope scope, UUID id, Meeting meeting, int unitNo, Opinions.Heard heard, Stamp stamp) {
        return db.update(
                        scope,
                        ADD_OF_PEOPLE,
                        "id",
                        id,
                        "meeting",
                        meeting.id(),
                        "unit",
                        unitNo,
                        "topic",
                        heard.topic().name(),
                        "body",
                        heard.body(),
                        "heard_on",
                        meeting.plannedOn(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    boolean step(
            Scope scope,
            Opinion opinion,
            OpinionState to,
            @Nullable String passedTo,
            @Nullable String outcome,
            Stamp stamp) {
        return db.update(
                        scope,
                        STEP,
                        "id",
                        opinion.id(),
                        "version",
                        opinion.version(),
                        "to",
                        to.name(),
                        "passed_to",
                        passedTo,
                        "outcome",
                        outcome,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }
}
