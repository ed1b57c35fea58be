package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.spreadsheet.Export;
import vn.ganbo.spreadsheet.ListPrinter;

/**
 * Danh sách in ra giấy: a list as a table on A4, landscape where its columns need it. Never a
 * record: it has no number.
 */
@Component
class ListPress implements ListPrinter {
    private static final String CSS = new String(Type.resource("/paper/list.css"), UTF_8);

    /** The same upright: a named page would leave the table as wide as the sheet that lies. */
    private static final String UPRIGHT_CSS = CSS.replace("A4 landscape", "A4 portrait");

    private static final int MANY = 14;

    /** So many letters stand beside each other on an upright page. */
    private static final int UPRIGHT = 130;

    /** Rows that may have room on one upright page, each of one line in the smaller letters. */
    private static final int ONE_PAGE = 56;

    /** Percent of the width that four digits need in the smaller letters. */
    private static final double ROOM_FOR_NUMBER = 3.6;

    private final Press press;
    private final Styles styles;

    ListPress(Press press, Styles styles) {
        this.press = press;
        this.styles = styles;
    }

    /** What the template shows: headings with their share of the width, and texts. */
    record Page(List<String> above, List<Head> heads, List<List<String>> rows, Layout layout) {
        String title() {
            return above.get(1);
        }
    }

    /** How a list stands on its sheet; the constants are classes of list.css. */
    enum Layout {
        WIDE,
        /** In smaller letters, for many columns. */
        WIDE_DENSE,
        UPRIGHT,
        /** In smaller letters, where all of it comes on one page so. */
        UPRIGHT_DENSE;

        String css() {
            return this == WIDE || this == WIDE_DENSE ? CSS : UPRIGHT_CSS;
        }

        /** Its class in list.css. */
        String names() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
        Layout layout = layout(export.columns());
        byte[] drawn = draw(new Page(above, heads, rows, layout), style);
        if (layout != Layout.UPRIGHT || rows.size() > ONE_PAGE || pages(drawn) == 1) {
            return drawn;
        }
        byte[] smaller = draw(new Page(above, heads, rows, Layout.UPRIGHT_DENSE), style);
        return pages(smaller) == 1 ? smaller : drawn;
    }

    static Layout layout(List<Export.Column> columns) {
        if (columns.stream().mapToInt(Export.Column::width).sum() <= UPRIGHT) {
            return Layout.UPRIGHT;
        }
        return columns.size() > MANY ? Layout.WIDE_DENSE : Layout.WIDE;
    }

    private byte[] draw(Page page, Style style) {
        return press.print(
                Ids.next(), html(page, style.tone()), page.layout().css(), Press.Conformance.A2B);
    }

    private static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
