package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.List;

/**
 * Diện miễn: one ground for exemption and what follows from it.
 *
 * @param key stored with the member's exemption period, never renamed
 * @param letter as the guidance numbers it within its kind: a, b, c …
 * @param label a few words, for lists
 * @param text the full ground; says so itself where it is not verified
 * @param duties numbers of the duties that remain
 * @param yearlyComment whether the residence comments every year without being asked
 * @param stored false where nothing of such a person may be kept in this program
 * @param since first day on which the ground could be used
 */
public record Exemption(
        String key,
        ExemptionKind kind,
        String letter,
        String label,
        String text,
        List<Integer> duties,
        boolean yearlyComment,
        boolean stored,
        LocalDate since,
        Basis basis) {

    public Exemption {
        duties = List.copyOf(duties);
    }
}
