package vn.ganbo.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A drawn paper on its way into the table.
 *
 * @param code the short code, or null from an installation without a key
 * @param mark what it says of itself, sealed, or null
 * @param term that of its number, if it has one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeptPaper(
        UUID id,
        @Nullable String code,
        @Nullable String mark,
        NewPaper paper,
        @Nullable LocalDate term,
        String mediaType,
        byte[] bytes,
        byte[] sha256,
        String data,
        @Nullable String style) {}
