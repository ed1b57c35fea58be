package vn.ganbo.member;

import vn.ganbo.kernel.Texts;
import vn.ganbo.spreadsheet.SheetCell;

/** How a faulty cell is kept and shown: short, and without control characters. */
final class ImportText {
    private static final int LONGEST = 300;

    private ImportText() {}

    static String shown(SheetCell cell) {
        if (cell.kind() == SheetCell.Kind.TOO_LONG) {
            return "(ô dài hơn 32.767 chữ)";
        }
        String text = Texts.clean(cell.shown());
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
