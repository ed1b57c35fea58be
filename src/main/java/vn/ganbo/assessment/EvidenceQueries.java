package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ganbo.assessment.Evidence.Known;
import vn.ganbo.assignment.TaskResult;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Tone;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.meeting.AttendanceStatus;
import vn.ganbo.meeting.Mark;
import vn.ganbo.regulation.Rulebook;

/** Reads what is known of a member in a year, in one statement. */
@Component
class EvidenceQueries {
    static final Sql KNOWN =
            Sql.of(
                    """
                    select 'attendance' as what, a.held_on as on_date, a.title, a.meeting_id as source_id,
                           a.mark, a.asked_on, a.answer_due, a.answered_on, a.accepted,
                           null::text as body, null::text as outcome, true as concluded
                      from meeting.published_attendance a
                     where a.member_id = :member::uuid
                       and a.held_on between :from::date and :until::date
                       and a.unit_no between :low and :high
                       and a.unit_no <@ :scope::int4multirange
                    union all
                    select 'opinion', o.heard_on, null, o.meeting_id, null, null, null, null, null, o.body,
                           o.outcome,
                           exists (select from meeting.published_meeting m
                                    where m.id = o.meeting_id
                                      and m.state = 'HELD')
                      from meeting.published_opinion o
                     where o.member_id = :member::uuid
                       and o.heard_on between :from::date and :until::date
                       and o.unit_no between :low and :high
                       and o.unit_no <@ :scope::int4multirange
                    union all
                    select 'notice', n.answered_on, n.kind, n.id, null, null, null, null, null, null, null, true
                      from exchange.published_notice n
                     where n.member_id = :member::uuid
                       and n.state = 'ANSWERED'
                       and n.answered_on between :from::date and :until::date
                       and n.res_no between :low and :high
                       and n.res_no <@ :scope::int4multirange
                    union all
                    select 'front', f.met_on, f.chaired_by, f.id, null, null, null, null, null, o.summary,
                           null, true
                      from assessment.front_opinion o
                      join assessment.front_minutes f on f.id = o.minutes_id
                     where o.member_id = :member::uuid
                       and f.withdrawn_on is null
                       and f.met_on between :from::date and :until::date
                       and f.unit_no between :low and :high
                       and f.unit_no <@ :scope::int4multirange
                    union all
                    select 'task', r.reviewed_on, a.title, a.task_id, null, null, null, null, null, r.result,
                           null, true
                      from assignment.published_review r
                      join assignment.published_assignment a on a.id = r.assignment_id
                     where r.member_id = :member::uuid
                       and r.result is not null
                       and r.reviewed_on between :from::date and :until::date
                       and r.unit_no between :low and :high
                       and r.unit_no <@ :scope::int4multirange
                     order by 2 desc, 1, 4
                    """);

    private record Row(
            String what,
            LocalDate onDate,
            @Nullable String title,
            UUID sourceId,
            @Nullable Mark mark,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate answerDue,
            @Nullable LocalDate answeredOn,
            @Nullable Boolean accepted,
            @Nullable String body,
            @Nullable String outcome,
            boolean concluded) {

        AttendanceStatus status(LocalDate today) {
            return AttendanceStatus.of(
                    new AttendanceStatus.Known(mark, askedOn, answerDue, answeredOn, accepted),
                    today);
        }

        String link() {
            return "/meetings/" + sourceId;
        }
    }

    private final Db db;
    private final Clock clock;

