package vn.ganbo.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the book of what arrived.
 *
 * @param no số đến, from 1 in each term
 * @param casePath where it was dealt with, or null
 */
public record Arrived(
        UUID id,
        int unitNo,
        int no,
        @Nullable PaperKind kind,
        @Nullable String number,
        @Nullable LocalDate madeOn,
        String issuer,
        String about,
        LocalDate arrivedOn,
        @Nullable UUID paperId,
        @Nullable UUID foreignUnit,
        @Nullable String foreignCode,
        Found.@Nullable Trust trust,
        @Nullable String source,
        boolean hasFile,
        Instant enteredAt,
        String enteredBy,
        @Nullable Instant handledAt,
        @Nullable String handledBy,
        @Nullable String casePath) {

    private static final int ID = 36;

    /** The case in which it was dealt with, or null. */
    public @Nullable UUID caseId() {
        String last = casePath == null ? "" : casePath.substring(casePath.lastIndexOf('/') + 1);
        return last.length() == ID ? UUID.fromString(last) : null;
    }
}
