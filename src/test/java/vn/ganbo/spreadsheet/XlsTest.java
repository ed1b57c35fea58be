package vn.ganbo.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Problems;

/** Workbooks of Excel 97 to 2003, and what else comes in a file besides its cells. */
class XlsTest {
    private static final List<Layout> LAYOUTS =
            List.of(
                    new Layout(
                            "people",
                            "danh sách",
                            List.of(
                                    Layout.Column.required("name", "Họ và tên"),
                                    Layout.Column.required("code", "Mã chi bộ"))));

    private static HSSFWorkbook book() {
        HSSFWorkbook book = new HSSFWorkbook();
        book.createSheet("Ẩn").createRow(0).createCell(0).setCellValue("Họ và tên");
        book.setSheetHidden(0, true);
        Sheet sheet = book.createSheet("Danh sách");
        book.setActiveSheet(1);
        Row head = sheet.createRow(2);
        head.createCell(0).setCellValue("Họ và tên");
        head.createCell(1).setCellValue("Mã chi bộ");
        head.createCell(2).setCellValue("Ngày sinh");
        Row row = sheet.createRow(4);
        row.createCell(0).setCellValue("Trần Thị Hương");
        row.createCell(1).setCellFormula("1+1");
        CellStyle date = book.createCellStyle();
        date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
        row.createCell(2).setCellValue(LocalDate.of(1980, 11, 5));
        row.getCell(2).setCellStyle(date);
        row.createCell(4).setCellValue(604637730);
        return book;
    }

    private static byte[] bytes(HSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    @Test
    void cells_of_an_xls_are_what_the_file_says_and_formulas_are_only_shown() throws IOException {
        try (Table table = Table.open(bytes(book()), LAYOUTS)) {
            assertThat(table.headings().row()).isEqualTo(3);
            SheetRow row = java.util.Objects.requireNonNull(table.next());
            assertThat(row.number()).isEqualTo(5);
            assertThat(row.cells())
                    .containsExactly(
                            SheetCell.text("Trần Thị Hương"),
                            new SheetCell(SheetCell.Kind.FORMULA, "1+1"),
                            SheetCell.date(LocalDate.of(1980, 11, 5)),
                            SheetCell.EMPTY,
                            new SheetCell(SheetCell.Kind.NUMBER, "604637730"));
            assertThat(table.next()).isNull();
        }
    }

    @Test
    void merged_cells_hidden_rows_and_several_sheets_of_an_xls_are_read_alike() throws IOException {
        HSSFWorkbook book = book();
        for (String name : List.of("Một", "Hai")) {
            Sheet sheet = book.createSheet(name);
            Row head = sheet.createRow(0);
            head.createCell(0).setCellValue("Họ và tên");
            head.createCell(1).setCellValue("Mã chi bộ");
            for (int i = 1; i < 4; i++) {
                sheet.createRow(i).createCell(0).setCellValue("Trần Thị " + name + i);
            }
            sheet.getRow(1).createCell(1).setCellValue("99.1");
            sheet.getRow(3).setZeroHeight(true);
            sheet.addMergedRegion(new CellRangeAddress(1, 3, 1, 1));
        }
        book.removeSheetAt(1);

        try (Table table = Table.look(bytes(book), LAYOUTS)) {
            assertThat(table.sheets()).containsExactly("Một", "Hai");
            List<String> read = new ArrayList<>();
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                read.add(row.number() + " " + row.cell(1).text() + " " + row.cell(2).text());
            }
            assertThat(read)
                    .containsExactly(
                            "2 99.1 Một",
                            "3 99.1 Một",
                            "4 99.1 Một",
                            "6 99.1 Hai",
                            "7 99.1 Hai",
                            "8 99.1 Hai");
            assertThat(table.remarks()).anyMatch(said -> said.contains("2 dòng đang ẩn"));
        }
    }

    @Test
    void an_xls_with_a_password_is_refused_with_the_way_out() throws IOException {
        byte[] locked;
        Biff8EncryptionKey.setCurrentUserPassword("kín");
        try (HSSFWorkbook book = book()) {
            locked = bytes(book);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertThatThrownBy(() -> Table.open(locked, LAYOUTS))
                .isInstanceOfSatisfying(
                        Problems.class,
                        e ->
                                assertThat(e.byField().toString())
                                        .contains("mật khẩu", "bỏ mật khẩu"));
    }

    @Test
    void an_xls_cut_off_anywhere_is_refused_or_read_and_never_breaks_the_program()
            throws IOException {
        byte[] whole = bytes(book());
        int refused = 0;
        for (int length = 600; length < whole.length; length += 97) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            try (Table table = Table.open(cut, LAYOUTS)) {
                assertThat(table.headings().row()).isEqualTo(3);
            } catch (Problems e) {
                refused++;
            }
        }
        java.util.Random random = new java.util.Random(3);
        for (int i = 0; i < 400; i++) {
            byte[] bent = whole.clone();
            for (int j = 0; j < 4; j++) {
                bent[8 + random.nextInt(bent.length - 8)] = (byte) random.nextInt(256);
            }
            try (Table table = Table.look(bent, LAYOUTS)) {
                table.next();
            } catch (Problems e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void macros_and_links_to_other_files_are_told_of_and_left_alone() {
        String head =
                "<row r=\"1\"><c t=\"inlineStr\"><is><t>Họ và tên</t></is></c>"
                        + "<c t=\"inlineStr\"><is><t>Mã chi bộ</t></is></c></row>"
                        + "<row r=\"2\"><c><f>[1]Sheet1!$A$1</f><v>7</v></c></row>";
        byte[] file =
                new Books()
                        .part("xl/vbaProject.bin", "macro")
                        .part("xl/externalLinks/externalLink1.xml", "<externalLink/>")
                        .rows(head)
                        .bytes();

        try (Table table = Table.open(file, LAYOUTS)) {
            assertThat(table.remarks())
                    .anySatisfy(remark -> assertThat(remark).contains("không chạy macro"))
                    .anySatisfy(remark -> assertThat(remark).contains("không mở các tệp ấy"));
            assertThat(java.util.Objects.requireNonNull(table.next()).cell(0).shown())
                    .isEqualTo("=[1]Sheet1!$A$1");
        }
    }

    @Test
    void a_hundred_thousand_columns_and_a_thousand_and_one_parts_are_too_much() {
        StringBuilder csv = new StringBuilder("Họ và tên;Mã chi bộ\n");
        csv.append("x;".repeat(100_000)).append('\n');
        List<byte[]> files = new ArrayList<>();
        files.add(csv.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Books many = new Books();
        for (int i = 0; i < 1_000; i++) {
            many.part("xl/media/" + i, "");
        }
        files.add(many.bytes());

        for (byte[] file : files) {
            assertThatThrownBy(() -> Table.open(file, LAYOUTS)).isInstanceOf(Problems.class);
        }
    }
}
