package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.output.StringOutput;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Export;
import vn.ganbo.spreadsheet.ListPrinter;

/** Danh sách in ra giấy: a list as a table, A4 landscape. Never a record: it has no number. */
@Component
class ListPress implements ListPrinter {
    private static final String CSS = new String(Type.resource("/paper/list.css"), UTF_8);

    private static final int MANY = 14;

    /** Percent of the width that four digits need in the smaller letters. */
    private static final double ROOM_FOR_NUMBER = 3.6;

    private final Press press;
    private final Styles styles;

    ListPress(Press press, Styles styles) {
        this.press = press;
        this.styles = styles;
    }

    /** What the template shows: headings with their share of the width, and texts. */
    record Page(List<String> above, List<Head> heads, List<List<String>> rows) {
        String title() {
            return above.get(1);
        }

        /** Smaller letters for many columns. */
        String dense() {
            return heads.size() > MANY ? "dense" : "";
        }
    }

    record Head(String title, String width) {}

    @Override
    public byte[] print(Viewer viewer, Export export, List<String> above) {
        Style style =
                viewer.unit() == null ? Style.HOUSE : styles.of(viewer.scope(), viewer.unitNo());
        List<Head> heads = heads(export.columns());
        List<List<String>> rows = new ArrayList<>();
        export.rows().each(cells -> rows.add(Arrays.stream(cells).map(Export::shown).toList()));
        return press.print(
                Ids.next(),
                html(new Page(above, heads, rows), style.tone()),
                CSS,
                Press.Conformance.A2B);
    }

    /** Each its share; the running number, which stands first, always has room for four digits. */
    static List<Head> heads(List<Export.Column> columns) {
        int whole = columns.stream().mapToInt(Export.Column::width).sum();
        int number = columns.getFirst().width();
        double first = Math.max(ROOM_FOR_NUMBER, 100.0 * number / whole);
        double rest = (100 - first) / Math.max(1, whole - number);
        List<Head> heads = new ArrayList<>();
        for (Export.Column column : columns) {
            double share = heads.isEmpty() ? first : rest * column.width();
            heads.add(new Head(column.title(), String.format(Locale.ROOT, "%.2f%%", share)));
        }
        return heads;
    }

    private static String html(Page page, ToneMarks tone) {
        StringOutput out = new StringOutput(64_000);
        Press.TEMPLATES.render("document/list.jte", Map.of("page", page), out);
        return tone.write(Normalizer.normalize(out.toString(), Normalizer.Form.NFC));
    }
}
