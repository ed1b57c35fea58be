package vn.ganbo.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a file, a scan or a typed code says of a paper. */
public sealed interface Found permits Found.Whole, Found.Marked, Found.Coded {

    /** Who vouches for what was read. */
    enum Trust {
        /** This installation sealed it. */
        OWN,
        /** An installation sealed it whose key is known here. */
        KNOWN,
        /** Nobody that is known here: to be compared with the paper by eye. */
        UNKNOWN
    }

    /**
     * A letter with its data.
     *
     * @param from name of the installation, or the id of its key where it is not known
     * @param unit id of the issuing unit
     * @param unitCode code of the issuing unit
     */
    record Whole(
            Trust trust,
            String from,
            UUID paper,
            PaperKind kind,
            UUID unit,
            String unitCode,
            PaperText text)
            implements Found {}

    /**
     * A mark alone.
     *
     * @param number or null where the form has none
     * @param unitCode folded to the letters of a QR code
     */
    record Marked(
            Trust trust,
            String from,
            PaperKind kind,
            @Nullable String number,
            String code,
            LocalDate date,
            String unitCode)
            implements Found {}

    /** A short code that was typed, of whatever installation. */
    record Coded(String code) implements Found {}
}
