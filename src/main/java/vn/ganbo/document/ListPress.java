package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.output.StringOutput;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.Ids;
import vn.ganbo.spreadsheet.Export;
import vn.ganbo.spreadsheet.ListPrinter;

/** Danh sách in ra giấy: a list as a table, A4 landscape. Never a record: it has no number. */
@Component
class ListPress implements ListPrinter {
    private static final String CSS = new String(Type.resource("/paper/list.css"), UTF_8);

    private final Press press;

    ListPress(Press press) {
        this.press = press;
    }

    /** What the template shows: headings with their share of the width, and texts. */
    record Page(List<String> above, List<Head> heads, List<List<String>> rows) {
        String title() {
            return above.get(1);
        }
    }

    record Head(String title, String width) {}

    @Override
    public byte[] print(Export export, List<String> above) {
        int[] places =
                IntStream.range(0, export.columns().size())
                        .filter(i -> export.columns().get(i).onPaper())
                        .toArray();
        List<Export.Column> columns =
                IntStream.of(places).mapToObj(i -> export.columns().get(i)).toList();
        int whole = columns.stream().mapToInt(Export.Column::width).sum();
        List<Head> heads =
                columns.stream()
                        .map(c -> new Head(c.title(), 100 * c.width() / whole + "%"))
                        .toList();
        List<List<String>> rows = new ArrayList<>();
        export.rows()
                .each(cells ->
                        rows.add(
                                IntStream.of(places)
                                        .mapToObj(i -> Export.shown(cells[i]))
                                        .toList()));
        return press.print(Ids.next(), html(new Page(above, heads, rows)), Press.Conformance.A2B);
    }

    private static String html(Page page) {
        StringOutput out = new StringOutput(64_000);
        Press.TEMPLATES.render("document/list.jte", Map.of("page", page, "css", CSS), out);
        return Normalizer.normalize(out.toString(), Normalizer.Form.NFC);
    }
}
