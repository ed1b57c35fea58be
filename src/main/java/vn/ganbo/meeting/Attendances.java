package vn.ganbo.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/**
 * How members attended the meetings of a year, for others to read: registers, comments, statistics.
 * The workplace gets settled attendance only; the member and the residence everything of theirs.
 */
@Service
public class Attendances {
    private static final String SEEN =
            """
            select a.member_id, a.meeting_id, a.held_on, m.title, m.kind, a.mark, a.asked_on,
                   a.answer_due, a.answered_on, a.accepted
              from meeting.attendance a
              join meeting.meeting m on m.id = a.meeting_id
             where a.member_id = any (:members::uuid[])
               and (a.unit_no <@ :scope::int4multirange
                    or a.member_id = :self::uuid
                    or (a.work_no <@ :scope::int4multirange and a.concluded_on is not null))
            """;

    private static final String IN_ORDER = " order by a.held_on, a.meeting_id";

    static final Sql OF_MEMBERS =
            Sql.of(SEEN + "   and a.held_on between :from::date and :until::date\n" + IN_ORDER);

    static final Sql OF_THIS_YEAR =
            Sql.of(
                    SEEN
                            + """
                               and a.held_on >= date_trunc('year', :today::date)::date
                               and a.held_on < (date_trunc('year', :today::date) + interval '1 year')::date
                            """
                            + IN_ORDER);

    private final Db db;
    private final Clock clock;

    Attendances(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One member at one held meeting.
     *
     * @param heldOn day of the meeting
     * @param status as it stands today
     * @param fromAfar present, but not at the place
     */
    public record Attended(
            UUID member,
            UUID meeting,
            LocalDate heldOn,
            String title,
            MeetingKind kind,
            AttendanceStatus status,
            boolean fromAfar) {
        /** "Có mặt", and whether that was from afar. */
        String words() {
            return Labels.of(status) + (fromAfar ? ", dự từ xa" : "");
        }
    }

    /**
     * The held meetings of a year to which these people were invited, earliest first, in one
     * statement. People without any, or out of scope, are absent from the map.
     */
    public Map<UUID, List<Attended>> statusOf(Scope scope, Collection<UUID> members, int year) {
        LocalDate today = LocalDate.now(clock);
        return db
                .list(
                        scope,
                        OF_MEMBERS,
                        Raw.class,
                        "members",
                        members.toArray(UUID[]::new),
                        "from",
                        LocalDate.of(year, 1, 1),
                        "until",
                        LocalDate.of(year, 12, 31))
                .stream()
                .map(raw -> raw.on(today))
                .collect(Collectors.groupingBy(Attended::member));
    }

    record Raw(
            UUID memberId,
            UUID meetingId,
            LocalDate heldOn,
            String title,
            MeetingKind kind,
            Mark mark,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate answerDue,
            @Nullable LocalDate answeredOn,
            @Nullable Boolean accepted) {
        Attended on(LocalDate today) {
            return new Attended(
                    memberId,
                    meetingId,
                    heldOn,
                    title,
                    kind,
                    AttendanceStatus.of(
                            new AttendanceStatus.Known(
                                    mark, askedOn, answerDue, answeredOn, accepted),
                            today),
                    mark == Mark.FROM_AFAR);
        }
    }
}
