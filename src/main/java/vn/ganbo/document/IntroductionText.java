package vn.ganbo.document;

import java.time.LocalDate;

/**
 * Giấy giới thiệu with the acknowledgement part below (Form A of Hướng dẫn 33-HD/BTCTW).
 *
 * @param number from {@link Numbers}
 * @param citation the rulebook's line without "Thực hiện" and without a full stop
 * @param exempt introduced but exempt from the residence's meetings, which the form says
 */
public record IntroductionText(
        Issuer issuer,
        String number,
        LocalDate date,
        Addressee to,
        String citation,
        Person person,
        boolean exempt,
        Signature signature)
        implements PaperText {
    @Override
    public PaperKind kind() {
        return PaperKind.INTRODUCTION;
    }
}
