package vn.ganbo.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Phân công: one person in one task for a period.
 *
 * @param contact on the register of the residence, not the cell's own member
 * @param reason why this person
 * @param answer the person's words when asking for an adjustment, or null
 * @param answerNotedBy who wrote down an oral answer, or null
 * @param decided the cell's words on what was asked, or null
 * @param decisionPaper the decision on which it stands, or null
 */
record Assignment(
        UUID id,
        int unitNo,
        String unitName,
        UUID taskId,
        String title,
        TaskField field,
        @Nullable String area,
        @Nullable Integer households,
        @Nullable String responsibility,
        String product,
        @Nullable String authority,
        ReviewCycle cycle,
        int hours,
        UUID memberId,
        String fullName,
        boolean contact,
        AssignmentState state,
        String reason,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable String answer,
        @Nullable LocalDate answeredOn,
        @Nullable String answerNotedBy,
        @Nullable String decided,
        @Nullable LocalDate endedOn,
        @Nullable String endedBecause,
        @Nullable UUID decisionPaper,
        int version,
        Instant changedAt,
        String changedBy) {

    String time() {
        return Task.time(since, until);
    }

    String place() {
        return Task.place(area, households);
    }
}
