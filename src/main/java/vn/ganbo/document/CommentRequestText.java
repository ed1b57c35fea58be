package vn.ganbo.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Phiếu xin ý kiến (Form B): the workplace asks the residence for a comment.
 *
 * @param number of its own series, from {@link Numbers}
 * @param citation the rulebook's line without "Thực hiện" and without a full stop
 * @param purpose what the comment is for, after "Để": "có cơ sở kiểm điểm, … năm 2026"
 * @param request the rulebook's sentence, with {cấp ủy}, {chi bộ} and {họ tên}
 * @param due the last day on which the slip is asked back
 * @param ask the same for a machine, which is not printed; null on papers kept before it was there
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
        Signature signature,
        @Nullable Ask ask)
        implements PaperText {

    /** Without what is not printed. */
    public CommentRequestText(
            Issuer issuer,
            String number,
            LocalDate date,
            Addressee to,
            String citation,
            Person person,
            String purpose,
            String request,
            LocalDate due,
            Signature signature) {
        this(issuer, number, date, to, citation, person, purpose, request, due, signature, null);
    }

    /**
     * What is asked for.
     *
     * @param purpose by its name
     * @param year the year that is assessed
     */
    public record Ask(String purpose, int year) {}

    @Override
    public PaperKind kind() {
        return PaperKind.COMMENT_REQUEST;
    }
}
