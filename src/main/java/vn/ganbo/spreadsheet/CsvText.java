package vn.ganbo.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a list as .csv (RFC 4180, UTF-8 with BOM) while its rows come. The format cannot say that
 * a cell is text: what would run as a formula begins with an apostrophe, which {@link CsvRows}
 * takes away again.
 */
final class CsvText {
    static final char MARK = '\'';

    private static final String END = "\r\n";
    private static final Pattern RUNS = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);
    private static final String QUOTED = "\",;\t\r\n";

    private final Writer out;

    private CsvText(Writer out) {
        this.out = out;
    }

    static void write(Export export, List<String> above, OutputStream to) {
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(to, UTF_8), 1 << 14);
            CsvText list = new CsvText(out);
            out.write('\ufeff');
            for (String line : above) {
                list.cell(line);
                out.write(END);
            }
            list.row(export.columns().stream().map(Export.Column::title).toArray());
            export.rows().each(list::row);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(@Nullable Object[] cells) {
        try {
            for (int i = 0; i < cells.length; i++) {
                if (i > 0) {
                    out.write(',');
                }
                cell(Export.shown(cells[i]));
            }
            out.write(END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cell(String text) throws IOException {
        String safe = RUNS.matcher(text).matches() ? MARK + text : text;
        if (safe.chars().noneMatch(letter -> QUOTED.indexOf(letter) >= 0)) {
            out.write(safe);
            return;
        }
        out.write('"');
        out.write(safe.replace("\"", "\"\""));
        out.write('"');
    }

    /** The text as it was before it was made safe. */
    static String asTyped(String text) {
        return text.charAt(0) == MARK && RUNS.matcher(text).matches() ? text.substring(1) : text;
    }
}
