package vn.ganbo.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a list as .xlsx while its rows come. Dates are dates, so that they sort; every text is
 * typed as text, whatever it begins with.
 */
final class ExportBook {
    private static final int FLUSH = 200;

    private static final String DAY = "dd/mm/yyyy";

    /** Excel counts a 29/02/1900 that never was: what lies before is written as text. */
    private static final LocalDate COUNTED = LocalDate.of(1900, 3, 1);

    private final Worksheet sheet;
    private int row;

    private ExportBook(Worksheet sheet) {
        this.sheet = sheet;
    }

    static void write(Export export, List<String> above, OutputStream out) {
        try (Workbook book = new Workbook(out, "Gan Bo", "1.0")) {
            ExportBook list = new ExportBook(book.newWorksheet("Danh sách"));
            list.head(export, above);
            export.rows().each(list::add);
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(Export export, List<String> above) {
        for (String line : above) {
            sheet.inlineString(row, 0, line);
            if (row < 2) {
                sheet.style(row, 0).bold().set();
            }
            row++;
        }
        for (int i = 0; i < export.columns().size(); i++) {
            sheet.width(i, export.columns().get(i).width());
            sheet.inlineString(row, i, export.columns().get(i).title());
            sheet.style(row, i).bold().wrapText(true).fillColor("ECEAE4").set();
        }
        row++;
        sheet.freezePane(0, row);
    }

    private void add(@Nullable Object[] cells) {
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case null -> {}
                case Number number -> sheet.value(row, i, number);
                case LocalDate day when !day.isBefore(COUNTED) -> {
                    sheet.value(row, i, day);
                    sheet.style(row, i).format(DAY).set();
                }
                case Object other -> text(i, Export.shown(other));
            }
        }
        row++;
        if (row % FLUSH == 0) {
            flush();
        }
    }

    private void text(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        sheet.inlineString(row, column, text);
        if (TableWriter.startsAFormula(text)) {
            sheet.style(row, column).format("@").set();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
