package vn.ganbo.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper to be drawn and kept.
 *
 * @param text what stands on it
 * @param unitNo the unit whose paper it is: it sees the paper from the start
 * @param workNo the workplace cell that may read it from the start, or null: not yet
 * @param resNo the ward, cell or group of the residence that may read it from the start, or null:
 *     not yet
 * @param memberId whom it is about, or null
 * @param rulebook id and version of the rulebook it is made under
 * @param aboutId the meeting, decision or exemption by which it is found again, or null
 */
public record NewPaper(
        PaperText text,
        int unitNo,
        @Nullable Integer workNo,
        @Nullable Integer resNo,
        @Nullable UUID memberId,
        String rulebook,
        @Nullable UUID aboutId) {

    /** A paper that is about a person or belongs to a case that knows it. */
    public NewPaper(
            PaperText text,
            int unitNo,
            @Nullable Integer workNo,
            @Nullable Integer resNo,
            @Nullable UUID memberId,
            String rulebook) {
        this(text, unitNo, workNo, resNo, memberId, rulebook, null);
    }
}
