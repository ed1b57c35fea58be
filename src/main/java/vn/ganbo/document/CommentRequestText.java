package vn.ganbo.document;

import java.time.LocalDate;

/**
 * Phiếu xin ý kiến (Form B): the workplace asks the residence for a comment.
 *
 * @param number of its own series, from {@link Numbers}
 * @param citation the rulebook's line without "Thực hiện" and without a full stop
 * @param purpose what the comment is for, after "Để": "có cơ sở kiểm điểm, … năm 2026"
 * @param request the rulebook's sentence, with {cấp ủy}, {chi bộ} and {họ tên}
 * @param due the last day on which the slip is asked back
 */
public record CommentRequestText(
        Issuer issuer,
        String number,
        LocalDate date,
        Addressee to,
        String citation,
        Person person,
        String purpose,
        String request,
        LocalDate due,
        Signature signature)
        implements PaperText {
    @Override
    public PaperKind kind() {
        return PaperKind.COMMENT_REQUEST;
    }
}
