package vn.ganbo.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.spreadsheet.Books;
import vn.ganbo.spreadsheet.Layout;
import vn.ganbo.spreadsheet.SheetCell;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;

/** The pages as an office without JavaScript uses them. */
@ProductTest
class ImportPagesTest {
    private static final List<String> HEAD =
            List.of(
                    "Họ và tên",
                    "Ngày sinh",
                    "Số thẻ đảng viên",
                    "Ngày vào Đảng",
                    "Ngày chính thức",
                    "Mã chi bộ",
                    "Diện miễn");
    private static final Layout ROWS_AS_THEY_ARE = new Layout("none", "bảng bất kỳ", List.of());
    private static final Scope ALL = Scope.system("test of the import");
    private static final Sql KEPT =
            Sql.of(
                    """
                    select count(*)
                      from member.import_row r
                     where array_to_string(r.cells, ' ') like :text
                    """);
    private static final Sql NAMED =
            Sql.of("select count(*) from member.member m where m.full_name like :text");
    private static final Sql IN_CELL =
            Sql.of(
                    """
                    select count(*)
                      from member.member m
                     where m.full_name like :text
                       and m.work_no = :cell::int
                    """);
    private static final Sql FACTS =
            Sql.of("select count(*) from audit.fact f where f.thing = :id::uuid");

    @Autowired ApplicationContext context;
    @Autowired Db db;
    @LocalServerPort int port;

    private World world;
    private Holders holders;
    private Visitor office;
    private int cards;

    @BeforeEach
    void another() {
        world = new World();
        holders = new Holders(context);
        office = visitor(Role.WORKPLACE_OFFICE, world.workplace);
    }

    private Visitor visitor(Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(holders.holder("Vi Thị Nhập", role, unit).userName(), Holders.PASSWORD);
        return visitor;
    }

    private List<String> row(String name, String birth, String exempt) {
        String card = "88.%03d%03d".formatted(world.base / 1000, ++cards);
        return List.of(
                name, birth, card, "19/05/2005", "19/05/2006", "T." + world.workCell, exempt);
    }

    @SuppressWarnings("MixedMutabilityReturnType")
    private static byte[] file(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(HEAD);
        all.addAll(rows);
        return Books.of(all);
    }

    private Visitor.Page send(Visitor who, byte[] file) {
        who.get("/imports");
        return who.upload("/imports", "file", "danh-sach.xlsx", file);
    }

    private long named(String like) {
        return db.number(ALL, NAMED, "text", like);
    }

    private Visitor.Page stoppedWhileWriting(String name, Visitor who) {
        Visitor.Page page = send(who, file(List.of(row(name, "12/04/1980", ""))));
        World.run(
                "update member.import_file set work = 'APPLY' where id = ?::uuid",
                page.path().substring("/imports/".length()));
        return page;
    }

    private Visitor.Page awaited(Visitor.Page page) throws InterruptedException {
        Visitor.Page now = office.get(page.path());
        for (int i = 0; i < 100 && !now.text().contains("Đã ghi"); i++) {
            Thread.sleep(100);
            now = office.get(page.path());
        }
        return now;
    }

    @Test
    void what_a_restart_interrupts_is_done_when_the_program_is_there_again()
            throws InterruptedException {
        Visitor.Page page = stoppedWhileWriting("Khà Thị Tiếp Tục", office);

        context.getBean(ImportWork.class).resume();

        assertThat(awaited(page).text()).contains("Đã ghi");
        assertThat(named("Khà Thị Tiếp Tục")).isEqualTo(1);
    }

    @Test
    void what_is_interrupted_a_second_time_waits_for_somebody() {
        Visitor.Page page = stoppedWhileWriting("Khà Thị Hai Lần", office);
        World.run(
                "update member.import_file set resumed = true where id = ?::uuid",
                page.path().substring("/imports/".length()));

        context.getBean(ImportWork.class).resume();

        assertThat(office.get(page.path()).text()).contains("chưa dòng nào được ghi", "Ghi 1 dòng");
        assertThat(named("Khà Thị Hai Lần")).isZero();
    }

