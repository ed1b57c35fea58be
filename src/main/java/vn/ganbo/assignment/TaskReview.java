package vn.ganbo.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Show;

/**
 * Kiểm điểm of one assignment.
 *
 * @param selfWords the person's own report, or null
 * @param words the cell's, or null
 */
record TaskReview(
        UUID id,
        int unitNo,
        String unitName,
        UUID assignmentId,
        UUID taskId,
        String title,
        String product,
        @Nullable String expertise,
        boolean chore,
        UUID memberId,
        String fullName,
        boolean contact,
        AssignmentState state,
        ReviewCause cause,
        LocalDate fromDay,
        LocalDate toDay,
        int periods,
        LocalDate dueOn,
        @Nullable String selfWords,
        @Nullable LocalDate selfOn,
        @Nullable TaskResult result,
        @Nullable ReviewOutcome outcome,
        @Nullable String words,
        @Nullable LocalDate reviewedOn,
        @Nullable String reviewedBy,
        int version,
        Instant changedAt,
        String changedBy) {

    /** Its days; says when they are of several periods that nobody had been asked about. */
    String period() {
        String days = Show.date(fromDay) + " – " + Show.date(toDay);
        return periods > 1 ? days + " (gộp " + periods + " kỳ)" : days;
    }

    /** Days after the last day, 0 where there is time, or it is done. */
    long late(LocalDate on) {
        return reviewedOn != null || !on.isAfter(dueOn)
                ? 0
                : dueOn.until(on, java.time.temporal.ChronoUnit.DAYS);
    }
}
