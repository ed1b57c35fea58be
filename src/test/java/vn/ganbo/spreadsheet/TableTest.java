package vn.ganbo.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ganbo.kernel.Problems;

class TableTest {
    private static final List<Layout> LAYOUTS =
            List.of(
                    new Layout(
                            "people",
                            "danh sách",
                            List.of(
                                    Layout.Column.required("name", "Họ và tên", "Họ tên"),
                                    Layout.Column.required("code", "Mã chi bộ"),
                                    Layout.Column.optional("birth", "Ngày sinh"))));

    private static final String HEAD =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>HO VA TEN (*)</t></is></c>"
                    + "<c r=\"B1\" t=\"inlineStr\"><is><t>mã  chi bộ</t></is></c>"
                    + "<c r=\"C1\" t=\"inlineStr\"><is><t>Ngày sinh</t></is></c></row>";

    private static List<SheetRow> read(byte[] file) {
        try (Table table = Table.open(file, LAYOUTS)) {
            List<SheetRow> out = new ArrayList<>();
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                out.add(row);
            }
            return out;
        }
    }

    private static String refused(byte[] file) {
        try {
            read(file);
        } catch (Problems e) {
            return sentence(e);
        }
        throw new AssertionError("was read");
    }

    private static String sentence(Problems problems) {
        return problems.byField().getOrDefault("file", List.of("")).getFirst();
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TableTest.class.getResourceAsStream("/samples/" + name))) {
            return in.readAllBytes();
        }
    }

    @Test
    void the_sample_of_members_is_read_row_by_row() throws IOException {
        byte[] file = sample("dang-vien-noi-cong-tac.xlsx");

        List<SheetRow> rows = read(file);

        assertThat(rows).hasSize(2297);
        assertThat(rows.getFirst().number()).isEqualTo(2);
        assertThat(rows.getFirst().cell(1).text()).isEqualTo("Nguyễn Ngọc Nga");
        assertThat(rows.getFirst().cell(2))
                .isEqualTo(new SheetCell(SheetCell.Kind.DATE, "1980-07-26"));
        assertThat(rows.get(2294).cell(1).kind()).isEqualTo(SheetCell.Kind.FORMULA);
    }

    @Test
    void headings_are_found_below_a_letter_head_whatever_their_case_and_marks() {
        byte[] file =
                Books.of(
                        List.of(
                                List.of("ĐẢNG BỘ TỈNH"),
                                List.of(),
                                List.of("Danh sách", "", "2026"),
                                List.of("TT", "HỌ TÊN", "Ma Chi Bo:", "Ghi chú"),
                                List.of("1", "Nguyễn Văn An", "99.1", "")));

        try (Table table = Table.open(file, LAYOUTS)) {
            assertThat(table.headings().row()).isEqualTo(4);
            assertThat(table.headings().place("name")).isEqualTo(1);
            assertThat(table.headings().place("birth")).isEqualTo(-1);
            assertThat(table.headings().missing()).containsExactly("Ngày sinh");
            assertThat(table.headings().unknown()).containsExactly("TT", "Ghi chú");
            assertThat(Objects.requireNonNull(table.next()).number()).isEqualTo(5);
        }
    }

    @Test
    void missing_columns_are_named_and_so_are_the_unknown_ones() {
        assertThat(refused(Books.of(List.of(List.of("Họ và tên", "Ngày sinh", "Chi bộ số")))))
                .contains("thiếu cột “Mã chi bộ”", "“Chi bộ số”", "dòng 1");
        assertThat(refused(Books.of(List.of(List.of("a", "b"), List.of("c")))))
                .contains("Không tìm thấy dòng tiêu đề", "“Họ và tên”");
        assertThat(refused(Books.of(List.of(List.of("Họ và tên", "Mã chi bộ", "Họ và tên")))))
                .contains("có hai lần, ở cột A và cột C");
    }

    @Test
    void the_first_visible_sheet_with_the_headings_counts() {
        byte[] file =
                new Books()
                        .part(
                                "xl/workbook.xml",
                                "<workbook xmlns:r=\"urn:r\"><sheets>"
                                        + "<sheet name=\"Ẩn\" r:id=\"h\" state=\"hidden\"/>"
                                        + "<sheet name=\"Bìa\" r:id=\"c\"/><sheet name=\"A\" r:id=\"a\"/>"
                                        + "</sheets></workbook>")
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                "<R><Relationship Id=\"h\" Target=\"h.xml\"/>"
                                        + "<Relationship Id=\"c\" Target=\"c.xml\"/>"
                                        + "<Relationship Id=\"a\" Target=\"/xl/a.xml\"/></R>")
                        .part(
                                "xl/h.xml",
                                "<worksheet><sheetData>" + HEAD + "</sheetData></worksheet>")
                        .part("xl/c.xml", "<worksheet><sheetData/></worksheet>")
                        .part(
                                "xl/a.xml",
                                "<worksheet><sheetData>"
                                        + HEAD
                                        + "<row r=\"7\"><c r=\"B7\"><v>5</v></c></row></sheetData></worksheet>")
                        .bytes();

        assertThat(read(file))
                .containsExactly(
                        new SheetRow(
                                7,
                                List.of(
                                        SheetCell.EMPTY,
                                        new SheetCell(SheetCell.Kind.NUMBER, "5"))));
    }

    @Test
    void cells_are_what_the_file_says() {
        String row =
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\"><f>1+1</f><v>2</v></c>"
                        + "<c r=\"C2\" s=\"1\"><v>44196.75</v></c><c r=\"D2\" s=\"0\"><v>1.1000000000000001</v></c>"
                        + "<c r=\"E2\" t=\"b\"><v>1</v></c><c r=\"F2\" t=\"e\"><v>#N/A</v></c>"
                        + "<c r=\"G2\" t=\"d\"><v>2024-02-29T00:00:00</v></c><c r=\"H2\"><v>9.9101E13</v></c>"
                        + "<c r=\"I2\" t=\"str\"><v>x</v></c></row>";
        byte[] file =
                new Books()
                        .part(
                                "xl/sharedStrings.xml",
                                "<sst><si><r><t>Nguyễn </t></r><r><t>An</t></r><rPh><t>zzz</t></rPh></si></sst>")
                        .part(
                                "xl/styles.xml",
                                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-42A]dd/mm/yyyy;@\"/></numFmts>"
                                        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>")
                        .rows(HEAD + row)
                        .bytes();

        assertThat(read(file).getFirst().cells())
                .containsExactly(
                        new SheetCell(SheetCell.Kind.TEXT, "Nguyễn An"),
                        new SheetCell(SheetCell.Kind.FORMULA, "1+1"),
                        new SheetCell(SheetCell.Kind.DATE, "2020-12-31"),
                        new SheetCell(SheetCell.Kind.NUMBER, "1.1"),
                        new SheetCell(SheetCell.Kind.BOOLEAN, "TRUE"),
                        new SheetCell(SheetCell.Kind.ERROR, "#N/A"),
                        new SheetCell(SheetCell.Kind.DATE, "2024-02-29"),
                        new SheetCell(SheetCell.Kind.NUMBER, "99101000000000"),
                        new SheetCell(SheetCell.Kind.TEXT, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void a_csv_file_is_read_with_each_separator(String separator) {
        String text =
                "Họ và tên;Mã chi bộ;Ngày sinh\r\n\r\n\"An \"\"Tư\"\"\nBình\";99.1;\n;=1+1;\"\"\nA"
                        .replace(";", separator);
        for (String mark : new String[] {"", "\ufeff"}) {
            assertThat(read((mark + text).getBytes(StandardCharsets.UTF_8)))
                    .containsExactly(
                            new SheetRow(
                                    3,
                                    List.of(
                                            SheetCell.text("An \"Tư\"\nBình"),
                                            SheetCell.text("99.1"),
                                            SheetCell.EMPTY)),
                            new SheetRow(
                                    4,
                                    List.of(
                                            SheetCell.EMPTY,
                                            new SheetCell(SheetCell.Kind.FORMULA, "1+1"),
                                            SheetCell.EMPTY)),
                            new SheetRow(5, List.of(SheetCell.text("A"))));
        }
        assertThat(read(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE))).hasSize(3);
        assertThat(
                        read(("sep=" + separator + "\n" + text).getBytes(StandardCharsets.UTF_8))
                                .getFirst()
                                .number())
                .isEqualTo(4);
    }

    @Test
    void other_files_are_told_by_their_bytes_and_refused_with_the_way_out() throws IOException {
        assertThat(refused(new byte[0])).contains("Tệp rỗng");
        assertThat(refused("   \n \n".getBytes(StandardCharsets.UTF_8)))
                .contains("không có dòng nào");
        assertThat(refused("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))).contains("PDF");
        assertThat(refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10})).contains("ảnh");
        assertThat(refused("<html><table>".getBytes(StandardCharsets.UTF_8))).contains("trang web");
        assertThat(refused(new byte[] {1, 2, 0, 3})).contains("Không nhận ra");
        assertThat(refused(ole("Workbook"))).contains("bị hỏng");
        assertThat(refused(ole("EncryptedPackage"))).contains("mật khẩu");
        assertThat(refused(ole("WordDocument"))).contains("Word");
        assertThat(refused(Books.of(List.of()))).contains("không có dòng nào");
        assertThat(
                        refused(
                                "PK\3\4 nonsense that is long enough for an end record"
                                        .getBytes(StandardCharsets.UTF_8)))
                .contains("bị hỏng");
        assertThat(refused("Họ và tên;Mã chi bộ\n\"An;1\n".getBytes(StandardCharsets.UTF_8)))
                .contains("Dòng 2 mở dấu nháy");
    }

    @Test
    void a_file_cut_off_in_the_middle_is_refused_and_says_where() throws IOException {
        String rows =
                HEAD + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>1";

        assertThat(
                        refused(
                                new Books()
                                        .part(
                                                "xl/worksheets/sheet1.xml",
                                                "<worksheet><sheetData>" + rows)
                                        .bytes()))
                .contains("sau dòng");
        byte[] whole = sample("dang-vien-noi-cong-tac.xlsx");
        assertThat(refused(java.util.Arrays.copyOf(whole, whole.length / 2))).contains("bị hỏng");
    }

    @Test
    void a_cell_of_five_megabytes_is_one_faulty_cell_and_the_rest_is_read() {
        String row =
                "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>"
                        + "x".repeat(5 << 20)
                        + "</t></is></c><c r=\"B2\"><v>7</v></c></row>";

        SheetRow read = read(new Books().rows(HEAD + row).bytes()).getFirst();

        assertThat(read.cell(0).kind()).isEqualTo(SheetCell.Kind.TOO_LONG);
        assertThat(read.cell(1).text()).isEqualTo("7");
        String csv = "Họ và tên;Mã chi bộ\n" + "x".repeat(5 << 20) + ";7\n";
        assertThat(read(csv.getBytes(StandardCharsets.UTF_8)).getFirst().cell(0).kind())
                .isEqualTo(SheetCell.Kind.TOO_LONG);
        byte[] shared =
                new Books()
                        .part(
                                "xl/sharedStrings.xml",
                                "<sst><si><t>" + "y".repeat(5 << 20) + "</t></si></sst>")
                        .rows(HEAD + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>")
                        .bytes();
        assertThat(read(shared).getFirst().cell(0).kind()).isEqualTo(SheetCell.Kind.TOO_LONG);
    }

    @Test
    void a_bomb_is_refused_without_filling_the_memory() {
        String row = "<row><c t=\"inlineStr\"><is><t>" + "a".repeat(400) + "</t></is></c></row>";
        assertThat(refused(new Books().rows(HEAD + row.repeat(200_000)).bytes()))
                .contains("lớn gấp nhiều lần");
        assertThat(
                        refused(
                                new Books()
                                        .rows(
                                                HEAD
                                                        + "<row r=\"2\" x=\""
                                                        + "a".repeat(1 << 20)
                                                        + "\"/>")
                                        .bytes()))
                .contains("lớn gấp nhiều lần");
        Books many = new Books().rows(HEAD);
        for (int i = 0; i < 3_000; i++) {
            many.part("xl/media/" + i, "");
        }
        assertThat(refused(many.bytes())).contains("lớn gấp nhiều lần");
    }

    @Test
    void one_long_text_named_a_million_times_is_a_bomb_too() {
        String cell = "<c t=\"s\"><v>0</v></c>";
        byte[] small =
                new Books()
                        .part(
                                "xl/sharedStrings.xml",
                                "<sst><si><t>" + "y".repeat(30_000) + "</t></si></sst>")
                        .rows(HEAD + ("<row>" + cell.repeat(50) + "</row>").repeat(2_000))
                        .bytes();

        assertThat(small.length).isLessThan(100_000);
        assertThat(refused(small)).contains("lớn gấp nhiều lần");
    }

    @Test
    void a_cell_of_blanks_without_width_is_an_empty_cell_and_signs_of_nothing_are_dropped() {
        String row =
                "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>\u00a0\u200b </t></is></c>"
                        + "<c r=\"B2\"><v>7</v></c></row>";
        assertThat(read(new Books().rows(HEAD + row).bytes()).getFirst().cell(0).kind())
                .isEqualTo(SheetCell.Kind.EMPTY);

        byte[] utf16 =
                "\ufeffHọ và tên;Mã chi bộ\nA\u0000n;7\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(read(utf16).getFirst().cell(0).text()).isEqualTo("An");
    }

    @Test
    void letters_that_no_workbook_may_hold_do_not_spoil_the_one_that_is_given_back() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = new TableWriter(out, "Lỗi", List.of("Họ và tên", "Mã chi bộ"))) {
            writer.add(List.of("a\u0001b\uFFFEc\ud800d", "7"));
        }

        assertThat(read(out.toByteArray()).getFirst().cell(0).text())
                .startsWith("a")
                .contains("b", "c", "d");
    }

    @Test
    void far_columns_and_entities_from_elsewhere_are_refused() {
        assertThat(
                        refused(
                                new Books()
                                        .rows(
                                                HEAD
                                                        + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>")
                                        .bytes()))
                .contains("Dòng 2", "cột thứ 256");
        assertThat(
                        refused(
                                new Books()
                                        .rows(
                                                HEAD
                                                        + "<row r=\"2\"><c r=\"ZZZZZZZZZ2\"><v>1</v></c></row>")
                                        .bytes()))
                .contains("Dòng 2");
        String evil =
                "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>"
                        + HEAD
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>";
        assertThat(refused(new Books().part("xl/worksheets/sheet1.xml", evil).bytes()))
                .contains("bị hỏng");
    }

    @Test
    void what_is_packed_is_unpacked_the_same() throws IOException {
        try (Table table = Table.open(sample("dang-vien-noi-cong-tac.xlsx"), LAYOUTS)) {
            Packed packed = new Packed(table.headings());
            List<SheetRow> rows = new ArrayList<>();
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                rows.add(row);
                packed.add(row);
            }
            byte[] bytes = packed.bytes();

            try (Table again = Packed.open(bytes, LAYOUTS)) {
                assertThat(again.headings()).isEqualTo(table.headings());
                for (SheetRow row : rows) {
                    assertThat(again.next()).isEqualTo(row);
                }
                assertThat(again.next()).isNull();
            }
        }
    }

    @Test
    void what_is_written_is_text_and_never_a_formula() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = new TableWriter(out, "Lỗi", List.of("Họ và tên", "Mã chi bộ"))) {
            writer.add(List.of("=HYPERLINK(\"http://x\")", "+1"), Set.of(0));
            writer.add(List.of("@SUM(A1)", "-2"));
        }

        assertThat(read(out.toByteArray()))
                .containsExactly(
                        new SheetRow(
                                2,
                                List.of(
                                        SheetCell.text("=HYPERLINK(\"http://x\")"),
                                        SheetCell.text("+1"))),
                        new SheetRow(3, List.of(SheetCell.text("@SUM(A1)"), SheetCell.text("-2"))));
    }

    /** Awkward files, always the same ones: each is read or refused with a sentence, never more. */
    @Test
    void damaged_files_end_in_a_sentence_or_are_read() throws IOException {
        byte[] good = sample("to-chuc-dang.xlsx");
        Random random = new Random(213);
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            for (int j = random.nextInt(1, 12); j > 0; j--) {
                bad[random.nextInt(4, bad.length)] = (byte) random.nextInt(256);
            }
            byte[] cut =
                    random.nextInt(4) == 0
                            ? java.util.Arrays.copyOf(bad, random.nextInt(bad.length))
                            : bad;
            try {
                read(cut);
            } catch (Problems e) {
                assertThat(sentence(e)).endsWith(".");
            }
        }
        assertThatThrownBy(() -> read(good)).isInstanceOf(Problems.class);
    }

    private static byte[] ole(String stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(
                new byte[] {
                    (byte) 0xD0,
                    (byte) 0xCF,
                    0x11,
                    (byte) 0xE0,
                    (byte) 0xA1,
                    (byte) 0xB1,
                    0x1A,
                    (byte) 0xE1
                });
        out.write(new byte[504]);
        out.write(stream.getBytes(StandardCharsets.UTF_16LE));
        return out.toByteArray();
    }
}
