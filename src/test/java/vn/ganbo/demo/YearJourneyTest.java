package vn.ganbo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The year of a member between two committees, in Chromium, one act after the other. */
@DemoTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YearJourneyTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String WORK = "Văn phòng Đảng ủy Kho bạc";
    private static final String WARD = "Văn phòng Đảng ủy phường Hoa Ban";
    private static final String CELL = "Bí thư Chi bộ Tổ dân phố 1";

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort int port;

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium on this machine");
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--no-first-run",
                                                        "--disable-quic")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    @Order(1)
    void the_workplace_introduces_a_whole_cell_signs_and_sends() {
        try (Walker office = new Walker(browser, port, WORK)) {
            office.open("/");
            office.open("/introductions?tab=to-sign");
            office.page.locator("#signer").fill("Nông Văn Trường");
            office.press("Ghi người ký");
            assertThat(office.says("Đã ghi người ký")).isTrue();
            office.look("to-send");
            office.press("giấy đã chọn cho nơi cư trú");
            assertThat(office.says("giấy giới thiệu. Nơi cư trú thấy ngay")).isTrue();
            office.open("/introductions/new");
        }
    }

    @Test
    @Order(2)
    void the_ward_acknowledges_one_letter_and_returns_another_with_a_reason() {
        try (Walker ward = new Walker(browser, port, WARD)) {
            ward.open("/");
            ward.open("/introductions?tab=waiting");
            ward.page.locator("a.name").first().click();
            ward.look("letter");
            ward.press("Tiếp nhận, báo lại nơi công tác");
            assertThat(ward.says("Đã tiếp nhận và báo lại nơi công tác")).isTrue();

            ward.open("/introductions?tab=waiting");
            ward.page.locator("a.name").first().click();
            ward.page.locator("main details.fold summary").first().click();
            ward.press("Trả lại nơi công tác");
            assertThat(ward.says("Cần ghi lý do trả lại")).isTrue();
            ward.page.locator("#reason").fill("Không cư trú ở phường");
            ward.press("Trả lại nơi công tác");
            assertThat(ward.says("Đã trả lại giấy giới thiệu")).isTrue();
        }
    }

    @Test
    @Order(3)
    void the_register_of_any_date_balances_and_is_found_without_diacritics() {
        try (Walker ward = new Walker(browser, port, WARD)) {
            ward.open("/register");
            ward.open("/register/moves");
            ward.open("/register?on=01/06/2026&q=nguyen");
            ward.page.locator("a.name").first().click();
            ward.look("member");
        }
    }

    @Test
    @Order(4)
    void a_cell_plans_a_meeting_invites_and_calls_the_roll() {
        try (Walker cell = new Walker(browser, port, CELL)) {
            cell.open("/meetings");
            cell.open("/meetings/new");
            cell.page.locator("[name=title]").fill("Sinh hoạt chuyên đề tháng 11");
            cell.page.locator("[name=plannedOn]").fill("2026-11-23");
            cell.page.locator("[name=startsAt]").fill("19:30");
            cell.page.locator("[name=place]").fill("Nhà văn hóa");
            cell.page.locator("[name=agenda]").fill("Lấy ý kiến về trật tự khu dân cư");
            cell.press("Lưu kế hoạch");
            cell.look("meeting");
            cell.press("Gửi giấy mời");
            cell.look("meeting-invited");
            String meeting = cell.page.url().replaceFirst("[?#].*", "");
            cell.page.navigate(meeting + "/attendance");
            cell.look("roll-call");
            assertThat(cell.page.locator("main").innerText()).contains("Có mặt");
        }
    }

    @Test
    @Order(5)
    void a_cell_signs_only_after_a_recorded_meeting_with_the_front() {
        try (Walker cell = new Walker(browser, port, "Bí thư Chi bộ Tổ dân phố 3")) {
            cell.open("/comments");
            cell.page.locator("main a.name").first().click();
            cell.look("comment");
            assertThat(cell.says("Chưa ký được")).isTrue();
            Locator record = cell.page.locator("main a[href^='/decisions/new']").first();
            record.click();
            cell.look("decision-form");
            cell.page.locator("[name=place]").fill("Nhà văn hóa");
            cell.page.locator("[name=front-name-0]").fill("Hoàng Thị Bình");
            cell.page.locator("[name=front-title-0]").fill("Trưởng ban công tác Mặt trận");
            cell.page.locator("[name=votesFor]").fill("3");
            cell.press("Ghi biên bản họp");
            cell.look("decision");
            cell.open("/comments?tab=to-sign");
            cell.page.locator("[name=signer]").first().fill("Lò Thị Ký");
            cell.press("Ký các phiếu đã chọn");
            assertThat(cell.says("ký")).isTrue();
        }
    }

    @Test
    @Order(6)
    void the_ward_confirms_and_the_workplace_has_its_returned_slips() {
        try (Walker ward = new Walker(browser, port, WARD)) {
            ward.open("/rounds");
            ward.open("/comments?tab=to-confirm");
            ward.page.locator("[name=signer]").first().fill("Triệu Thu Phượng");
            ward.press("Xác nhận các phiếu đã chọn");
            ward.open("/comments?tab=confirmed");
        }
        try (Walker office = new Walker(browser, port, WORK)) {
            office.open("/returned-comments");
        }
    }

    @Test
    @Order(7)
    void the_member_reads_what_concerns_the_own_person() {
        try (Walker member = new Walker(browser, port, "Đảng viên")) {
            member.open("/");
            member.open("/members/me");
            member.open("/my-meetings");
            member.open("/my-comments");
        }
    }

    @Test
    @Order(8)
    void those_who_only_look_on_have_their_pages() {
        try (Walker administrator = new Walker(browser, port, "Quản trị hệ thống")) {
            administrator.open("/");
            administrator.open("/accounts");
            administrator.open("/imports");
            administrator.open("/regulations");
        }
        try (Walker auditor = new Walker(browser, port, "Ủy ban Kiểm tra")) {
            auditor.open("/");
            auditor.open("/register");
        }
    }

    @Test
    @Order(9)
    void a_list_in_old_letters_is_mapped_checked_written_and_taken_back() throws Exception {
        Path file = Files.createTempDirectory("list").resolve("danh-sach-cu-vntime.xls");
        try (InputStream sample =
                Objects.requireNonNull(
                        YearJourneyTest.class.getResourceAsStream(
                                "/samples/danh-sach-cu-vntime.xls"))) {
            Files.copy(sample, file);
        }
        try (Walker administrator = new Walker(browser, port, "Quản trị hệ thống")) {
            administrator.open("/imports");
            administrator.page.locator("input[type=file]").setInputFiles(file);
            administrator.press("Gửi và kiểm tra");
            assertThat(administrator.says("Chữ viết bằng phông cũ")).isTrue();
            assertThat(administrator.says("Dương Trung Sính")).isTrue();
            administrator.look("import-mapping");
            administrator.press("Ghép như trên và kiểm tra");
            assertThat(administrator.says("120 dòng tốt · 0 dòng cần sửa")).isTrue();
            administrator.look("import-checked");
            administrator.press("Ghi 120 dòng");
            assertThat(administrator.says("Đã ghi 120 đảng viên")).isTrue();
            administrator.look("import-applied");
            administrator.press("Hoàn tác lần nhập này");
            assertThat(administrator.says("120 người trở lại như trước khi nhập")).isTrue();
            administrator.look("import-taken-back");
        }
    }
}
