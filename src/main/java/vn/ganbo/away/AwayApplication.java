package vn.ganbo.away;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Citation;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Tone;
import vn.ganbo.member.MemberStatus;
import vn.ganbo.regulation.LeaveDecider;
import vn.ganbo.regulation.LeaveExtent;

/**
 * Đơn xin giảm, miễn công tác và sinh hoạt đảng, with how far it has come.
 *
 * @param workNo the cell of Party life
 * @param ground a key of the rules
 * @param away whether the person is away from the cell
 * @param place commune or country, as a text
 * @param until the last day, or null where none is set; an early return moves it
 * @param givenOn the day of the application, or of the oral report
 * @param follows the application that it renews
 * @param granted whether whoever decides has decided
 * @param paper the notice or decision kept for it
 */
record AwayApplication(
        UUID id,
        int workNo,
        String cellName,
        UUID memberId,
        String fullName,
        String ground,
        boolean away,
        LeaveDecider decidedBy,
        LeaveExtent extent,
        String place,
        @Nullable String work,
        @Nullable String phone,
        @Nullable String email,
        LocalDate since,
        @Nullable LocalDate until,
        AwayWay way,
        LocalDate givenOn,
        String rulebook,
        @Nullable UUID follows,
        AwayState state,
        @Nullable LocalDate supportedOn,
        @Nullable LocalDate resolvedOn,
        @Nullable String resolutionNo,
        @Nullable Integer votesFor,
        @Nullable Integer votesAgainst,
        @Nullable LocalDate reportedOn,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionNo,
        @Nullable String decisionIssuer,
        @Nullable String refusedBecause,
        boolean granted,
        @Nullable LocalDate returnedOn,
        @Nullable UUID paper,
        int version,
        OffsetDateTime changedAt,
        String changedBy) {

    /** What the member is while it lasts; null where nothing but the work is made less. */
    @Nullable MemberStatus standing() {
        if (extent == LeaveExtent.FULL) {
            return MemberStatus.EXEMPT;
        }
        return away ? MemberStatus.AWAY : null;
    }

    boolean inForce(LocalDate today) {
        return granted && !since.isAfter(today) && !over(today);
    }

    boolean over(LocalDate today) {
        LocalDate last = until;
        return last != null && last.isBefore(today);
    }

    /** Whether somebody still has to do something with it before it is decided or reported. */
    boolean open() {
        return switch (state) {
            case SUBMITTED, SUPPORTED, RESOLVED -> true;
            case REPORTED, DECIDED, REFUSED, WITHDRAWN, LAPSED -> false;
        };
    }

    boolean mayWithdraw() {
        return AwayLifecycle.allows(state, AwayState.WITHDRAWN);
    }

    /** Whether it was granted and has not begun. */
    boolean mayLapse(LocalDate today) {
        return granted && since.isAfter(today);
    }

    String time() {
        return time(since, until);
    }

    static String time(LocalDate since, @Nullable LocalDate until) {
        return "từ "
                + Show.date(since)
                + (until == null ? ", chưa định ngày hết" : " đến hết " + Show.date(until));
    }

    Tone tone(LocalDate today) {
        return switch (state) {
            case SUBMITTED, SUPPORTED, RESOLVED -> Tone.WAIT;
            case REFUSED, WITHDRAWN, LAPSED -> Tone.REST;
            case REPORTED, DECIDED -> over(today) ? Tone.REST : Tone.DONE;
        };
    }

    /** What the cell decided: "Nghị quyết số 12-NQ/CB ngày 27/11/2026, 9 tán thành, 1 không". */
    String resolution() {
        return "%s, %d tán thành, %d không tán thành"
                .formatted(resolutionCited(), votesFor, votesAgainst);
    }

    /** "Nghị quyết số 12-NQ/CB ngày 27/11/2026". */
    String resolutionCited() {
        return "%s ngày %s"
                .formatted(
                        Citation.of(resolutionNo == null ? "" : resolutionNo, "Nghị quyết"),
                        Show.date(resolvedOn));
    }
}
