package vn.ganbo.spreadsheet;

import java.util.List;
import java.util.regex.Pattern;
import vn.ganbo.kernel.Texts;

/**
 * Takes out of the rows below the headings what is no data: lines that begin a section, repeated
 * headings, totals, and the signatures at the end.
 */
final class Clean {
    private static final Pattern UNIT =
            Pattern.compile(
                    "((?:[ivx]+|[a-z]|\\d+)[.)/ -]+)?(chi bo|dang bo|dang uy|to dang|to dan pho|khu |khu pho|thon|"
                            + "xom|ban |khoi|phong|ap |buon|bon|lang|to \\d).*");

    /** Behind a number that could be anybody's, and somebody may be called Khu or Làng. */
    private static final Pattern SURELY_UNIT =
            Pattern.compile("(chi bo|dang bo|dang uy|to dang|to dan pho|khu pho) .*");

    private static final Pattern TOTAL =
            Pattern.compile(
                    "(tong( so| cong)?|cong)( \\(?[a-z+0-9 ]*\\)?)?[ :.]*(\\d.*|dang vien.*|nguoi.*)?");
    private static final Pattern SIGNED =
            Pattern.compile(
                    "(.*, ?)?ngay( .*)? thang( .*)? nam.*|nguoi lap.*|t/m .*|tm\\.? .*|k/t .*|bi thu.*|pho bi thu.*|"
                            + "noi nhan.*|xac nhan.*|thu truong.*|\\(ky.*");
    private static final int FEW = 3;
    private static final int MOST_HEADS = 4;

    private final Headings headings;
    private final int width;
    private final boolean wide;
    private final List<SheetRow> heads;
    private String section = "";
    private boolean signed;

    Clean(Headings headings) {
        this.headings = headings;
        this.width = headings.titles().size();
        this.wide = headings.places().size() >= FEW;
        List<SheetRow> head = headings.head();
        this.heads =
                head.subList(Math.max(0, head.size() - MOST_HEADS), head.size()).stream()
                        .map(headings::read)
                        .toList();
    }

    /** Whether the row, as it reads, is data. */
    boolean isData(SheetRow row) {
        if (!wide) {
            return true;
        }
        int count = 0;
        for (SheetCell cell : row.cells()) {
            count += cell.isEmpty() ? 0 : 1;
        }
        if (count > FEW) {
            return !isHeadingAgain(row) && !isTotal(row);
        }
        List<SheetCell> full = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
        boolean words = full.stream().allMatch(cell -> cell.kind() == SheetCell.Kind.TEXT);
        if (isSection(row, full)) {
            section = Texts.clean(full.getLast().text());
            signed = false;
            return false;
        }
        signed |= words && full.stream().anyMatch(Clean::isSignature);
        return !signed && !isTotal(row) && !isHeadingAgain(row);
    }

    /** The section in which the rows stand; empty above the first. */
    String section() {
        return section;
    }

    private boolean isSection(SheetRow row, List<SheetCell> full) {
        if (full.getLast().kind() != SheetCell.Kind.TEXT) {
            return false;
        }
        String folded = Texts.folded(full.getLast().text());
        if (full.size() == 1) {
            boolean asName = !row.cell(headings.place("name")).isEmpty();
            return UNIT.matcher(folded).matches()
                    || (!asName
                            && !isSignature(full.getFirst())
                            && !TOTAL.matcher(folded).matches());
        }
        Pattern unit = full.getFirst().kind() == SheetCell.Kind.TEXT ? UNIT : SURELY_UNIT;
        return full.size() == 2
                && unit.matcher(folded).matches()
                && Texts.clean(full.getFirst().text()).matches("[IVXA-Z\\d]+[.)]?");
    }

    private static boolean isTotal(SheetRow row) {
        SheetCell first = null;
        for (SheetCell cell : row.cells()) {
            if (cell.isEmpty()) {
                continue;
            }
            if (first == null) {
                first = cell;
                if (cell.kind() != SheetCell.Kind.TEXT
                        || "TtCc".indexOf(cell.text().charAt(0)) < 0) {
                    return false;
                }
            } else if (cell.kind() == SheetCell.Kind.TEXT && !cell.text().matches("[\\d.,]+")) {
                return false;
            }
        }
        return first != null && TOTAL.matcher(Texts.folded(first.text())).matches();
    }

    /** Some print the headings on every page. */
    private boolean isHeadingAgain(SheetRow row) {
        if (heads.stream().anyMatch(head -> repeats(row, head))) {
            return true;
        }
        int name = headings.place("name");
        if (name < 0 || name >= width) {
            return false;
        }
        String title = headings.titles().get(name);
        String text = row.cell(name).text();
        return !text.isEmpty()
                && text.length() <= title.length()
                && title.regionMatches(true, 0, text, 0, text.length())
                && text.length() > FEW
                && text.indexOf(' ') > 0;
    }

    /** Whether a row says in at least two cells what stands in the headings, and nothing else. */
    private static boolean repeats(SheetRow row, SheetRow head) {
        int same = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            SheetCell cell = row.cell(i);
            if (!cell.isEmpty()) {
                if (!cell.text().strip().equalsIgnoreCase(head.cell(i).text().strip())) {
                    return false;
                }
                same++;
            }
        }
        return same > 1;
    }

    private static boolean isSignature(SheetCell cell) {
        return cell.text().length() < 200 && SIGNED.matcher(Texts.folded(cell.text())).matches();
    }
}
