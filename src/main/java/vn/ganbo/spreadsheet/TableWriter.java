package vn.ganbo.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes one sheet of texts as .xlsx, row by row. Every cell is text, whatever it begins with, so
 * that nothing somebody typed is ever run as a formula when the file is opened.
 */
public final class TableWriter implements Closeable {
    private static final int FLUSH = 500;
    private static final int FIRST_WIDTH = 9;
    private static final int WIDTH = 22;

    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    /** Begins a sheet with these headings, which stay in sight when scrolling. */
    public TableWriter(OutputStream out, String sheetName, List<String> headings) {
        this(out, sheetName, headings, "");
    }

    /** Begins a sheet of faulty rows of the list with this id. */
    public TableWriter(OutputStream out, String sheetName, List<String> headings, String id) {
        book = new Workbook(out, "Gan Bo", "1.0");
        if (!id.isEmpty()) {
            book.properties().setKeywords(MarkedBook.mark(id));
        }
        sheet = book.newWorksheet(sheetName);
        for (int i = 0; i < headings.size(); i++) {
            sheet.width(i, i == 0 ? FIRST_WIDTH : WIDTH);
            sheet.style(0, i).bold().wrapText(true).fillColor("ECEAE4").set();
        }
        sheet.freezePane(0, 1);
        add(headings);
    }

    /** Adds a row of texts. */
    public void add(List<String> texts) {
        add(texts, Set.of());
    }

    /** Adds a row of texts, some of its columns, from 0, marked as faulty. */
    public void add(List<String> texts, Set<Integer> marked) {
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (!text.isEmpty()) {
                sheet.inlineString(row, i, text);
            }
            if (marked.contains(i)) {
                sheet.style(row, i).fillColor("FDEADD").format("@").set();
            } else if (startsAFormula(text)) {
                sheet.style(row, i).format("@").set();
            }
        }
        row++;
        if (row % FLUSH == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            book.finish();
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a spreadsheet would run the text where its cell did not say that it is text. */
    static boolean startsAFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }
}
