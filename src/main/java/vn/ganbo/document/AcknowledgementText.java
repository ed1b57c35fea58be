package vn.ganbo.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Phiếu báo tiếp nhận: the residence committee tells the workplace that it has taken the member
 * over. The letter stays, this goes back.
 *
 * @param date of the paper
 * @param toCommittee the committee that introduced, "Đảng ủy Trường Đại học Sông Ngàn"
 * @param letterNumber the number of the letter it answers
 * @param acknowledgedOn the day of tiếp nhận
 * @param cell "Chi bộ Tổ dân phố 3", or null while the member is not placed
 */
public record AcknowledgementText(
        Issuer issuer,
        LocalDate date,
        String toCommittee,
        String letterNumber,
        LocalDate letterDate,
        Person person,
        LocalDate acknowledgedOn,
        @Nullable String cell,
        Signature signature)
        implements PaperText {
    @Override
    public PaperKind kind() {
        return PaperKind.ACKNOWLEDGEMENT;
    }

    @Override
    public @Nullable String number() {
        return null;
    }
}
