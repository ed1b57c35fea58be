package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.List;

/**
 * What holds for a transfer of Party life (Quy định 294-QĐ/TW, 6.3.1; Hướng dẫn 06-HD/TW, 8).
 *
 * @param startDays working days after the deciding paper to start an official transfer
 * @param handInDays working days after the letter to hand it in at the new cell
 * @param temporary months of a temporary transfer; {@code below} itself is too long
 * @param study months of one for study; {@code most} itself is allowed
 * @param guests what somebody may at the place of a temporary one
 * @param extension what makes a temporary one longer
 * @param checkMonths every so many months the letters not handed in are gone through
 * @param blocked who may not be transferred yet
 * @param issuer who introduces across the superior committee
 * @param stayDays days before the end of a stay on which it is reminded of, the longest first
 * @param commentDays working days for the host to comment before the yearly review
 */
public record TransferBook(
        String id,
        int version,
        String code,
        String title,
        String citation,
        LocalDate from,
        Basis basis,
        int startDays,
        int handInDays,
        Basis officialBasis,
        Months temporary,
        Months study,
        Said guests,
        Said extension,
        int checkMonths,
        Basis checkBasis,
        Said blocked,
        Said issuer,
        List<Item> dossier,
        List<Integer> stayDays,
        int commentDays) {

    /** A length in months, and whether {@code most} itself is still allowed. */
    public record Months(int least, int most, boolean inclusive, Basis basis) {
        /**
         * Whether a time is neither too short nor too long.
         *
         * @param since its first day
         * @param until its last day
         */
        public boolean fits(LocalDate since, LocalDate until) {
            LocalDate after = until.plusDays(1);
            LocalDate limit = since.plusMonths(most);
            return !after.isBefore(since.plusMonths(least))
                    && (inclusive ? !after.isAfter(limit) : after.isBefore(limit));
        }
    }

    /** A rule in words. */
    public record Said(String text, Basis basis) {}

    /** A paper of the file that goes along. */
    public record Item(String key, String label, Basis basis) {}

    public TransferBook {
        dossier = List.copyOf(dossier);
        stayDays = List.copyOf(stayDays);
    }

    /** As records made under it name it: "294-qd-tw/1". */
    public String reference() {
        return id + "/" + version;
    }
}
