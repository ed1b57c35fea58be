package vn.ganbo.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;

/** What the pages of meetings show. */
@Component
class MeetingQueries {
    private static final int MOST_MEETINGS = 200;
    private static final int MOST_CELLS = 60;

    /** Meetings of a year that the office convenes or that its people are invited to. */
    static final Sql LIST =
            Sql.of(
                    """
                    select m.id, m.unit_no, coalesce(u.name, '') as unit_name, m.kind, m.title,
                           m.planned_on, m.starts_at, m.place, m.way, m.state, t.invited, t.present,
                           t.unmarked, t.open
                      from (select x.id, x.unit_no, x.kind, x.title, x.planned_on, x.starts_at,
                                   x.place, x.way, x.state
                              from meeting.meeting x
                             where x.planned_on between :from::date and :until::date
                               and ((x.unit_no between :low and :high
                                     and x.unit_no <@ :scope::int4multirange)
                                    or exists (select from meeting.attendance a
                                                where a.meeting_id = x.id
                                                  and a.unit_no <@ :scope::int4multirange))
                             order by x.planned_on desc, x.id
                             limit :size::int) m
                      left join organisation.published_unit u
                             on u.no = m.unit_no and u.valid @> m.planned_on
                     cross join lateral (
                           select count(*) filter (where a.stay is distinct from 'HERE') as invited,
                                  count(*) filter (where a.mark in ('PRESENT', 'FROM_AFAR')
                                                     and a.stay is distinct from 'HERE') as present,
                                  count(*) filter (where a.mark is null and not a.exempt) as unmarked,
                                  count(*) filter (where a.held_on is not null
                                                     and a.concluded_on is null) as open
                             from meeting.attendance a
                            where a.meeting_id = m.id
                              and a.unit_no <@ :scope::int4multirange) t
                     order by m.planned_on desc, m.id
                    """);

    /** The cells of the scope that have people on the register, each with its periodic meetings. */
    static final Sql RHYTHM =
            Sql.of(
                    """
                    with cell as (
                        select c.cell_no, min(c.ward_no) as ward_no, count(*) as people
                          from liaison.published_contact c
                         where c.unit_no between :low and :high
                           and c.unit_no <@ :scope::int4multirange
                           and c.valid @> :today::date
                           and c.cell_no is not null
                         group by c.cell_no
                         order by c.cell_no
                         limit :size)
                    select cell.cell_no as unit_no, coalesce(u.name, '') as unit_name, cell.people,
                           m.planned_on, m.state
                      from cell
                      left join organisation.published_unit u
                             on u.no = cell.cell_no and u.valid @> :today::date
                      left join meeting.meeting m
                             on m.unit_no in (cell.cell_no, cell.ward_no)
                            and m.kind = 'PERIODIC'
                            and m.state <> 'CANCELLED'
                            and m.planned_on between :from::date and :until::date
                     order by u.code collate "C", cell.cell_no, m.planned_on
                    """);

    /** The raw facts of one meeting, counted: statuses are derived from them in Java. */
    static final Sql TALLY =
            Sql.of(
                    """
                    select a.unit_no,
                           case when u.kind = 'GROUP' and p.no <> m.unit_no
                                then p.name || ', ' || u.name else coalesce(u.name, '') end as unit_name,
                           a.reply, a.mark, a.exempt, a.stay, a.asked_on,
                           a.answer_due, a.answered_on, a.accepted, count(*) as people
                      from meeting.attendance a
                      join meeting.meeting m on m.id = a.meeting_id
                      left join organisation.published_unit u
                             on u.no = a.unit_no and u.valid @> m.planned_on
                      left join organisation.published_unit p
                             on p.no = u.parent_no and p.valid @> m.planned_on
                     where a.meeting_id = :meeting::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                     group by a.unit_no, u.name, u.kind, u.code, p.no, p.name, p.code, m.unit_no, a.reply,
                              a.mark, a.exempt, a.stay, a.asked_on, a.answer_due, a.answered_on, a.accepted
                     order by case when u.kind = 'GROUP' then p.code else u.code end collate "C",
                              u.name, a.unit_no
                    """);

    static final Sql ROLL =
            Sql.of(
                    """
                    select a.member_id, a.unit_no,
                           case when u.kind = 'GROUP' and p.no <> m.unit_no
                                then p.name || ', ' || u.name else coalesce(u.name, '') end as unit_name,
                           a.full_name,
                           a.work_name, a.exempt, a.stay, a.reply, a.reply_reason, a.mark, a.asked_on, a.answer_due,
                           a.answer, a.answered_on, a.accepted, a.version
                      from meeting.attendance a
                      join meeting.meeting m on m.id = a.meeting_id
                      left join organisation.published_unit u
                             on u.no = a.unit_no and u.valid @> m.planned_on
                      left join organisation.published_unit p
                             on p.no = u.parent_no and p.valid @> m.planned_on
                     where a.meeting_id = :meeting::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and (:part::int is null or a.unit_no = :part::int)
                     order by case when u.kind = 'GROUP' then p.code else u.code end collate "C",
                              u.name, a.unit_no, a.sort_key, a.member_id
                    """);

    /** The absences of one meeting; the same columns as the roll. */
    static final Sql ABSENT =
            Sql.of(
                    """
                    select a.member_id, a.unit_no,
                           case when u.kind = 'GROUP' and p.no <> m.unit_no
                                then p.name || ', ' || u.name else coalesce(u.name, '') end as unit_name,
                           a.full_name,
                           a.work_name, a.exempt, a.stay, a.reply, a.reply_reason, a.mark, a.asked_on, a.answer_due,
                           a.answer, a.answered_on, a.accepted, a.version
                      from meeting.attendance a
                      join meeting.meeting m on m.id = a.meeting_id
                      left join organisation.published_unit u
                             on u.no = a.unit_no and u.valid @> m.planned_on
                      left join organisation.published_unit p
                             on p.no = u.parent_no and p.valid @> m.planned_on
                     where a.meeting_id = :meeting::uuid
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                       and a.mark = 'ABSENT'
                       and a.held_on is not null
                     order by a.sort_key, a.member_id
                    """);