    EvidenceQueries(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What the residence knows of the member in that year: roll-calls that are closed, opinions,
     * tasks that were reviewed, and, for who may open them, notices between the two committees that
     * were answered.
     *
     * @param book the rulebook whose duties it is sorted under
     */
    Evidence of(Viewer viewer, UUID member, int year, Rulebook book) {
        List<Row> rows =
                db.list(
                        viewer.scope(),
                        KNOWN,
                        Row.class,
                        "member",
                        member,
                        "from",
                        LocalDate.of(year, 1, 1),
                        "until",
                        LocalDate.of(year, 12, 31));
        LocalDate today = LocalDate.now(clock);
        boolean opensNotices =
                viewer.is(Role.RESIDENCE_OFFICE, Role.RESIDENCE_CELL_SECRETARY, Role.AUDITOR);
        List<Evidence.Line> lines = new ArrayList<>();
        List<AttendanceStatus> attended = new ArrayList<>();
        for (Row row : rows) {
            switch (row.what()) {
                case "attendance" -> {
                    AttendanceStatus status = row.status(today);
                    attended.add(status);
                    lines.add(attendance(row, status));
                }
                case "opinion" -> lines.add(opinion(row));
                case "front" -> lines.add(front(row));
                case "task" -> lines.add(task(row));
                default -> {
                    if (opensNotices) {
                        lines.add(notice(row));
                    }
                }
            }
        }
        return Evidence.of(lines, attended, book);
    }

    private static Evidence.Line attendance(Row row, AttendanceStatus status) {
        return switch (status) {
            case UNMARKED -> line(row, "Chưa có thông tin", Tone.REST, Known.OPEN);
            case PRESENT -> line(row, "Có mặt", Tone.DONE, Known.PRESENT);
            case EXCUSED -> line(row, "Vắng có lý do", Tone.REST, Known.EXCUSED);
            case HOUSEHOLD ->
                    line(
                            row,
                            "Người nhà họp thay, không tính là có mặt",
                            Tone.HOUSEHOLD,
                            Known.HOUSEHOLD);
            case TO_ASK -> line(row, "Vắng, chưa hỏi lý do", Tone.WAIT, Known.OPEN);
            case ASKING, TO_DECIDE -> line(row, "Vắng, đang hỏi lý do", Tone.WAIT, Known.OPEN);
            case UNEXCUSED -> line(row, "Vắng, đã hỏi, không có lý do", Tone.LATE, Known.UNEXCUSED);
        };
    }

    private static Evidence.Line line(Row row, String text, Tone tone, Known known) {
        return new Evidence.Line(
                row.onDate(),
                row.title() == null ? "cuộc họp" : row.title(),
                text,
                tone,
                row.link(),
                known,
                known != Known.OPEN);
    }

    private static Evidence.Line opinion(Row row) {
        String body = row.body() == null ? "" : row.body();
        String text = row.outcome() == null ? body : body + " (đã trả lời: " + row.outcome() + ")";
        return new Evidence.Line(
                row.onDate(), "ý kiến", text, Tone.ACT, row.link(), Known.OPINION, row.concluded());
    }

    private static Evidence.Line front(Row row) {
        return new Evidence.Line(
                row.onDate(),
                "biên bản của Ban công tác Mặt trận",
                "Ý kiến Nhân dân: " + (row.body() == null ? "" : row.body()),
                Tone.ACT,
                "/decisions/front",
                Known.PEOPLE,
                true);
    }

    private static Evidence.Line task(Row row) {
        TaskResult result = TaskResult.valueOf(Objects.requireNonNull(row.body()));
        return new Evidence.Line(
                row.onDate(),
                "kiểm điểm nhiệm vụ của chi bộ",
                "%s: %s".formatted(row.title(), Labels.of(result).toLowerCase(Locale.ROOT)),
                result.done() ? Tone.DONE : Tone.WAIT,
                "/tasks/" + row.sourceId(),
                result.done() ? Known.TASK : Known.TASK_BEHIND,
                true);
    }

    private static Evidence.Line notice(Row row) {
        String kind = row.title() == null ? "" : row.title();
        return new Evidence.Line(
                row.onDate(),
                "thông tin trao đổi đã trả lời",
                Labels.of("noticeKind." + kind),
                Tone.ACT,
                "/exchange/" + row.sourceId(),
                switch (kind) {
                    case "PRAISE" -> Known.PRAISE;
                    case "COMMENDATION" -> Known.COMMENDATION;
                    case "POST", "TRANSFER", "RETIREMENT", "LONG_ABSENCE" -> Known.CHANGE;
                    default -> Known.OTHER_NOTICE;
                },
                true);
    }
}
