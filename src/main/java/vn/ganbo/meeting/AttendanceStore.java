package vn.ganbo.meeting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps marks, questions and answers of the people invited to meetings. */
@Component
class AttendanceStore {
    /** In the order of members, so that two clerks who save at once wait and never block. */
    static final Sql LOCK =
            Sql.of(
                    """
                    select a.member_id, a.version, a.mark, a.changed_at, a.changed_by
                      from meeting.attendance a
                     where a.meeting_id = :meeting::uuid
                       and a.member_id = any (:members::uuid[])
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                     order by a.member_id
                       for update
                    """);

    static final Sql MARK =
            Sql.of(
                    """
                    update meeting.attendance a
                       set mark = x.mark,
                           changed_at = :at::timestamptz,
                           changed_by = :who,
                           concluded_on = case when a.held_on is not null and x.mark <> 'ABSENT'
                                               then :on::date end,
                           version = a.version + 1
                      from unnest(:members::uuid[], :marks::text[]) as x (member_id, mark)
                     where a.meeting_id = :meeting::uuid
                       and a.member_id = x.member_id
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                    """);

    /**
     * Closes the roll-call; those without a mark become absent when that was said, who is exempt
     * from Party life never does.
     */
    static final Sql CLOSE =
            Sql.of(
                    """
                    update meeting.attendance a
                       set held_on = :day::date,
                           mark = coalesce(a.mark, case when a.exempt then 'EXCUSED_BEFORE' else 'ABSENT' end),
                           changed_at = :at::timestamptz,
                           changed_by = :who,
                           concluded_on = case when a.mark <> 'ABSENT' or (a.mark is null and a.exempt)
                                               then :on::date end,
                           version = a.version + 1
                     where a.meeting_id = :meeting::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                    """);

    static final Sql UNMARKED =
            Sql.of(
                    """
                    select count(*)
                      from meeting.attendance a
                     where a.meeting_id = :meeting::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.mark is null
                       and not a.exempt
                    """);

    static final Sql ASK =
            Sql.of(
                    """
                    update meeting.attendance a
                       set asked_on = :on::date,
                           answer_due = :due::date,
                           changed_at = :at::timestamptz,
                           changed_by = :who,
                           version = a.version + 1
                     where a.meeting_id = :meeting::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.held_on is not null
                       and a.mark = 'ABSENT'
                       and a.asked_on is null
                    returning a.member_id
                    """);

    static final Sql ABSENCE =
            Sql.of(
                    """
                    select a.member_id, a.version, a.mark, a.asked_on, a.answer_due, a.answered_on,
                           a.accepted, a.changed_at, a.changed_by
                      from meeting.attendance a
                     where a.meeting_id = :meeting::uuid
                       and a.member_id = :member::uuid
                       and ((a.unit_no between :low and :high
                             and a.unit_no <@ :scope::int4multirange)
                            or a.member_id = :self::uuid)
                    """);

    static final Sql ANSWER =
            Sql.of(
                    """
                    update meeting.attendance a
                       set answer = :answer,
                           answered_on = :on::date,
                           accepted = null,
                           decided_on = null,
                           decided_by = null,
                           changed_at = :at::timestamptz,
                           changed_by = :who,
                           version = a.version + 1
                     where a.meeting_id = :meeting::uuid
                       and a.member_id = :member::uuid
                       and a.version = :version
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                    """);

    static final Sql DECIDE =
            Sql.of(
                    """
                    update meeting.attendance a
                       set accepted = :accepted,
                           decided_on = :on::date,
                           decided_by = :who,
                           concluded_on = case when :accepted or a.answer_due < :on::date
                                               then coalesce(a.concluded_on, :on::date) end,
                           changed_at = :at::timestamptz,
                           changed_by = :who,
                           version = a.version + 1
                     where a.meeting_id = :meeting::uuid
                       and a.member_id = :member::uuid
                       and a.version = :version
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                    """);

    /** Nobody has given a good reason in time. */
    private static final String UNANSWERED =
            """
             where a.unit_no between :low and :high
               and a.unit_no <@ :scope::int4multirange
               and a.mark = 'ABSENT'
               and a.held_on is not null
               and a.concluded_on is null
               and a.answer_due < :on::date
               and (a.answered_on is null or a.answered_on > a.answer_due
                    or a.accepted = false)
            """;

    /** Absences whose days have passed: {@link AttendanceStatus#UNEXCUSED}, said in SQL. */
    static final Sql CONCLUDE =
            Sql.of(
                    """
                    update meeting.attendance a
                       set concluded_on = :on::date,
                           changed_at = :at::timestamptz,
                           changed_by = :who,
                           version = a.version + 1
                    """
                            + UNANSWERED
                            + """
                               and a.meeting_id in (
                            select distinct a.meeting_id
                              from meeting.attendance a
                            """
                            + UNANSWERED
                            + """
                             order by a.meeting_id
                             limit :meetings::int)
                            returning a.meeting_id, a.member_id,
                                      (select m.kind from meeting.meeting m where m.id = a.meeting_id) as kind
                            """);

