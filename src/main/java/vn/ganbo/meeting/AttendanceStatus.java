package vn.ganbo.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Tone;

/**
 * How one person's attendance stands, derived and never stored (DECISIONS 10): an absence is called
 * unexcused only after the person was asked, the days for an answer have passed, and no good reason
 * was accepted. Before that it is "đang hỏi lý do". Labels under attendanceStatus.*
 */
public enum AttendanceStatus {
    UNMARKED("–", Tone.REST),
    PRESENT("✓", Tone.DONE),
    EXCUSED("P", Tone.WAIT),
    HOUSEHOLD("N", Tone.HOUSEHOLD),
    TO_ASK("?", Tone.WAIT),
    ASKING("?", Tone.WAIT),
    TO_DECIDE("?", Tone.WAIT),
    UNEXCUSED("K", Tone.LATE);

    private final String sign;
    private final Tone tone;

    AttendanceStatus(String sign, Tone tone) {
        this.sign = sign;
        this.tone = tone;
    }

    /**
     * What is known of one person and one meeting.
     *
     * @param mark of the roll-call, or null before it
     * @param askedOn day on which the person was asked why, or null
     * @param answerDue last day for an answer, inclusive: the asking day plus the rulebook's
     *     working days; null where nobody asked
     * @param answeredOn day of the latest answer, or null
     * @param accepted whether the secretary accepted the reason; null before a decision
     */
    public record Known(
            @Nullable Mark mark,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate answerDue,
            @Nullable LocalDate answeredOn,
            @Nullable Boolean accepted) {}

    /**
     * The status on a day. An answer in time waits for the secretary as long as it takes; an answer
     * after the last day changes nothing until it is accepted.
     */
    public static AttendanceStatus of(Known known, LocalDate today) {
        return switch (known.mark()) {
            case null -> UNMARKED;
            case PRESENT, FROM_AFAR -> PRESENT;
            case EXCUSED_BEFORE -> EXCUSED;
            case HOUSEHOLD -> HOUSEHOLD;
            case ABSENT -> absent(known, today);
        };
    }

    private static AttendanceStatus absent(Known known, LocalDate today) {
        LocalDate due = known.answerDue();
        if (Boolean.TRUE.equals(known.accepted())) {
            return EXCUSED;
        }
        if (known.askedOn() == null || due == null) {
            return TO_ASK;
        }
        LocalDate answered = known.answeredOn();
        if (known.accepted() == null && answered != null && !answered.isAfter(due)) {
            return TO_DECIDE;
        }
        return today.isAfter(due) ? UNEXCUSED : ASKING;
    }

    /** One character for a register: ✓ P K N ? */
    public String sign() {
        return sign;
    }

    /** The colour that goes with the words. */
    public Tone tone() {
        return tone;
    }

    /** Whether nothing more is to be asked or decided. */
    public boolean isSettled() {
        return this == PRESENT || this == EXCUSED || this == HOUSEHOLD || this == UNEXCUSED;
    }
}
