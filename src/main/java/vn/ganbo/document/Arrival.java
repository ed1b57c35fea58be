package vn.ganbo.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came to a unit, to be entered in its book.
 *
 * @param unitNo whose book it is
 * @param kind or null for a kind that this program does not make
 * @param number of the sender, or null where it has none
 * @param madeOn its date, or null where it has none
 * @param issuer who sent it, "Đảng ủy Trường Đại học Sông Ngàn"
 * @param about in a few words
 * @param arrivedOn the day of arrival, not to come
 * @param memberId whom it is about, where known
 * @param paperId the paper of this installation, or null for what came from outside
 * @param file what was sent, or null for a sheet of paper
 */
public record Arrival(
        int unitNo,
        @Nullable PaperKind kind,
        @Nullable String number,
        @Nullable LocalDate madeOn,
        String issuer,
        String about,
        LocalDate arrivedOn,
        @Nullable UUID memberId,
        @Nullable UUID paperId,
        @Nullable File file) {

    /**
     * A file from another installation.
     *
     * @param bytes as they came
     * @param whole what was read in it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record File(String mediaType, byte[] bytes, Found.Whole whole) {}
}
