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
     * A file from another installation, or a picture of a sheet.
     *
     * @param bytes as they came
     * @param whole what was read in it, or null
     * @param mark what the mark on it says where nothing else could be read, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record File(
            String mediaType,
            byte[] bytes,
            Found.@Nullable Whole whole,
            Found.@Nullable Marked mark) {
        /** Data was read in it. */
        public static File of(byte[] bytes, Found.Whole whole) {
            return new File("application/pdf", bytes, whole, null);
        }

        /** A picture or a scan in which nothing was read: what is on it, a clerk types. */
        public static File of(String mediaType, byte[] bytes) {
            return new File(mediaType, bytes, null, null);
        }

        /** A picture or a scan: only the mark was read. */
        public static File of(String mediaType, byte[] bytes, Found.Marked mark) {
            return new File(mediaType, bytes, null, mark);
        }
    }
}
