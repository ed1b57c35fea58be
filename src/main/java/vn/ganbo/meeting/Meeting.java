package vn.ganbo.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Show;

/** Cuộc họp nơi cư trú: one meeting as it is kept. */
record Meeting(
        UUID id,
        int unitNo,
        String unitName,
        MeetingKind kind,
        String title,
        LocalDate plannedOn,
        LocalTime startsAt,
        String place,
        String agenda,
        MeetingState state,
        @Nullable LocalDate invitedOn,
        @Nullable LocalDate heldOn,
        @Nullable String cancelledBecause,
        String rulebook,
        int version,
        OffsetDateTime changedAt,
        String changedBy) {

    /** 19 giờ 30, Chủ Nhật, 08/11/2026. */
    String when() {
        return hour() + ", " + Show.weekday(plannedOn);
    }

    /** 19 giờ 30, as invitations write it. */
    String hour() {
        return hour(startsAt);
    }

    /** The same of any hour. */
    static String hour(LocalTime at) {
        return at.getHour()
                + " giờ"
                + (at.getMinute() == 0 ? "" : " %02d".formatted(at.getMinute()));
    }

    /** Whether the roll may be called: people have been invited and it is not cancelled. */
    boolean hasRoll() {
        return state == MeetingState.INVITED || state == MeetingState.HELD;
    }
}