    /** The member's own invitations, latest first. */
    static final Sql MINE =
            Sql.of(
                    """
                    select m.id, coalesce(u.name, '') as unit_name, m.kind, m.title, m.planned_on,
                           m.starts_at, m.place, m.agenda, m.way, m.join_at, m.state,
                           m.cancelled_because, a.exempt, a.stay, a.reply, a.reply_reason, a.mark, a.asked_on, a.answer_due, a.answer,
                           a.answered_on, a.accepted, a.held_on, a.version
                      from meeting.attendance a
                      join meeting.meeting m on m.id = a.meeting_id
                      left join organisation.published_unit u
                             on u.no = m.unit_no and u.valid @> m.planned_on
                     where a.member_id = :self::uuid
                     order by m.planned_on desc, m.id
                     limit 30
                    """);

    private final Db db;

    MeetingQueries(Db db) {
        this.db = db;
    }

    record Line(
            UUID id,
            int unitNo,
            String unitName,
            MeetingKind kind,
            String title,
            LocalDate plannedOn,
            LocalTime startsAt,
            String place,
            MeetingWay way,
            MeetingState state,
            long invited,
            long present,
            long unmarked,
            long open) {}

    record Beat(
            int unitNo,
            String unitName,
            long people,
            @Nullable LocalDate plannedOn,
            @Nullable MeetingState state) {}

    record Count(
            int unitNo,
            String unitName,
            @Nullable Reply reply,
            @Nullable Mark mark,
            boolean exempt,
            @Nullable Stay stay,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate answerDue,
            @Nullable LocalDate answeredOn,
            @Nullable Boolean accepted,
            long people) {
        AttendanceStatus status(LocalDate today) {
            return AttendanceStatus.of(
                    new AttendanceStatus.Known(mark, askedOn, answerDue, answeredOn, accepted),
                    today);
        }
    }

    record Row(
            UUID memberId,
            int unitNo,
            String unitName,
            String fullName,
            String workName,
            boolean exempt,
            @Nullable Stay stay,
            @Nullable Reply reply,
            @Nullable String replyReason,
            @Nullable Mark mark,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate answerDue,
            @Nullable String answer,
            @Nullable LocalDate answeredOn,
            @Nullable Boolean accepted,
            int version) {
        AttendanceStatus status(LocalDate today) {
            return AttendanceStatus.of(
                    new AttendanceStatus.Known(mark, askedOn, answerDue, answeredOn, accepted),
                    today);
        }
    }

    record Mine(
            UUID id,
            String unitName,
            MeetingKind kind,
            String title,
            LocalDate plannedOn,
            LocalTime startsAt,
            String place,
            String agenda,
            MeetingWay way,
            @Nullable String joinAt,
            MeetingState state,
            @Nullable String cancelledBecause,
            boolean exempt,
            @Nullable Stay stay,
            @Nullable Reply reply,
            @Nullable String replyReason,
            @Nullable Mark mark,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate answerDue,
            @Nullable String answer,
            @Nullable LocalDate answeredOn,
            @Nullable Boolean accepted,
            @Nullable LocalDate heldOn,
            int version) {
        AttendanceStatus status(LocalDate today) {
            return AttendanceStatus.of(
                    new AttendanceStatus.Known(mark, askedOn, answerDue, answeredOn, accepted),
                    today);
        }

        /** The link that leads to the meeting, or null. */
        @Nullable String link() {
            return Meeting.link(joinAt);
        }

        /** 19 giờ 30, Chủ Nhật, 08/11/2026. */
        String when() {
            return startsAt.getHour()
                    + " giờ"
                    + (startsAt.getMinute() == 0 ? "" : " %02d".formatted(startsAt.getMinute()))
                    + ", "
                    + Show.weekday(plannedOn);
        }
    }

    List<Line> list(Scope scope, int year) {
        return list(scope, year, MOST_MEETINGS);
    }

    /** However many there are. */
    List<Line> all(Scope scope, int year) {
        return list(scope, year, null);
    }

    private List<Line> list(Scope scope, int year, @Nullable Integer size) {
        return db.list(
                scope,
                LIST,
                Line.class,
                "from",
                LocalDate.of(year, 1, 1),
                "until",
                LocalDate.of(year, 12, 31),
                "size",
                size);
    }

    List<Beat> rhythm(Scope scope, int year) {
        return db.list(
                scope,
                RHYTHM,
                Beat.class,
                "from",
                LocalDate.of(year, 1, 1),
                "until",
                LocalDate.of(year, 12, 31),
                "size",
                MOST_CELLS);
    }

    List<Count> tally(Scope scope, UUID meeting) {
        return db.list(scope, TALLY, Count.class, "meeting", meeting);
    }

    /** Everyone invited, by place and given name; {@code part} is one place, or null for all. */
    List<Row> roll(Scope scope, UUID meeting, @Nullable Integer part) {
        return db.list(scope, ROLL, Row.class, "meeting", meeting, "part", part);
    }

    List<Row> absent(Scope scope, UUID meeting) {
        return db.list(scope, ABSENT, Row.class, "meeting", meeting);
    }

    List<Mine> mine(Scope scope) {
        return db.list(scope, MINE, Mine.class);
    }
}
