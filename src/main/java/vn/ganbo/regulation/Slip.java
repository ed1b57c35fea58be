package vn.ganbo.regulation;

import java.util.List;
import java.util.Optional;

/**
 * Phiếu nhận xét: one form of the comment slip.
 *
 * @param code C1 or C2
 * @param title printed in capitals
 * @param subtitle printed under it
 * @param opening the sentence before the criteria, with {chi ủy}, {khu dân cư} and {họ tên} to be
 *     filled in, no colon at the end
 * @param criteria closed questions, in order
 * @param freeText the question answered in words
 */
public record Slip(
        SlipForm form,
        String code,
        String title,
        String subtitle,
        String opening,
        List<Criterion> criteria,
        FreeText freeText,
        Basis basis) {

    public Slip {
        criteria = List.copyOf(criteria);
    }

    /** "Nhận xét khác", numbered after the criteria. */
    public record FreeText(int number, String label) {}

    /** The criterion with this key, if the form has it. */
    public Optional<Criterion> criterion(String key) {
        return criteria.stream().filter(c -> c.key().equals(key)).findFirst();
    }
}
