package vn.ganbo.away;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Tone;

/**
 * Somebody who is away, and when the cell heard last.
 *
 * @param id of the application
 * @param lastOn the last sign of life, or null
 * @param heardOn the day from which silence counts: that sign, else the first day away
 * @param backOn the day on which the member says to be back, or null
 * @param help requests that are not answered yet
 */
record AwayContact(
        UUID id,
        int workNo,
        String cellName,
        UUID memberId,
        String fullName,
        String place,
        @Nullable String work,
        @Nullable String phone,
        @Nullable String email,
        LocalDate since,
        @Nullable LocalDate until,
        ContactRhythm rhythm,
        @Nullable String hostName,
        @Nullable String hostPost,
        @Nullable String hostPhone,
        @Nullable LocalDate lastOn,
        LocalDate heardOn,
        @Nullable LocalDate backOn,
        long help,
        int version,
        OffsetDateTime changedAt,
        String changedBy) {

    AwayContactStore.Away away() {
        return new AwayContactStore.Away(workNo, id, memberId);
    }

    long days(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(heardOn, today));
    }

    LocalDate next() {
        return heardOn.plusMonths(rhythm.months());
    }

    /**
     * How far up the ladder the silence reaches: 0 to 3.
     *
     * @param ladder the rulebook's months
     */
    int rung(List<Integer> ladder, LocalDate today) {
        int rung = 0;
        for (int months : ladder) {
            if (!heardOn.plusMonths(months).isAfter(today)) {
                rung++;
            }
        }
        return rung;
    }

    Tone tone(List<Integer> ladder, LocalDate today) {
        return switch (rung(ladder, today)) {
            case 0 -> next().isAfter(today) ? Tone.DONE : Tone.ACT;
            case 1, 2 -> Tone.WAIT;
            default -> Tone.LATE;
        };
    }

    /** What to do now, in words that reproach nobody. */
    String step(List<Integer> ladder, LocalDate today) {
        return switch (rung(ladder, today)) {
            case 0 -> next().isAfter(today) ? "Vẫn liên lạc" : "Đến kỳ hỏi thăm";
            case 1 -> "Đã nhắn hỏi thăm";
            case 2 -> "Nhờ chi ủy viên gọi";
            default -> "Chi bộ xem xét, hỏi thăm gia đình";
        };
    }

    String time() {
        return "từ " + Show.date(since) + (until == null ? "" : " đến hết " + Show.date(until));
    }
}