    static final Sql REPLY_OF_MEMBER =
            Sql.of("select meeting.reply(:meeting::uuid, :reply::text, :reason::text, :on::date)");

    static final Sql ANSWER_OF_MEMBER =
            Sql.of(
                    """
                    select meeting.answer(:meeting::uuid, :version::int, :answer::text, :on::date,
                                          :at::timestamptz, :who::text)
                    """);

    private final Db db;

    AttendanceStore(Db db) {
        this.db = db;
    }

    /** One row of the roll as it stands. */
    record Marked(
            UUID memberId,
            int version,
            @Nullable Mark mark,
            OffsetDateTime changedAt,
            String changedBy) {}

    /** One absence as it stands. */
    record Absence(
            UUID memberId,
            int version,
            @Nullable Mark mark,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate answerDue,
            @Nullable LocalDate answeredOn,
            @Nullable Boolean accepted,
            OffsetDateTime changedAt,
            String changedBy) {
        AttendanceStatus status(LocalDate today) {
            return AttendanceStatus.of(
                    new AttendanceStatus.Known(mark, askedOn, answerDue, answeredOn, accepted),
                    today);
        }
    }

    /** An absence that has just been concluded. */
    record Concluded(UUID meetingId, UUID memberId, MeetingKind kind) {}

    List<Marked> lock(Scope scope, UUID meeting, Collection<UUID> members) {
        return db.list(
                scope,
                LOCK,
                Marked.class,
                "meeting",
                meeting,
                "members",
                MeetingStore.array(members));
    }

    int mark(Scope scope, UUID meeting, List<UUID> members, List<Mark> marks, Stamp stamp) {
        return db.update(
                scope,
                MARK,
                "meeting",
                meeting,
                "members",
                MeetingStore.array(members),
                "marks",
                marks.stream().map(Enum::name).toArray(String[]::new),
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    long unmarked(Scope scope, UUID meeting) {
        return db.number(scope, UNMARKED, "meeting", meeting);
    }

    void close(Scope scope, Meeting meeting, Stamp stamp) {
        db.update(
                scope,
                CLOSE,
                "meeting",
                meeting.id(),
                "day",
                meeting.plannedOn(),
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    /** Returns who was asked. */
    List<UUID> ask(Scope scope, UUID meeting, LocalDate due, Stamp stamp) {
        return db.list(
                scope,
                ASK,
                row -> row.getObject("member_id", UUID.class),
                "meeting",
                meeting,
                "due",
                due,
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    Optional<Absence> absence(Scope scope, UUID meeting, UUID member) {
        return db.one(scope, ABSENCE, Absence.class, "meeting", meeting, "member", member);
    }

    boolean answer(Scope scope, UUID meeting, Absence absence, String answer, Stamp stamp) {
        return db.update(
                        scope,
                        ANSWER,
                        "meeting",
                        meeting,
                        "member",
                        absence.memberId(),
                        "version",
                        absence.version(),
                        "answer",
                        answer,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    boolean decide(Scope scope, UUID meeting, Absence absence, boolean accepted, Stamp stamp) {
        return db.update(
                        scope,
                        DECIDE,
                        "meeting",
                        meeting,
                        "member",
                        absence.memberId(),
                        "version",
                        absence.version(),
                        "accepted",
                        accepted,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }

    /** Of at most so many meetings; null for all. */
    List<Concluded> conclude(Scope scope, @Nullable Integer meetings, Stamp stamp) {
        return db.list(
                scope,
                CONCLUDE,
                Concluded.class,
                "meetings",
                meetings,
                "on",
                stamp.on(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }

    boolean replyOfMember(
            Scope scope, UUID meeting, Reply reply, @Nullable String reason, LocalDate on) {
        return db.number(
                        scope,
                        REPLY_OF_MEMBER,
                        "meeting",
                        meeting,
                        "reply",
                        reply.name(),
                        "reason",
                        reason,
                        "on",
                        on)
                == 1;
    }

    boolean answerOfMember(Scope scope, UUID meeting, int version, String answer, Stamp stamp) {
        return db.number(
                        scope,
                        ANSWER_OF_MEMBER,
                        "meeting",
                        meeting,
                        "version",
                        version,
                        "answer",
                        answer,
                        "on",
                        stamp.on(),
                        "at",
                        stamp.at(),
                        "who",
                        stamp.who())
                == 1;
    }
}
