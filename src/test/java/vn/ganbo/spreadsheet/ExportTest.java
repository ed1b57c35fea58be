package vn.ganbo.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What leaves as a file is what was listed, whatever somebody once typed. */
class ExportTest {
    private static final String ODD = "=+-@'\"; ,\nế<&\t7";
    private static final Layout LAYOUT =
            new Layout(
                    "odd",
                    "danh sách thử",
                    List.of(
                            Layout.Column.optional("ordinal", "STT"),
                            Layout.Column.required("text", "Chữ"),
                            Layout.Column.optional("other", "Ghi chú")));

    private static Export export(Export.Rows rows) {
        return new Export(
                "thu",
                "Danh sách, thử",
                LocalDate.of(2026, 11, 23),
                List.of(),
                List.of(Export.Filter.typed("Tìm", "=1+1; a, b")),
                List.of(
                        Export.Column.of("STT", 6),
                        Export.Column.of("Chữ", 20),
                        Export.Column.of("Ghi chú", 20)),
                0,
                rows);
    }

    private static byte[] file(Export export, boolean book) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> above = export.above("Đảng ủy Thử");
        Ahead.write(
                export,
                list -> {
                    if (book) {
                        ExportBook.write(list, above, out);
                    } else {
                        CsvText.write(list, above, out);
                    }
                });
        return out.toByteArray();
    }

    /** Texts of awkward letters, always from the same seed. */
    private static List<String> texts(int count) {
        Random random = new Random(7);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                text.append(ODD.charAt(random.nextInt(ODD.length())));
            }
            out.add(text.append('x').toString());
        }
        return out;
    }

    @Test
    void any_text_comes_back_as_it_left_in_both_kinds_of_file() {
        List<String> texts = texts(1_700);
        Export export =
                export(taker -> {
                    for (int i = 0; i < texts.size(); i++) {
                        taker.accept(new Object[] {i + 1, texts.get(i), "giữ chỗ"});
                    }
                });
        for (boolean book : new boolean[] {true, false}) {
            List<String> back = new ArrayList<>();
            try (Table table = Table.open(file(export, book), List.of(LAYOUT))) {
                int place = table.headings().place("text");
                for (SheetRow row = table.next(); row != null; row = table.next()) {
                    assertThat(row.cell(place).kind()).isEqualTo(SheetCell.Kind.TEXT);
                    back.add(row.cell(place).text());
                }
            }
            assertThat(back).as(book ? "xlsx" : "csv").isEqualTo(texts);
        }
    }

    @Test
    void no_cell_of_a_csv_begins_like_a_formula() {
        String csv =
                new String(
                        file(
                                export(taker -> {
                                    taker.accept(new Object[] {1, "=2+3", "@ở đây"});
                                    taker.accept(new Object[] {2, "+84 6", "-"});
                                }),
                                false),
                        StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\ufeff").endsWith("\r\n1,'=2+3,'@ở đây\r\n2,'+84 6,'-\r\n");
        assertThat(csv).contains("\"Tìm: =1+1; a, b\"");
    }

    @Test
    void a_reading_that_fails_and_a_reader_who_goes_are_both_told() {
        assertThatThrownBy(() ->
                        file(
                                export(taker -> {
                                    taker.accept(new Object[] {1, "a", "b"});
                                    throw new IllegalArgumentException("the database went");
                                }),
                                false))
                .hasMessage("the database went");

        AtomicInteger read = new AtomicInteger();
        OutputStream gone =
                new OutputStream() {
                    @Override
                    public void write(int letter) throws IOException {
                        throw new IOException("the reader went");
                    }
                };
        Export endless =
                export(taker -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        read.incrementAndGet();
                        taker.accept(new Object[] {i, "một dòng khá dài để đầy", "b"});
                    }
                });
        assertThatThrownBy(
                        () -> Ahead.write(endless, list -> CsvText.write(list, List.of("a"), gone)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the reader went");
        assertThat(read.get()).isLessThan(10_000);
    }
}