    @Test
    void work_of_an_office_that_has_ended_is_not_done_for_it() {
        stoppedWhileWriting("Khà Thị Hết Nhiệm Kỳ", office);
        World.run(
                "update member.office set valid = '[2020-01-01,2020-01-02)' where unit_no = ?",
                world.workplace);

        context.getBean(ImportWork.class).resume();

        assertThat(named("Khà Thị Hết Nhiệm Kỳ")).isZero();
    }

    @Test
    void a_file_is_shown_with_its_faults_mended_in_place_and_written_once() {
        Visitor.Page page =
                send(
                        office,
                        file(
                                List.of(
                                        row("Phìn Thị Tốt", "12/04/1980", ""),
                                        row("Phìn Văn Sai", "31/02/1980", ""))));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Kiểm tra trước khi ghi", "2 dòng · 1 dòng tốt · 1 dòng cần sửa")
                .contains("Phìn Văn Sai", "Tháng 2 năm 1980 không có ngày 31")
                .contains("value=\"31/02/1980\"", "Ghi 1 dòng tốt");
        assertThat(named("Phìn%")).isZero();

        Visitor.Page mended =
                office.post(
                        page.path() + "/corrections",
                        "version",
                        page.hidden("version"),
                        "o3-1",
                        "28/02/1980");
        assertThat(mended.text()).contains("Đã kiểm tra lại", "Ghi 2 dòng");

        Visitor.Page done =
                office.post(mended.path() + "/application", "version", mended.hidden("version"));
        assertThat(done.text()).contains("Đã ghi 2 đảng viên");
        assertThat(named("Phìn%")).isEqualTo(2);
        String id = done.path().substring("/imports/".length());
        assertThat(db.number(ALL, FACTS, "id", id)).isEqualTo(1);

        Visitor.Page twice =
                office.post(page.path() + "/application", "version", done.hidden("version"));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text()).contains("đã được ghi");
        assertThat(named("Phìn%")).isEqualTo(2);

