package vn.ganbo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import vn.ganbo.ProductTest;
import vn.ganbo.access.ConsoleCode;
import vn.ganbo.member.MemberImport;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;

/**
 * One year between two committees on an empty installation, in Chromium, as one story: from two
 * spreadsheets to the comment that the member reads.
 */
@ProductTest
@TestPropertySource(properties = "ganbo.test=journey")
@Import(YearJourneyTest.Time.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YearJourneyTest {
    private static final String CELL = "Chi bộ Tổ dân phố 4";
    private static final String WORK_CELL = "Chi bộ 2 Sở Y tế";
    private static final String PASSWORD = "hoa ban nở trắng 26";
    private static final String SECRET = "Hoàng Hồng Diễm";
    private static final String NGA = "Nguyễn Ngọc Nga";
    private static final String PHUC = "Nông Đức Phúc";
    private static final String GIANG = "Đoàn Công Giang";
    private static final String HUNG = "Trần Ngọc Hùng";
    private static final String LAN = "Tẩn Bích Lan";

    /** The time of the story. */
    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        MovingClock storyClock() {
            return new MovingClock("2026-11-02");
        }
    }

    @Autowired MovingClock clock;
    @Autowired ApplicationContext program;
    @LocalServerPort int port;

    private final Map<String, Walker> people = new HashMap<>();
    private Chromium chromium;
    @RegisterExtension final Story story = new Story();

    @BeforeAll
    void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    void close() {
        people.values().forEach(Walker::close);
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void the_code_of_the_console_makes_the_first_administrator() {
        Walker admin = enter("admin", Walker.atDesk(chromium, port));
        admin.open("/first-administrator")
                .type("code", "abcd-efgh-jkmn-pqrs")
                .type("fullName", "Đinh Thị Khởi")
                .type("userName", "khoi")
                .type("password", PASSWORD)
                .type("repeated", PASSWORD)
                .type("unitName", "Đảng bộ tỉnh Sông Ngàn")
                .type("unitCode", "99.000.000.000.000")
                .press("Tạo người quản trị")
                .sees("Mã chưa đúng")
                .look();
        admin.type("code", ConsoleCode.read(program))
                .type("password", PASSWORD)
                .type("repeated", PASSWORD)
                .press("Tạo người quản trị")
                .sees("Đã tạo người quản trị đầu tiên");
        admin.type("username", "khoi").type("password", PASSWORD).press("Đăng nhập").look();
    }

    @Test
    @Order(2)
    void two_spreadsheets_bring_the_tree_and_the_members_and_every_fault_is_named()
            throws IOException, SQLException {
        Walker admin = people.get("admin");
        send(admin, "to-chuc-dang.xlsx");
        admin.look().sees("145 dòng tốt").press("Ghi 145 dòng");
        admin.awaits("Đã ghi vào sổ");

        send(admin, "dang-vien-noi-cong-tac.xlsx");
        admin.awaits("8 chỗ cần sửa");
        admin.look().sees("1 dòng ghi người thuộc diện miễn giới thiệu", "đã bị bỏ ngay");
        List<String> faults =
                admin.page.locator("main table.list").first().locator("tbody tr").all().stream()
                        .map(row ->
                                row.locator("td").nth(0).innerText()
                                        + " "
                                        + row.locator("td").nth(2).innerText())
                        .toList();
        assertThat(faults)
                .containsExactly(
                        "2290 Số thẻ đảng viên",
                        "2291 Ngày sinh",
                        "2292 Mã chi bộ",
                        "2293 Họ và tên",
                        "2294 Ngày vào Đảng",
                        "2295 Số thẻ đảng viên",
                        "2296 Họ và tên",
                        "2297 Ngày chính thức");
        admin.press("Ghi ");
        admin.awaits("Đã ghi vào sổ");
        admin.look().sees("2.288");
        Path back = admin.take("Tải về các dòng lỗi");
        assertThat(rows(back))
                .hasSize(8)
                .allSatisfy(row -> assertThat(row.getLast()).contains(": "));
        assertThat(tablesWith(NGA)).contains("member.member");
        assertThat(tablesWith(SECRET)).isEmpty();
    }

    @Test
    @Order(3)
    void the_administrator_gives_offices_and_each_sets_a_password_of_the_own() {
        appoint(
                "office",
                "Nông Văn Trường",
                "Văn phòng Đảng ủy nơi công tác",
                "99.501.000.000.000",
                false);
        appoint(
                "ward",
                "Cầm Thị Duyên",
                "Văn phòng Đảng ủy nơi cư trú",
                "99.101.000.000.000",
                false);
        appoint("cell", "Tòng Văn Chính", "Bí thư chi bộ nơi cư trú", "99.101.004.000.001", true);
        appoint("charge", "Lường Thị Mai", "Chi ủy viên phụ trách", "99.101.004.000.001", true);
        appoint("member", NGA, "Đảng viên", "99.501.002.000.001", true);
    }

    @Test
    @Order(4)
    void the_workplace_introduces_a_whole_cell_signs_and_sends() throws IOException {
        clock.moveTo("2026-11-09");
        Walker office = people.get("office");
        office.open("/").open("/members");
        office.go("/introductions/new").sees("248 đảng viên chưa có giấy giới thiệu");
        office.choose("cell", WORK_CELL + ": 13 người")
                .press("Xem")
                .look()
                .sees(NGA, "Số 121 đường 20-8");
        office.press("Lập và cấp số").look().sees(NGA);
        office.type("signer", "Nông Văn Trường")
                .press("Ghi người ký, lưu bản giấy")
                .sees("Đã ghi người ký");
        office.look().press("giấy đã chọn cho nơi cư trú").sees("Nơi cư trú thấy ngay");

        office.open("/introductions?tab=sent").follow(NGA).sees("Gửi", "Đảng ủy phường Hoa Ban");
        assertThat(text(office.paper("Mở giấy giới thiệu")))
                .contains("GIẤY GIỚI THIỆU", NGA, "26/07/1980", "Nông Văn Trường");
        office.go("/introductions/new").sees("235 đảng viên chưa có giấy giới thiệu");
    }

    @Test
    @Order(5)
    void the_ward_acknowledges_places_and_returns_with_a_reason() throws IOException {
        clock.moveTo("2026-11-12");
        Walker ward = people.get("ward");
        ward.open("/").sees("7").open("/introductions?tab=waiting").sees(NGA, "Đảng ủy Sở Y tế");
        Walker second = Walker.atDesk(chromium, port);
        signIn(second, "ward", PASSWORD);
        second.open("/introductions?tab=waiting").follow(NGA);
        place(ward, NGA, CELL);
        ward.look();
        second.press("Tiếp nhận, báo lại nơi công tác")
                .sees("Chưa lưu: Cầm Thị Duyên", "vừa thay đổi");
        second.close();
        for (String name : List.of(PHUC, GIANG, HUNG)) {
            place(ward, name, CELL);
        }
        assertThat(text(ward.paper("Mở phiếu báo tiếp nhận"))).contains(HUNG, CELL);

        ward.open("/introductions?tab=waiting").follow(LAN);
        ward.unfold("Trả lại, ghi lý do").press("Trả lại nơi công tác").sees("Chọn lý do trả lại");
        ward.answer("because", "Không cư trú ở địa chỉ này")
                .type("reason", "đã chuyển về xã khác")
                .press("Trả lại nơi công tác")
                .sees("Đã trả lại giấy giới thiệu");

        Walker office = people.get("office");
        office.open("/introductions?tab=returned").follow(LAN).sees("đã chuyển về xã khác");
        office.open("/introductions/board");
        office.open("/notifications").sees("Trả lại giấy giới thiệu", "Tiếp nhận giấy giới thiệu");
    }

    @Test
    @Order(6)
    void the_cell_assigns_a_group_and_somebody_in_charge() {
        clock.moveTo("2026-11-16");
        Walker cell = people.get("cell");
        cell.open("/").open("/groups").press("Lập tổ đảng").sees("Cần ghi tên tổ đảng");
        cell.type("name", "Tổ đảng 1").press("Lập tổ đảng").sees("Tổ đảng 1");
        cell.open("/introductions?tab=acknowledged").follow(NGA);
        cell.choose("group", "Tổ đảng 1")
                .choose("person", "Lường Thị Mai, Chi ủy viên phụ trách")
                .press("Ghi nơi sinh hoạt")
                .sees("Tổ đảng 1", "Lường Thị Mai");
        people.get("office")
                .open("/introductions?q=" + "nga")
                .follow(NGA)
                .sees("Tổ đảng 1", "Lường Thị Mai");
    }

    @Test
    @Order(7)
    void the_register_stands_as_of_any_day() {
        Walker ward = people.get("ward");
        ward.open("/register").sees("4 đồng chí", "chuyển đến 4");
        ward.open("/register?on=11/11/2026").sees("0 đồng chí");
        ward.open("/register/moves").sees("4 chuyển đến", NGA);
        Walker cell = people.get("cell");
        cell.open("/register").sees(PHUC).follow(NGA).sees("Lường Thị Mai");
    }

    @Test
    @Order(8)
    void the_record_is_kept_right_by_the_office_and_by_the_person() {
        clock.moveTo("2026-11-18");
        Walker office = people.get("office");
        office.open("/members?q=nga").follow(NGA);
        String record = office.path();
        office.open(record + "/edit")
                .type("occupation", "Dược sĩ")
                .type("personalId", "001180000001")
                .press("Lưu hồ sơ")
                .sees("Dược sĩ")
                .doesNotSee("001180000001");
        office.open(record + "/periods");
        office.open(record + "/personal-id").press("Xem số").doesNotSee("001180000001");
        pick(office, "Đối chiếu hồ sơ đảng viên");
        office.press("Xem số").sees("001180000001").look();

        Walker member = people.get("member");
        member.open("/members/me").sees("Đối chiếu hồ sơ đảng viên");
        member.open("/members/me/correction").type("phone", "0601 111 222").press("Gửi đề nghị");
        office.open("/corrections").follow(NGA).sees("Đang ghi", "Đề nghị sửa thành");
        pick(office, "Không đồng ý");
        office.press("Gửi trả lời").sees("Chưa trả lời được").look();
        pick(office, "Đồng ý");
        office.press("Gửi trả lời");
        member.open("/members/me").sees("0601111222");
        office.open("/completeness").open("/reconciliation").open(record + "/supplement");

        Walker cell = people.get("cell");
        cell.go("/register").follow(NGA);
        cell.open(cell.path() + "/household?q=phuc").sees(PHUC);
        pick(cell, PHUC);
        cell.press("Lưu người cùng hộ").sees(PHUC, "không dự thay nhau").look();
    }

    @Test
    @Order(9)
    void a_meeting_is_planned_invited_called_and_the_absent_is_asked_first() {
        clock.moveTo("2027-05-04");
        Walker cell = people.get("cell");
        cell.open("/meetings").open("/meetings/new");
        cell.type("title", "Sinh hoạt sáu tháng đầu năm")
                .type("plannedOn", "20/05/2027")
                .type("startsAt", "19:30")
                .type("place", "Nhà văn hóa tổ dân phố 4")
                .type("agenda", "Tình hình trật tự khu dân cư\nChuyển đổi số");
        cell.loseSession().press("Lưu kế hoạch").look().sees("Những gì vừa ghi vẫn còn");
        signInHere(cell, "cell", PASSWORD);
        cell.look().sees("Sinh hoạt sáu tháng đầu năm");
        cell.press("Gửi").press("Gửi giấy mời");
        String meeting = cell.path();
        cell.look().sees("4 người");

        Walker member = people.get("member");
        member.open("/my-meetings").sees("Nhà văn hóa tổ dân phố 4").press("Tôi sẽ dự").look();

        clock.moveTo("2027-05-20");
        cell.open(meeting + "/attendance");
        mark(cell, NGA, "Có mặt");
        mark(cell, PHUC, "Xin vắng");
        mark(cell, GIANG, "Vắng");
        mark(cell, HUNG, "Người nhà");
        cell.press("Xong").press("Chốt điểm danh").look().sees("không tính là có mặt");
        cell.open(meeting + "/absences")
                .sees(GIANG, "chưa hỏi lý do")
                .doesNotSee("Vắng không phép");
        cell.press("Hỏi lý do 1 đồng chí").sees("Đang hỏi lý do", "hạn trả lời 27/05/2027");
        cell.open(meeting + "/opinions")
                .choose("member", NGA)
                .type("body", "Đề nghị lắp đèn ở ngõ 12 để bảo đảm an toàn ban đêm")
                .press("Ghi ý kiến")
                .sees("ngõ 12");
        clock.moveTo("2027-05-27");
        cell.open(meeting + "/absences").sees("Đang hỏi lý do").doesNotSee("Vắng không phép");
        clock.moveTo("2027-05-28");
        cell.open(meeting + "/absences").sees("Vắng không phép");
        people.get("ward").open("/register").open("/meetings");
    }

    @Test
    @Order(10)
    void a_comment_stands_on_facts_is_decided_together_and_comes_home() throws IOException {
        clock.moveTo("2027-11-02");
        Walker ward = people.get("ward");
        ward.open("/rounds")
                .open("/rounds/new")
                .press("Mở đợt nhận xét")
                .look()
                .sees("4 chưa soạn xong");

        Walker member = people.get("member");
        member.open("/my-report")
                .type("duty-2", "Vận động hai hộ trong ngõ phân loại rác.")
                .look()
                .press("Gửi chi ủy nơi cư trú")
                .sees("Rút về để sửa")
                .look();

        Walker cell = people.get("cell");
        cell.open("/").open("/comments").follow(NGA);
        cell.sees("Căn cứ theo nhiệm vụ", "ngõ 12", "phân loại rác", "Chưa ký được").look();
        Walker charge = people.get("charge");
        charge.open("/comments").follow(NGA);
        answer(
                cell,
                "Nêu gương tốt",
                "Gương mẫu",
                "Tham gia đầy đủ",
                "Thường xuyên",
                "Tích cực",
                "Biểu dương");
        cell.type("other", "Tại kỳ họp 20/05/2027 đã nêu ý kiến về đèn ở ngõ 12.")
                .press("Lưu dự thảo")
                .sees("Chưa ký được");
        charge.type("other", "Bản của chi ủy viên phụ trách.").press("Lưu dự thảo");
        charge.sees("Chưa lưu: Tòng Văn Chính", "vừa thay đổi").look();
        assertThat(charge.typed("other")).isEqualTo("Bản của chi ủy viên phụ trách.");

        clock.moveTo("2027-11-16");
        cell.follow("Ghi cuộc họp");
        cell.type("place", "Nhà văn hóa tổ dân phố 4")
                .type("front-name-0", "Hoàng Thị Bình")
                .type("front-title-0", "Trưởng ban công tác Mặt trận")
                .type("votesFor", "3")
                .type("conclusion", "Thống nhất nhận xét và đề nghị biểu dương.");
        tick(cell, "committee", "");
        tick(cell, "comments", NGA);
        cell.press("Ghi biên bản họp").look().sees("Hoàng Thị Bình");
        cell.open("/comments?tab=to-sign").follow(NGA);
        cell.type("signer", "Tòng Văn Chính").press("Ký phiếu").sees("ký").look();

        clock.moveTo("2027-11-18");
        ward.open("/").open("/comments?tab=signed").follow(NGA);
        ward.type("signer", "Cầm Thị Duyên").press("Xác nhận phiếu").look();
        ward.press("Gửi trả nơi công tác").look();

        Walker office = people.get("office");
        office.open("/").open("/returned-comments").sees(NGA, "Biểu dương").follow(NGA);
        assertThat(text(office.paper("Mở phiếu")))
                .contains("PHIẾU NHẬN XÉT", NGA, "Tòng Văn Chính", "Cầm Thị Duyên", "ngõ 12");
        office.press("Ghi đã nhận phiếu").look();
        office.open("/comment-board").look().open("/returned-comments?tab=received");
        office.open("/follow-ups").look().follow(NGA);
        answer(office, "Đã biểu dương");
        office.type("answer", "Đã biểu dương trước chi bộ ngày 18/11.")
                .press("Trả lời nơi cư trú")
                .sees("Đã biểu dương trước chi bộ")
                .look();
        ward.open("/comments/quality").look().open("/follow-ups?tab=answered").sees(NGA);

        member.open("/").open("/my-comments").follow("Nhận xét năm 2027");
        member.sees("Nêu gương tốt", "Biểu dương", "ngõ 12").doesNotSee("Không tán thành");
        member.type("reply", "Tôi đọc rồi, cảm ơn chi ủy.")
                .press("Gửi ý kiến")
                .sees("cảm ơn chi ủy")
                .look();
        member.open("/members/me");
    }

    @Test
    @Order(11)
    void what_was_done_stands_in_the_history_and_desks_are_counted() {
        people.get("office")
                .open("/introductions?q=nga")
                .follow(NGA)
                .sees("Tiếp nhận", "Cầm Thị Duyên");
        people.get("ward").open("/");
        people.get("cell").open("/");
        people.get("charge").open("/");
        people.get("admin").open("/").open("/accounts");
    }

    private Walker enter(String key, Walker walker) {
        people.put(key, walker);
        return walker;
    }

    private void appoint(String key, String name, String role, String unit, boolean phone) {
        Walker admin = people.get("admin");
        admin.open("/appointments/new");
        if (role.equals("Đảng viên")) {
            admin.type("q", name).press("Tìm").follow(name);
        } else {
            admin.type("fullName", name);
        }
        admin.choose("role", role).type("unit", unit).press("Giao chức vụ").sees(name);
        admin.type("userName", key).press("Mở tài khoản");
        String given = admin.page.locator("output").innerText();
        Walker person =
                enter(key, phone ? Walker.onPhone(chromium, port) : Walker.atDesk(chromium, port));
        signIn(person, key, given);
        person.type("presentPassword", given)
                .type("password", PASSWORD)
                .type("repeated", PASSWORD)
                .press("Đổi mật khẩu");
    }

    private void signIn(Walker walker, String user, String password) {
        walker.open("/sign-in");
        signInHere(walker, user, password);
    }

    private static void signInHere(Walker walker, String user, String password) {
        walker.type("username", user).type("password", password).press("Đăng nhập");
    }

    private static void place(Walker ward, String name, String cell) {
        ward.open("/introductions?tab=waiting").follow(name);
        ward.choose("cell", cell);
        ward.press("Tiếp nhận, báo lại nơi công tác").sees("Đã tiếp nhận và báo lại nơi công tác");
    }

    private static void mark(Walker cell, String name, String mark) {
        cell.page
                .locator("ul.roll > li")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + mark + "$")))
                .click();
    }

    /** One answer to each criterion, in the order of the form. */
    private static void answer(Walker cell, String... answers) {
        for (int i = 0; i < answers.length; i++) {
            cell.page
                    .locator("main fieldset[role=radiogroup]")
                    .nth(i)
                    .locator("label")
                    .filter(
                            new Locator.FilterOptions()
                                    .setHasText(Pattern.compile("^\\s*" + answers[i] + "\\s*$")))
                    .first()
                    .click();
        }
    }

    /** Clicks the button or box whose words begin so. */
    private static void pick(Walker walker, String words) {
        walker.page
                .locator("main label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + words)))
                .first()
                .click();
    }

    /** Ticks those whose words contain these, and no other. */
    private static void tick(Walker cell, String fieldset, String words) {
        for (Locator box : cell.page.locator("#f-" + fieldset + " label").all()) {
            box.locator("input").setChecked(box.innerText().contains(words));
        }
    }

    private void send(Walker admin, String sample) throws IOException {
        admin.open("/imports");
        admin.attach(sample).press("Gửi và kiểm tra");
    }

    private static List<List<String>> rows(Path file) throws IOException {
        try (Table table = Table.open(Files.readAllBytes(file), List.of(MemberImport.LAYOUT))) {
            List<List<String>> rows = new ArrayList<>();
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                rows.add(row.cells().stream().map(cell -> cell.text()).toList());
            }
            return rows;
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** The tables that hold these words anywhere, seen by the owner of the database. */
    private List<String> tablesWith(String words) throws SQLException {
        Environment settings = program.getEnvironment();
        List<String> found = new ArrayList<>();
        try (Connection owner =
                        DriverManager.getConnection(
                                settings.getRequiredProperty("ganbo.database.url"),
                                "owner",
                                settings.getRequiredProperty("ganbo.database.owner.password"));
                Statement tables = owner.createStatement();
                ResultSet table =
                        tables.executeQuery(
                                """
                                select format('%I.%I', table_schema, table_name)
                                  from information_schema.tables
                                 where table_type = 'BASE TABLE'
                                   and table_schema not in ('pg_catalog', 'information_schema')
                                """)) {
            while (table.next()) {
                String name = table.getString(1);
                try (PreparedStatement search =
                        owner.prepareStatement(
                                "select exists (select from "
                                        + name
                                        + " t where t::text like '%' || ? || '%')")) {
                    search.setString(1, words);
                    try (ResultSet row = search.executeQuery()) {
                        if (row.next() && row.getBoolean(1)) {
                            found.add(name);
                        }
                    }
                }
            }
        }
        return found;
    }
}
