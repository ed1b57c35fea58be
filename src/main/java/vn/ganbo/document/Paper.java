package vn.ganbo.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored paper, byte for byte as it was made; its checksum has been compared.
 *
 * @param about the name of the person on it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, passed on to the response
public record Paper(
        UUID id,
        PaperKind kind,
        @Nullable String number,
        LocalDate madeOn,
        int unitNo,
        @Nullable UUID memberId,
        String about,
        String mediaType,
        byte[] bytes) {

    /** "Giấy giới thiệu 09-GGT-ĐU - Lý Thị Mỹ Vỹ.pdf": a slash cannot stand in a file's name. */
    public String fileName() {
        String which = number == null ? madeOn.toString() : number;
        return (kind.label() + " " + which + (about.isEmpty() ? "" : " - " + about))
                        .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-")
                + ".pdf";
    }
}
