package vn.ganbo.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hồ sơ: what is known of one case in the order of its steps, for the file, or what a person
 * reports and signs with the own hand. A view drawn from the data, with no number.
 *
 * @param superior line one of the head
 * @param issuer line two, whose file it is
 * @param title "HỒ SƠ KIỂM ĐIỂM, XẾP LOẠI NĂM 2026"
 * @param about under the title: whose case
 * @param parts in the order of the file
 * @param signed where the person signs, or null for no signature
 */
public record DossierText(
        String superior,
        String issuer,
        String title,
        String about,
        List<Part> parts,
        @Nullable Signed signed) {

    /** Without a signature. */
    public DossierText(
            String superior, String issuer, String title, String about, List<Part> parts) {
        this(superior, issuer, title, about, parts, null);
    }

    /**
     * Place and day, and the person who signs by hand.
     *
     * @param role "Người báo cáo"
     */
    public record Signed(String place, LocalDate date, String role, String name) {}

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
     * @param text may have several paragraphs; blank leaves lines for a pen
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
