package vn.ganbo.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
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
        MeetingWay way,
        @Nullable String joinAt,
        @Nullable String permission,
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

    /**
     * What can be noted of one person: "from afar" only where that was possible, and nobody of the
     * household at the meeting of a cell, where members sit for themselves.
     */
    List<Mark> marks() {
        return Arrays.stream(Mark.values())
                .filter(mark -> way.fromAfar() || mark != Mark.FROM_AFAR)
                .filter(mark -> kind != MeetingKind.PARTY_LIFE || mark != Mark.HOUSEHOLD)
                .toList();
    }

    /** The link that leads to the meeting, or null where it is said in words. */
    @Nullable String link() {
        return link(joinAt);
    }

    static @Nullable String link(@Nullable String joinAt) {
        return joinAt != null && joinAt.matches("https?://\\S+") ? joinAt : null;
    }

    /** Whether the roll may be called: people have been invited and it is not cancelled. */
    boolean hasRoll() {
        return state == MeetingState.INVITED || state == MeetingState.HELD;
    }
}
