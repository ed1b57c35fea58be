package vn.ganbo.document;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Mẫu văn bản theo ngày: which template a paper of a kind is drawn with, by the date it bears. A
 * new form is a new line here with its first day; what was drawn before is drawn again as it was.
 */
final class PaperForms {
    private static final LocalDate EVER = LocalDate.MIN;

    /** First day of Hướng dẫn 05-HD/VPTW on Quy định 399-QĐ/TW (DOMAIN.md §6). */
    static final LocalDate GUIDANCE_05 = LocalDate.of(2026, 5, 27);

    /**
     * A form of a kind.
     *
     * @param since first day on which papers are drawn with it
     * @param template below document/
     * @param source where the form comes from
     */
    record Form(PaperKind kind, LocalDate since, String template, String source) {}

    static final List<Form> FORMS =
            List.of(
                    new Form(PaperKind.INTRODUCTION, EVER, "introduction", "33-HD/BTCTW, mẫu A"),
                    new Form(PaperKind.ACKNOWLEDGEMENT, EVER, "acknowledgement", "33-HD/BTCTW"),
                    new Form(
                            PaperKind.COMMENT_REQUEST,
                            EVER,
                            "commentrequest",
                            "33-HD/BTCTW, mẫu B"),
                    new Form(PaperKind.COMMENT_SLIP, EVER, "commentslip", "33-HD/BTCTW, mẫu C"),
                    new Form(PaperKind.OFFICIAL_LETTER, EVER, "officialletter36", "36-HD/VPTW"),
                    new Form(
                            PaperKind.OFFICIAL_LETTER, GUIDANCE_05, "officialletter", "05-HD/VPTW"),
                    new Form(PaperKind.INVITATION, EVER, "written", "05-HD/VPTW"),
                    new Form(PaperKind.ANNOUNCEMENT, EVER, "written", "05-HD/VPTW"),
                    new Form(PaperKind.MINUTES, EVER, "written", "05-HD/VPTW"),
                    new Form(PaperKind.DECISION, EVER, "written", "05-HD/VPTW"),
                    new Form(PaperKind.TRANSFER_LETTER, EVER, "written", "294-QĐ/TW"));

    private PaperForms() {}

    /** The form of a paper. */
    static Form of(PaperText text) {
        return FORMS.stream()
                .filter(form -> form.kind() == text.kind())
                .filter(form -> !text.date().isBefore(form.since()))
                .max(Comparator.comparing(Form::since))
                .orElseThrow();
    }
}
