package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;
import vn.ganbo.meeting.AttendanceStatus;
import vn.ganbo.meeting.Mark;

/** Reads what is known of a member in a year, in one statement. */
@Component
class EvidenceQueries {
    static final Sql KNOWN =
            Sql.of(
                    """
                    select a.held_on as on_date, a.title, a.meeting_id, a.mark, a.asked_on, a.answer_due,
                           a.answered_on, a.accepted, null::text as body, null::text as outcome
                      from meeting.published_attendance a
                     where a.member_id = :member::uuid
                       and a.held_on between :from::date and :until::date
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                    union all
                    select o.heard_on, null, o.meeting_id, null, null, null, null, null, o.body,
                           o.outcome
                      from meeting.published_opinion o
                     where o.member_id = :member::uuid
                       and o.heard_on between :from::date and :until::date
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                     order by 1 desc
                    """);

    private record Row(
            LocalDate onDate,
            @Nullable String title,
            UUID meetingId,
            @Nullable Mark mark,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate answerDue,
            @Nullable LocalDate answeredOn,
            @Nullable Boolean accepted,
            @Nullable String body,
            @Nullable String outcome) {

        AttendanceStatus status(LocalDate today) {
            return AttendanceStatus.of(
                    new AttendanceStatus.Known(mark, askedOn, answerDue, answeredOn, accepted),
                    today);
        }

        String link() {
            return "/meetings/" + meetingId;
        }
    }

    private final Db db;
    private final Clock clock;

    EvidenceQueries(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What the residence knows of the member in that year. */
    Evidence of(Scope scope, UUID member, int year) {
        List<Row> rows =
                db.list(
                        scope,
                        KNOWN,
                        Row.class,
                        "member",
                        member,
                        "from",
                        LocalDate.of(year, 1, 1),
                        "until",
                        LocalDate.of(year, 12, 31));
        LocalDate today = LocalDate.now(clock);
        List<Evidence.Line> lines = new ArrayList<>();
        List<AttendanceStatus> attended = new ArrayList<>();
        for (Row row : rows) {
            if (row.body() == null) {
                AttendanceStatus status = row.status(today);
                attended.add(status);
                lines.add(attendance(row, status));
            } else {
                lines.add(opinion(row, row.body()));
            }
        }
        return Evidence.of(lines, attended);
    }

    private static Evidence.Line attendance(Row row, AttendanceStatus status) {
        String kind = row.title() == null ? "cuộc họp" : row.title();
        return switch (status) {
            case UNMARKED ->
                    new Evidence.Line(
                            row.onDate(), kind, "Chưa có thông tin", Tone.REST, row.link());
            case PRESENT -> new Evidence.Line(row.onDate(), kind, "Có mặt", Tone.DONE, row.link());
            case EXCUSED ->
                    new Evidence.Line(row.onDate(), kind, "Vắng có lý do", Tone.REST, row.link());
            case HOUSEHOLD ->
                    new Evidence.Line(
                            row.onDate(),
                            kind,
                            "Người nhà họp thay, không tính là có mặt",
                            Tone.HOUSEHOLD,
                            row.link());
            case TO_ASK ->
                    new Evidence.Line(
                            row.onDate(), kind, "Vắng, chưa hỏi lý do", Tone.WAIT, row.link());
            case ASKING, TO_DECIDE ->
                    new Evidence.Line(
                            row.onDate(), kind, "Vắng, đang hỏi lý do", Tone.WAIT, row.link());
            case UNEXCUSED ->
                    new Evidence.Line(
                            row.onDate(),
                            kind,
                            "Vắng, đã hỏi, không có lý do",
                            Tone.LATE,
                            row.link());
        };
    }

    private static Evidence.Line opinion(Row row, String body) {
        String text = row.outcome() == null ? body : body + " (đã trả lời: " + row.outcome() + ")";
        return new Evidence.Line(row.onDate(), "ý kiến", text, Tone.ACT, row.link());
    }
}
