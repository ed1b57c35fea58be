package vn.ganbo.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Đề nghị của khu dân cư: what help is wanted; it becomes a task, or is withdrawn by agreement. */
record NeighbourhoodRequest(
        UUID id,
        int unitNo,
        String unitName,
        AskedBy askedBy,
        TaskField field,
        String title,
        String words,
        @Nullable String expertise,
        LocalDate askedOn,
        @Nullable UUID taskId,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawnBecause,
        int version,
        Instant changedAt,
        String changedBy) {

    boolean open() {
        return taskId == null && withdrawnOn == null;
    }

    /** Whether it is work of the residential group itself. */
    boolean chore() {
        return field == TaskField.NEIGHBOURHOOD;
    }
}
