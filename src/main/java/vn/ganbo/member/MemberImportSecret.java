package vn.ganbo.member;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import vn.ganbo.kernel.Texts;
import vn.ganbo.spreadsheet.Headings;
import vn.ganbo.spreadsheet.SheetCell;
import vn.ganbo.spreadsheet.SheetRow;

/**
 * Rows that must not be kept: members who are not introduced to the residence at all, above all
 * those on secret posts (33-HD/BTCTW, section 1.2). Asked before anything of a row is stored.
 */
final class MemberImportSecret {
    private static final String NOT_INTRODUCED = "mien gioi thieu";
    private static final String COMPOSED = "bí mật";
    private static final String DECOMPOSED = Normalizer.normalize(COMPOSED, Normalizer.Form.NFD);

    private MemberImportSecret() {}

    /**
     * Why the row is dropped, without a word from it; empty when it may be read. Both are
     * recognised in whatever column they are written: nobody may yet have said which column is
     * which.
     */
    static Optional<String> refusal(Headings headings, SheetRow row) {
        SheetCell exempt = row.cell(headings.place("exempt"));
        boolean secret = Texts.folded(exempt.text()).contains("bi mat");
        boolean notIntroduced = false;
        for (SheetCell cell : row.cells()) {
            if (cell.kind() == SheetCell.Kind.TEXT) {
                secret |= speaksOfSecret(cell.text());
                notIntroduced |= saysNotIntroduced(cell.text());
            }
        }
        if (secret) {
            return Optional.of(
                    "Dòng này ghi người ở vị trí phải giữ bí mật, thuộc diện miễn giới thiệu"
                            + " (Hướng dẫn 33-HD/BTCTW, mục 1.2). Chương trình không nhận và không"
                            + " giữ lại điều gì của dòng này. Xóa dòng khỏi tệp; cấp ủy quản lý riêng.");
        }
        if (notIntroduced) {
            return Optional.of(
                    "Người thuộc diện miễn giới thiệu (Hướng dẫn 33-HD/BTCTW, mục 1.2) không có"
                            + " trong sổ của chương trình này. Không giữ lại điều gì của dòng này.");
        }
        return Optional.empty();
    }

    /** Few cells are as long and begin so; only those are folded. */
    private static boolean saysNotIntroduced(String text) {
        String words = text.strip();
        return words.length() >= NOT_INTRODUCED.length()
                && Character.toLowerCase(words.charAt(0)) == 'm'
                && Texts.folded(words).startsWith(NOT_INTRODUCED);
    }

    private static boolean speaksOfSecret(String text) {
        if (text.length() < COMPOSED.length()) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains(COMPOSED) || lower.contains(DECOMPOSED);
    }
}
