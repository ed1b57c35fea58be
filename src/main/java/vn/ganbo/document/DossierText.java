package vn.ganbo.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hồ sơ: what is known of one case in the order of its steps, for the file. A view drawn from the
 * data, with no number and no signature of its own.
 *
 * @param superior line one of the head
 * @param issuer line two, whose file it is
 * @param title "HỒ SƠ KIỂM ĐIỂM, XẾP LOẠI NĂM 2026"
 * @param about under the title: whose case
 * @param parts in the order of the file
 */
public record DossierText(
        String superior, String issuer, String title, String about, List<Part> parts) {

    /** One paper of the file: a heading, and lines, at least one. */
    public record Part(String heading, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line.
     *
     * @param label in bold before the text, or null
     * @param text may have several paragraphs
     */
    public record Line(@Nullable String label, String text) {
        List<String> paragraphs() {
            return text.lines().toList();
        }
    }

    public DossierText {
        parts = List.copyOf(parts);
    }
}