        Visitor.Page undone =
                office.post(page.path() + "/undoing", "version", done.hidden("version"));
        assertThat(undone.text())
                .contains(
                        "Đã hoàn tác: 2 người trở lại như trước", "Lần nhập này đã được hoàn tác");
        assertThat(named("Phìn%")).isZero();
    }

    @Test
    void faulty_rows_come_home_with_reasons_and_can_be_sent_again() {
        Visitor.Page page =
                send(
                        office,
                        file(
                                List.of(
                                        row("Quàng Thị Tốt", "12/04/1980", ""),
                                        row("=HYPERLINK(1)", "12/04/1980", ""),
                                        row("Quàng Văn Sai", "12/04/2080", ""))));
        Visitor.Page done =
                office.post(page.path() + "/application", "version", page.hidden("version"));
        assertThat(done.text()).contains("Đã ghi 1 đảng viên", "Tải về các dòng lỗi");

        byte[] book = office.download(done.path() + "/faults");

        List<SheetRow> rows = new ArrayList<>();
        try (Table table = Table.open(book, List.of(MemberImport.LAYOUT))) {
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
        }
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().cell(0).text()).isEqualTo("=HYPERLINK(1)");
        assertThat(rows.getFirst().cell(7).text()).isEqualTo("3");
        assertThat(rows.getLast().cell(8).text()).contains("Ngày sinh: ");
        Visitor.Page again = send(office, book);
        assertThat(again.text()).contains("2 dòng · 0 dòng tốt");
    }

    @Test
    void the_workbook_with_red_cells_comes_back_mended_and_leaves_no_fault() {
        Visitor.Page page =
                send(
                        office,
                        file(
                                List.of(
                                        row("Pờ Thị Tốt", "12/04/1980", ""),
                                        row("Pờ Văn Sai", "31/02/1980", ""),
                                        row("Pờ Thị Tốt Hai", "12/04/1981", ""))));
        byte[] book = office.download(page.path() + "/faults");

        List<List<String>> rows = new ArrayList<>();
        try (Table table = Table.open(book, List.of(MemberImport.LAYOUT))) {
            assertThat(table.id()).isEqualTo(page.path().substring("/imports/".length()));
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                rows.add(row.cells().stream().map(SheetCell::text).toList());
            }
        }
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).contains("Pờ Văn Sai", "31/02/1980");
        byte[] mended = Books.with(book, "31/02/1980", "28/02/1980");
        byte[] alsoChanged = Books.with(mended, "Pờ Thị Tốt Hai", "Pờ Thị Khác");

        Visitor.Page back = send(office, alsoChanged);

        assertThat(back.path()).isEqualTo(page.path());
        assertThat(back.text()).contains("3 dòng tốt · 0 dòng cần sửa");
        office.post(back.path() + "/application", "version", back.hidden("version"));
        assertThat(named("Pờ%")).isEqualTo(3);
        assertThat(named("Pờ Thị Khác")).isZero();
    }

    @Test
    void the_workbook_with_red_cells_has_the_titles_headings_and_sections_where_they_were() {
        byte[] odd =
                Books.of(
                        List.of(
                                List.of("ĐẢNG ỦY SỞ THỬ", "", "", "Biểu số 3"),
                                List.of("", "DANH SÁCH ĐẢNG VIÊN NĂM 2026"),
                                List.of("TT", "Họ và tên", "Năm sinh", "", "Số thẻ đảng viên"),
                                List.of("", "", "Nam", "Nữ", ""),
                                List.of("CHI BỘ PHÒNG MỘT"),
                                List.of("1", "Cút Văn Khung", "1980", "", card()),
                                List.of("CHI BỘ PHÒNG HAI"),
                                List.of("2", "Cút Thị Khung", "", "31/02/1981", card())));
        Visitor.Page page = send(office, odd);
        assertThat(page.path()).doesNotContain("mapping");
        assertThat(page.text())
                .contains("2 dòng · 1 dòng tốt")
                .doesNotContain("Tệp không có cột: Ngày sinh", "Không đọc các cột: Mục");

        List<List<String>> rows = new ArrayList<>();
        try (Table table =
                Table.look(office.download(page.path() + "/faults"), List.of(ROWS_AS_THEY_ARE))) {
            rows.addAll(
                    table.headings().head().stream()
                            .map(row -> row.cells().stream().map(SheetCell::text).toList())
                            .toList());
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                rows.add(row.cells().stream().map(SheetCell::text).toList());
            }
        }

        assertThat(rows).hasSize(8);
        assertThat(rows.get(0)).startsWith("ĐẢNG ỦY SỞ THỬ").contains("Biểu số 3");
        assertThat(rows.get(2)).contains("Năm sinh");
        assertThat(rows.get(3)).containsSubsequence("Nam", "Nữ");
        assertThat(rows.get(4)).startsWith("CHI BỘ PHÒNG MỘT");
        assertThat(rows.get(6)).startsWith("CHI BỘ PHÒNG HAI");
        assertThat(rows.get(7)).contains("Cút Thị Khung", "31/02/1981");
    }

    @Test
    void a_secret_post_is_counted_and_is_nowhere_in_the_database() {
        Visitor.Page page =
                send(
                        office,
                        file(
                                List.of(
                                        row(
                                                "Khuất Thị Mặt",
                                                "31/02/1980",
                                                "Miễn giới thiệu (vị trí bí mật)"),
                                        row("Lường Văn Sai", "31/02/1980", ""))));

        assertThat(page.text())
                .contains(
                        "2 dòng · 0 dòng tốt · 1 dòng cần sửa",
                        "đã bỏ ngay khi nhận tệp".replace("đã bỏ", "đã bị bỏ"))
                .doesNotContain("Khuất");
        assertThat(db.number(ALL, KEPT, "text", "%Khuất%")).isZero();
        assertThat(db.number(ALL, KEPT, "text", "%Lường%")).isEqualTo(1);
        assertThat(
                        new String(
                                office.download(page.path() + "/faults"),
                                StandardCharsets.ISO_8859_1))
                .doesNotContain("Khuất");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_with_a_sentence() {
        assertThat(send(office, new byte[0]).status()).isEqualTo(422);
        Visitor.Page pdf = send(office, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        assertThat(pdf.status()).isEqualTo(422);
        assertThat(pdf.text()).contains("Đây là tệp PDF");
        Visitor.Page tree =
                send(
                        office,
                        Books.of(
                                List.of(
                                        List.of(
                                                "Mã tổ chức đảng",
                                                "Tên tổ chức đảng",
                                                "Loại tổ chức",
                                                "Mã tổ chức cấp trên"),
                                        List.of("1", "2", "3", "4"))));
        assertThat(tree.text()).contains("Việc nhập cây tổ chức do quản trị làm");
    }

    @Test
    void a_list_of_an_unknown_shape_is_mapped_by_hand_once_and_known_the_next_time() {
        List<List<String>> odd =
                List.of(
                        List.of("DANH SÁCH"),
                        List.of("Quý danh", "Thẻ số", "Ngày kết nạp vào Đảng", "Ngày đẻ"),
                        List.of("Lường Thị Lạ", card(), "19/05/2005", "12-4-80"),
                        List.of("Lường văn lạ", card(), "19/05/2005", "tháng 4 năm 1981"),
                        List.of("LƯỜNG THỊ LẠC", card(), "19/05/2005", "1982"));

        byte[] file = Books.of(odd);
        Visitor.Page page = send(office, file);

        assertThat(page.path()).endsWith("/mapping");
        assertThat(page.text())
                .contains("Cột nào là gì", "Nội dung: 3/3 ô là họ tên", "Quý danh")
                .contains("Tiêu đề gần giống: “Ngày kết nạp vào Đảng”");
        String at = page.path();
        Visitor.Page twice =
                office.post(
                        at,
                        "version",
                        page.hidden("version"),
                        "kind",
                        "members",
                        "c0",
                        "name",
                        "c3",
                        "name",
                        "c1",
                        "card");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text()).contains("đã chọn cho một cột khác");
        Visitor.Page mapped =
                office.post(
                        at,
                        "version",
                        page.hidden("version"),
                        "kind",
                        "members",
                        "c0",
                        "name",
                        "c1",
                        "card",
                        "c2",
                        "admitted",
                        "c3",
                        "birth",
                        "unit",
                        "T." + world.workCell);
        assertThat(mapped.text()).contains("3 dòng · 3 dòng tốt");
        Visitor.Page done =
                office.post(mapped.path() + "/application", "version", mapped.hidden("version"));
        assertThat(done.text()).contains("Đã ghi 3 đảng viên");
        assertThat(named("Lường Văn Lạ")).isEqualTo(1);
        assertThat(named("Lường Thị Lạc")).isEqualTo(1);

        Visitor.Page again = send(office, file);
        assertThat(again.path()).doesNotContain("mapping");
        assertThat(again.text())
                .contains("Chính tệp này đã được gửi lúc", "và đã ghi vào sổ")
                .contains("3 dòng tốt");
    }

    @Test
    void sheets_of_one_shape_are_chosen_read_together_and_name_the_cells_of_new_people() {
        Map<String, List<List<String>>> book = new LinkedHashMap<>();
        List<String> head = List.of("Họ và tên", "Ngày sinh", "Số thẻ đảng viên");
        book.put(
                "Chi bộ Phòng Một",
                List.of(
                        List.of("NĂM 2026"),
                        head,
                        List.of("Chìu Thị Trang", "12/04/1980", card()),
                        List.of("Chìu Văn Trang", "31/02/1980", card())));
        book.put("Cũ 2024", List.of(head, List.of("Chìu Thị Năm Xưa", "12/04/1980", card())));
        book.put("Phòng lạ", List.of(head, List.of("Chìu Thị Phòng Lạ", "12/04/1980", card())));
        Visitor.Page page = send(office, Books.of(book));
        assertThat(page.path()).endsWith("/mapping");
        assertThat(page.text()).contains("Đọc trang tính nào", "Cũ 2024", "“Phòng lạ” từ dòng 8");
        List<String> said =
                new ArrayList<>(
                        List.of(
                                "version",
                                page.hidden("version"),
                                "kind",
                                "members",
                                "c0",
                                "name",
                                "c1",
                                "birth",
                                "c2",
                                "card"));
        assertThat(office.post(page.path(), said.toArray(String[]::new)).text())
                .contains("Chưa chọn trang tính nào");

        said.addAll(List.of("sheet", "Chi bộ Phòng Một", "sheet", "Phòng lạ"));
        Visitor.Page checked = office.post(page.path(), said.toArray(String[]::new));

        assertThat(checked.text())
                .contains(
                        "3 dòng · 2 dòng tốt · 1 dòng cần sửa", "Tháng 2 năm 1980 không có ngày 31")
                .contains("Danh sách không ghi chi bộ; tạm ghi ở")
                .doesNotContain("Năm Xưa");
        byte[] red = office.download(checked.path() + "/faults");
        Visitor.Page mended = send(office, Books.with(red, "31/02/1980", "28/02/1980"));
        assertThat(mended.path()).isEqualTo(checked.path());
        assertThat(mended.text()).contains("3 dòng tốt · 0 dòng cần sửa");
        office.post(mended.path() + "/application", "version", mended.hidden("version"));
        assertThat(db.number(ALL, IN_CELL, "text", "Chìu%", "cell", world.workCell)).isEqualTo(2);
        assertThat(named("Chìu%")).isEqualTo(3);
    }

    @Test
    void the_same_mistake_in_many_rows_is_mended_once() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<String> row = new ArrayList<>(row("Sú Thị Lặp", "12/04/19" + (25 + i), ""));
            row.set(5, i < 58 ? "Chi bộ Sai Tên" : "Chi bộ Sai Khác");
            rows.add(row);
        }
        Visitor.Page page = send(office, file(rows));
        assertThat(page.text())
                .contains("60 chỗ cần sửa", "Sửa luôn những dòng khác")
                .contains("list=\"cells\"", "<option value=\"Chi bộ Phòng Một\">");

        Visitor.Page mended =
                office.post(
                        page.path() + "/corrections",
                        "version",
                        page.hidden("version"),
                        "alike",
                        "true",
                        "o2-5",
                        "T." + world.workCell,
                        "o3-5",
                        "Chi bộ Sai Tên",
                        "o60-5",
                        "Chi bộ Sai Khác");

        assertThat(mended.text()).contains("58 dòng tốt · 2 dòng cần sửa");
    }

    @Test
    void old_letters_are_shown_before_and_after_and_the_reading_can_be_changed() {
        String csv =
                "Hä vµ tªn;Sè thÎ ®¶ng viªn\nNguyÔn ThÞ Th¶o;"
                        + card()
                        + "\nTriÖu §øc Dòng;"
                        + card()
                        + "\nGiµng ThÞ Èn vÞ trÝ bÝ mËt;"
                        + card()
                        + "\n";

        Visitor.Page page =
                send(office, csv.getBytes(java.nio.charset.Charset.forName("windows-1252")));

        assertThat(page.path()).endsWith("/mapping");
        assertThat(page.text())
                .contains("Chữ viết bằng phông cũ", "NguyÔn ThÞ Th¶o", "Nguyễn Thị Thảo")
                .doesNotContain("Giµng", "Giàng");
        Visitor.Page mapped =
                office.post(
                        page.path(),
                        "version",
                        page.hidden("version"),
                        "kind",
                        "members",
                        "letters",
                        "TCVN3",
                        "c0",
                        "name",
                        "c1",
                        "card",
                        "unit",
                        "T." + world.workCell);
        assertThat(mapped.text()).contains("3 dòng · 2 dòng tốt", "Nguyễn Thị Thảo");
    }

    @Test
    void letters_that_nobody_can_tell_are_asked_for_and_nothing_goes_on_without_an_answer() {
        String csv =
                "Ho va ten;So the dang vien\nLò Páo;"
                        + card()
                        + "\nX\u00f8 Y\u00fe;"
                        + card()
                        + "\nQ\u00e5 Z\u00f0;"
                        + card()
                        + "\n";
        Visitor.Page page = send(office, csv.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(page.path()).endsWith("/mapping");
        assertThat(page.text()).contains("Chưa rõ, cần chọn");
        List<String> said =
                List.of(
                        "version",
                        page.hidden("version"),
                        "kind",
                        "members",
                        "c0",
                        "name",
                        "c1",
                        "card",
                        "unit",
                        "T." + world.workCell);

        Visitor.Page without = office.post(page.path(), with(said, ""));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.text()).contains("Chưa chọn cách đọc chữ");

        assertThat(office.post(page.path(), with(said, "UNICODE")).text())
                .contains("3 dòng", "Lò Páo");
    }

    private static String[] with(List<String> said, String letters) {
        List<String> all = new ArrayList<>(said);
        all.add("letters");
        all.add(letters);
        return all.toArray(String[]::new);
    }

    private String card() {
        return "88.%03d%03d".formatted(world.base / 1000, ++cards);
    }

    @Test
    void another_office_does_not_find_the_list() {
        Visitor.Page page = send(office, file(List.of(row("Cà Thị Kín", "12/04/1980", ""))));

        Visitor other = visitor(Role.WORKPLACE_OFFICE, world.workplace);
        assertThat(other.get(page.path()).status()).isEqualTo(404);
        assertThat(other.get("/imports").text()).doesNotContain("danh-sach.xlsx");
        assertThat(visitor(Role.RESIDENCE_OFFICE, world.ward).get("/imports").status())
                .isNotEqualTo(200);
    }

    @Test
    void a_list_given_up_is_gone() {
        Visitor.Page page = send(office, file(List.of(row("Cầm Thị Thôi", "12/04/1980", ""))));

        Visitor.Page gone = office.post(page.path() + "/removal", "version", "1");

        assertThat(gone.text()).contains("Đã bỏ tệp này");
        assertThat(office.get(page.path()).status()).isEqualTo(404);
    }

    @Test
    void a_long_list_is_worked_on_in_the_background_and_says_how_far() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 3_500; i++) {
            rows.add(longRow("Bạc Thị Đông", i));
        }
        Visitor.Page page = send(office, file(rows));
        page = waitFor(page, "Kiểm tra trước khi ghi");
        assertThat(page.text()).contains("Ghi 3.500 dòng");

        page = office.post(page.path() + "/application", "version", page.hidden("version"));
        Visitor.Page done = waitFor(page, "Đã ghi 3.500 đảng viên");

        assertThat(named("Bạc Thị Đông")).isEqualTo(3_500);
        assertThat(send(office, file(rows)).status()).isEqualTo(200);

        office.get(done.path());
        Visitor.Page undoing =
                office.post(done.path() + "/undoing", "version", done.hidden("version"));
        assertThat(undoing.text()).contains("<h1>Đang hoàn tác").doesNotContain("Hoàn tác lần");
        waitFor(undoing, "Đã hoàn tác");
        assertThat(named("Bạc Thị Đông")).isZero();
    }

    @Test
    void a_long_list_on_which_something_was_built_stays_and_says_why() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 3_001; i++) {
            rows.add(longRow("Bạc Thị Giữ", i));
        }
        Visitor.Page page = waitFor(send(office, file(rows)), "Kiểm tra trước khi ghi");
        page = office.post(page.path() + "/application", "version", page.hidden("version"));
        Visitor.Page done = waitFor(page, "Đã ghi 3.001 đảng viên");
        World.run(
                "update member.member set phone = '0600000001', version = version + 1 where card_no = ?",
                longRow("", 7).get(2));

        office.get(done.path());
        Visitor.Page undoing =
                office.post(done.path() + "/undoing", "version", done.hidden("version"));

        Visitor.Page kept = waitFor(undoing, "Đã ghi 3.001 đảng viên");
        assertThat(kept.text()).contains("Không hoàn tác được nữa");
        assertThat(named("Bạc Thị Giữ")).isEqualTo(3_001);
    }

    @Test
    void above_ten_thousand_rows_only_the_faulty_ones_come_back_and_are_read_again()
            throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 10_001; i++) {
            rows.add(longRow("Bạc Văn Vạn", i));
        }
        rows.set(5_000, longRow("", 5_000));
        rows.set(9_000, longRow("", 9_000));
        Visitor.Page page = waitFor(send(office, file(rows)), "Kiểm tra trước khi ghi");
        assertThat(page.text()).contains("9.999 dòng tốt · 2 dòng cần sửa", "Tải về các dòng lỗi");
        byte[] book = office.download(page.path() + "/faults");
        List<List<String>> returned = new ArrayList<>();
        try (Table table = Table.open(book, List.of(MemberImport.LAYOUT))) {
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                returned.add(row.cells().stream().map(SheetCell::text).toList());
            }
        }
        assertThat(returned).hasSize(2);
        assertThat(returned.getFirst()).contains("5002", "Họ và tên: Thiếu họ tên.");

        String card = longRow("", 5_000).get(2);
        Visitor.Page back = send(office, withName(book, card, "Bạc Văn Thêm"));

        assertThat(back.path()).isEqualTo(page.path());
        assertThat(waitFor(back, "Kiểm tra trước khi ghi").text())
                .contains("10.000 dòng tốt · 1 dòng cần sửa");
    }

    private List<String> longRow(String name, int i) {
        List<String> row = new ArrayList<>(row(name, "12/04/1980", ""));
        row.set(2, "%02d.%06d".formatted(50 + world.base / 1000 % 40, i));
        return row;
    }

    /**
     * The returned workbook with a name typed into the row of this card, as Excel would save it.
     */
    private static byte[] withName(byte[] workbook, String card, String name) throws IOException {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(workbook))) {
            for (Row row : book.getSheetAt(0)) {
                if (row.getCell(2).getStringCellValue().equals(card)) {
                    row.getCell(0, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setBlank();
                    row.getCell(0).setCellValue(name);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void an_xls_comes_back_with_its_red_cells_too() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            org.apache.poi.ss.usermodel.Sheet sheet = book.createSheet("DS");
            List<List<String>> rows =
                    List.of(
                            HEAD,
                            row("Sín Văn Cũ", "31/02/1980", ""),
                            row("Sín Thị Cũ", "1981", ""));
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(i + 2);
                for (int k = 0; k < rows.get(i).size(); k++) {
                    row.createCell(k).setCellValue(rows.get(i).get(k));
                }
            }
            book.write(out);
        }
        Visitor.Page page = send(office, out.toByteArray());
        assertThat(page.text()).contains("1 dòng tốt · 1 dòng cần sửa");

        byte[] red = office.download(page.path() + "/faults");
        Visitor.Page back = send(office, Books.with(red, "31/02/1980", "28/02/1980"));

        assertThat(back.path()).isEqualTo(page.path());
        assertThat(back.text()).contains("2 dòng tốt · 0 dòng cần sửa");
    }

    private Visitor.Page waitFor(Visitor.Page page, String text) throws InterruptedException {
        Visitor.Page now = page;
        for (int i = 0; i < 600 && !now.text().contains("<h1>" + text); i++) {
            assertThat(now.response().headers().firstValue("Refresh")).contains("2");
            Thread.sleep(Duration.ofMillis(100));
            now = office.get(page.path());
        }
        assertThat(now.text()).contains("<h1>" + text);
        return now;
    }
}
