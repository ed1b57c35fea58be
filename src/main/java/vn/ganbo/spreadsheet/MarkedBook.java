package vn.ganbo.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Gives a list back in its own shape, every row in its own place, the faulty cells red and with the
 * reason as a comment. What somebody typed stays text, whatever it begins with.
 */
public final class MarkedBook {
    /** Longer lists come back with their faulty rows only. */
    public static final int MOST_ROWS = 10_000;

    /** The title of the column that says in which row of the list a row stood. */
    public static final String ROW_TITLE = "Dòng trong tệp cũ";

    /** The columns besides those of the list, where only faulty rows come back. */
    public static final List<String> MORE_TITLES = List.of(ROW_TITLE, "Vì sao cần sửa");

    private static final String MARK = "ganbo-import:";
    private static final int WIDTH = 18;
    private static final int FLUSH = 500;

    private MarkedBook() {}

    /**
     * Writes the workbook.
     *
     * @param table the rows, as they read
     * @param faults row number to column, from 0, to what is wrong with that cell
     * @param id what the file is recognised by when it comes back
     */
    public static byte[] write(Table table, Map<Integer, Map<Integer, String>> faults, String id) {
        Headings headings = table.headings();
        int last = headings.titles().size() - 1;
        boolean sections =
                last >= 0
                        && headings.titles().get(last).equals(Headings.SECTION)
                        && !headings.places().containsValue(last);
        int width = headings.titles().size() - (sections ? 1 : 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Gan Bo", "1.0")) {
            book.properties().setKeywords(MARK + id);
            Worksheet sheet = book.newWorksheet("Cần sửa");
            head(sheet, headings, width);
            int written = 0;
            int above = headings.row();
            String section = "";
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                String now = sections ? row.cell(width).text() : "";
                if (!now.equals(section) && row.number() > above + 1) {
                    sheet.inlineString(row.number() - 2, 0, now);
                    sheet.style(row.number() - 2, 0).bold().set();
                }
                section = now;
                above = row.number();
                for (int i = 0; i < Math.min(width, row.cells().size()); i++) {
                    write(sheet, row.number() - 1, i, row.cell(i));
                }
                mark(sheet, row.number() - 1, faults.getOrDefault(row.number(), Map.of()));
                if (++written % FLUSH == 0) {
                    sheet.flush();
                }
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The id of a workbook that was given back, from the keywords of its properties; or empty. */
    static String idOf(String keywords) {
        return keywords.startsWith(MARK) ? keywords.substring(MARK.length()) : "";
    }

    /** The mark for a workbook that is written elsewhere. */
    static String mark(String id) {
        return MARK + id;
    }

    private static void head(Worksheet sheet, Headings headings, int width) {
        for (int i = 0; i < width; i++) {
            sheet.width(i, WIDTH);
        }
        for (SheetRow row : headings.head()) {
            SheetRow read = headings.read(row);
            for (int i = 0; i < read.cells().size(); i++) {
                write(sheet, row.number() - 1, i, read.cell(i));
            }
            sheet.range(row.number() - 1, 0, row.number() - 1, Math.max(0, width - 1))
                    .style()
                    .bold()
                    .wrapText(true)
                    .set();
        }
        for (int i = 0; headings.row() > 0 && i < width; i++) {
            if (headings.isOwn(i)) {
                sheet.inlineString(headings.row() - 1, i, headings.titles().get(i));
            }
        }
        if (headings.row() > 0) {
            sheet.range(headings.row() - 1, 0, headings.row() - 1, Math.max(0, width - 1))
                    .style()
                    .fillColor("ECEAE4")
                    .set();
            sheet.freezePane(0, headings.row());
        }
    }

    private static void write(Worksheet sheet, int row, int column, SheetCell cell) {
        LocalDate day = cell.kind() == SheetCell.Kind.DATE ? cell.day() : null;
        if (day != null) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else if (cell.kind() == SheetCell.Kind.NUMBER) {
            sheet.value(row, column, new BigDecimal(cell.text()));
        } else if (!cell.isEmpty()) {
            sheet.inlineString(row, column, cell.shown());
            sheet.style(row, column).format("@").set();
        }
    }

    private static void mark(Worksheet sheet, int row, Map<Integer, String> faults) {
        faults.forEach((column, reason) -> {
            sheet.style(row, Math.max(column, 0)).fillColor("F4A6A0").format("@").set();
            sheet.comment(row, Math.max(column, 0), reason);
        });
    }
}
