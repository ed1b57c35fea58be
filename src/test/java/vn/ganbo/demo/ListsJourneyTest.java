package vn.ganbo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ganbo.journey.Chromium;
import vn.ganbo.journey.Walker;

/** Lists as offices have them go in through the browser, and come out again. */
@DemoTest
class ListsJourneyTest {
    private static Chromium chromium;

    @LocalServerPort int port;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private Walker administrator() {
        return Walker.atDesk(chromium, port).go("/sign-in").press("Quản trị hệ thống");
    }

    /** All members in sight, as the office would take them away. */
    private static byte[] everybody(Walker walker) {
        return walker.go("/members").paper("CSV");
    }

    private static Walker send(Walker walker, String sample) throws IOException {
        return walker.open("/imports").attach(sample).press("Gửi và kiểm tra");
    }

    private static void takeBack(Walker walker, String people, byte[] before) {
        walker.press("Hoàn tác lần nhập này");
        walker.awaits(people + " người trở lại như trước khi nhập").look();
        assertThat(everybody(walker)).isEqualTo(before);
    }

    @Test
    void a_list_in_old_letters_is_mapped_checked_written_and_taken_back() throws IOException {
        try (Walker administrator = administrator()) {
            byte[] before = everybody(administrator);
            send(administrator, "danh-sach-cu-vntime.xls");
            administrator.awaits("Dương Trung Sính").sees("Chữ viết bằng phông cũ").look();
            administrator.press("Ghép như trên và kiểm tra");
            administrator.awaits("120 dòng tốt").sees("0 dòng cần sửa").look();
            administrator.press("Ghi 120 dòng").awaits("Đã ghi 120 đảng viên").look();
            assertThat(everybody(administrator)).isNotEqualTo(before);
            administrator.open("/imports").follow("danh-sach-cu-vntime.xls");
            takeBack(administrator, "120", before);
        }
    }

    @Test
    void a_ward_takes_over_its_hand_kept_register_with_its_contradictions_marked()
            throws IOException {
        try (Walker administrator = administrator()) {
            organisations(administrator);
            byte[] before = everybody(administrator);
            send(administrator, "so-theo-doi-phuong.xlsx");
            administrator.awaits("1.655 dòng tốt").sees("0 dòng cần sửa", "14 chỗ cần xem lại");
            administrator.look();
            administrator.press("Ghi 1.655 dòng").awaits("Đã ghi 1.655 đảng viên").look();
            takeBack(administrator, "1.655", before);
        }
    }

    /** The tree goes in before the people; sent once more it changes nothing. */
    private static void organisations(Walker administrator) throws IOException {
        send(administrator, "to-chuc-dang.xlsx");
        administrator.awaits("145 dòng tốt").sees("0 dòng cần sửa");
        if (!administrator.reads("Không có gì thay đổi")) {
            administrator.press("Ghi 145 dòng").awaits("Đã ghi 145 tổ chức đảng").look();
        }
    }

    /** The workbook with other texts typed into its red cells, as Excel would save it. */
    private static byte[] mended(Path file) throws IOException {
        Map<Integer, Map<String, String>> typed =
                Map.of(
                        2290, Map.of("Số thẻ đảng viên", "61.000001"),
                        2291, Map.of("Ngày sinh", "28/02/1980"),
                        2292, Map.of("Mã chi bộ", "99.501.003.000.001"),
                        2293, Map.of("Họ và tên", "Vàng Thị Thêm"),
                        2294, Map.of("Ngày vào Đảng", "01/01/2021"),
                        2295, Map.of("Số thẻ đảng viên", "61.000002"),
                        2296, Map.of("Họ và tên", "Nguyễn Văn A"),
                        2297, Map.of("Ngày chính thức", "19/05/2021"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file);
                Workbook book = WorkbookFactory.create(in)) {
            Sheet sheet = book.getSheetAt(0);
            Map<String, Integer> columns = new HashMap<>();
            sheet.getRow(0)
                    .forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
            typed.forEach((number, cells) ->
                    cells.forEach((title, text) -> {
                        Row row = sheet.getRow(number - 1);
                        int column = Objects.requireNonNull(columns.get(title));
                        Cell cell = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                        assertThat(sheet.getCellComment(cell.getAddress()))
                                .as("%s in row %s is marked", title, number)
                                .isNotNull();
                        // else POI keeps the old text beside the new one
                        cell.setBlank();
                        cell.setCellValue(text);
                    }));
            book.write(out);
        }
        return out.toByteArray();
    }

    @Test
    void the_list_of_a_workplace_comes_back_with_nine_faults_and_mended_leaves_none()
            throws IOException {
        try (Walker administrator = administrator()) {
            organisations(administrator);
            byte[] before = everybody(administrator);
            send(administrator, "dang-vien-noi-cong-tac.xlsx");
            administrator
                    .awaits("2.288 dòng tốt")
                    .sees("2.297 dòng", "8 dòng cần sửa", "8 chỗ cần sửa")
                    .sees("1 dòng ghi người thuộc diện miễn giới thiệu")
                    .sees("Trùng số thẻ với dòng 12 (STT 11)", "Tháng 2 năm 1980 không có ngày 31")
                    .sees("Không có tổ chức mã “99.999.001.000.001”", "Thiếu họ tên")
                    .sees("Vào Đảng khi chưa đủ 18 tuổi", "Số thẻ “AB.12” không đúng")
                    .sees("Ô này là công thức", "Ngày chính thức trước ngày vào Đảng")
                    .look();
            byte[] mended = mended(administrator.take("Tải tệp có ô đỏ"));

            administrator.open("/imports");
            administrator
                    .attach("da-sua.xlsx", "application/octet-stream", mended)
                    .press("Gửi và kiểm tra");
            administrator.awaits("2.296 dòng tốt").sees("0 dòng cần sửa").look();
            administrator.press("Ghi 2.296 dòng").awaits("Đã ghi 2.296 đảng viên").look();
            takeBack(administrator, "2.296", before);
        }
    }
}
