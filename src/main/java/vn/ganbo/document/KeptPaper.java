package vn.ganbo.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A drawn paper on its way into the table; the term is that of its number, if it has one. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeptPaper(
        UUID id,
        NewPaper paper,
        @Nullable LocalDate term,
        String mediaType,
        byte[] bytes,
        byte[] sha256,
        String data) {}
