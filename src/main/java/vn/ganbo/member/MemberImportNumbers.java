package vn.ganbo.member;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.ganbo.kernel.Texts;
import vn.ganbo.spreadsheet.SheetCell;

/** Numbers that a spreadsheet has eaten the zeros of. */
final class MemberImportNumbers {
    private MemberImportNumbers() {}

    /** A card number: 30.56436 as a number is 30.564360, 5123456 is 05123456. */
    static String card(SheetCell cell) {
        if (cell.kind() == SheetCell.Kind.NUMBER) {
            BigDecimal number = new BigDecimal(cell.text());
            if (number.signum() > 0 && number.scale() > 0 && number.scale() <= 6) {
                String plain = number.setScale(6, RoundingMode.UNNECESSARY).toPlainString();
                return plain.indexOf('.') == 1 ? "0" + plain : plain;
            }
            return padded(cell.text(), 8);
        }
        String typed = Texts.clean(cell.text()).replace(" ", "");
        return typed.matches("\\d\\.\\d{6}|\\d{7}") ? "0" + typed : typed;
    }

    /** A phone number: digits with a leading zero or +; 604637730 lost its zero. */
    static String phone(SheetCell cell) {
        return phone(Texts.clean(cell.shown()));
    }

    /** The same as a person types it; what is no number stays. */
    static String phone(String typed) {
        String digits = typed.replaceAll("[ .()-]", "");
        return digits.matches("[1-9]\\d{8}") ? "0" + digits : digits;
    }

    /** A commune code: five digits. */
    static String commune(String typed) {
        return padded(typed, 5);
    }

    private static String padded(String digits, int length) {
        return digits.length() < length && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? "0".repeat(length - digits.length()) + digits
                : digits;
    }
}
