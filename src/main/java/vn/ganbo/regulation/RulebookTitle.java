package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which regulation it is and when it holds.
 *
 * @param id stored with every record made under it, such as 213-qd-tw
 * @param version of our data, from 1; a corrected text is a new version of the same id
 * @param code as people say it: 213-QĐ/TW
 * @param title in full
 * @param citation as papers cite it, without the word "Thực hiện" and without a full stop
 * @param from first day, inclusive
 * @param until last day, inclusive, or null while it holds
 * @param replaces id of the one before, or null
 * @param guidance documents that explain it
 */
public record RulebookTitle(
        String id,
        int version,
        String code,
        String title,
        String citation,
        String issuer,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String replaces,
        List<Norms.Guidance> guidance,
        Basis basis) {

    public RulebookTitle {
        guidance = List.copyOf(guidance);
    }

    boolean holdsOn(LocalDate date) {
        LocalDate last = until;
        return !date.isBefore(from) && (last == null || !date.isAfter(last));
    }
}
