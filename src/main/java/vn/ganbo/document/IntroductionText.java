package vn.ganbo.document;

import java.time.LocalDate;

/**
 * Giấy giới thiệu with the acknowledgement part below (Form A of Hướng dẫn 33-HD/BTCTW).
 *
 * @param number from {@link Numbers}
 * @param citation the rulebook's line without "Thực hiện" and without a full stop
 * @param exempt introduced but exempt from the residence's meetings, which the form says
 * @param sentences the fixed ones of the form, as the rulebook has them
 */
public record IntroductionText(
        Issuer issuer,
        String number,
        LocalDate date,
        Addressee to,
        String citation,
        Person person,
        boolean exempt,
        Sentences sentences,
        Signature signature)
        implements PaperText {

    /**
     * What the form says in its own words.
     *
     * @param exempt printed for members who are exempt, without a full stop
     * @param request what the residence is asked for, with {họ tên}
     */
    public record Sentences(String exempt, String request) {}

    @Override
    public PaperKind kind() {
        return PaperKind.INTRODUCTION;
    }
}
