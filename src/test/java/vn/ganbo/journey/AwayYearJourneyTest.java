package vn.ganbo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
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
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;

/**
 * One year of a residential cell: a member who works far away, another who goes later, and three
 * tasks, from the application to the figures.
 */
@ProductTest
@TestPropertySource(properties = "ganbo.test=away-year")
@Import(AwayYearJourneyTest.Time.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AwayYearJourneyTest {
    private static final int PROVINCE = 1000;
    private static final int WARD = 1100;
    private static final int CELL = 1110;
    private static final int OTHER_CELL = 1120;
    private static final int WORKPLACE = 1500;
    private static final int WORK_CELL = 1510;

    private static final String XA = "Lầu Thị Xa";
    private static final String GAN = "Lầu Thị Gần";
    private static final String THAY = "Lầu Văn Thay";
    private static final String NHA = "Lầu Văn Nhà";

    private static final String WATCH = "Nắm tình hình ngõ 12";
    private static final String CLEAN = "Giữ sạch ngõ 9, ngõ 10";
    private static final String TEACH = "Giúp người cao tuổi dùng dịch vụ công";

    /** The grounds of this story as statistics call them. */
    private static final Map<String, String> GROUNDS =
            Map.of("mobile-work", "Làm việc lưu động", "remote-work", "Làm việc ở nơi xa");

    /** What a night does, in its order. */
    private static final List<String> NIGHT =
            List.of("settle-times-away", "review-tasks", "remind-of-times-away", "tell-of-silence");

    /** The time of the story. */
    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        MovingClock storyClock() {
            return new MovingClock("2026-12-28");
        }
    }

    @Autowired MovingClock clock;
    @Autowired ApplicationContext program;
    @LocalServerPort int port;

    private final Map<String, Walker> people = new HashMap<>();
    private final Map<String, UUID> members = new HashMap<>();
    private Chromium chromium;
    @RegisterExtension final Story story = new Story();

    @BeforeAll
    void a_ward_with_two_cells_and_a_workplace() throws SQLException {
        chromium = Chromium.start();
        Holders holders = new Holders(program);
        holders.unit(PROVINCE, "Đảng bộ tỉnh Sông Ngàn", "PROVINCE", "SUPERIOR", null);
        holders.unit(WARD, "Đảng bộ phường Hoa Gạo", "COMMUNE", "RESIDENCE", PROVINCE);
        holders.unit(CELL, "Chi bộ Tổ dân phố 7", "CELL", "RESIDENCE", WARD);
        holders.unit(OTHER_CELL, "Chi bộ Tổ dân phố 8", "CELL", "RESIDENCE", WARD);
        holders.unit(WORKPLACE, "Đảng bộ Sở Kế hoạch", "GRASSROOTS", "WORKPLACE", PROVINCE);
        holders.unit(WORK_CELL, "Chi bộ Phòng Tổng hợp", "CELL", "WORKPLACE", WORKPLACE);
        member(holders, XA, CELL, null, null, null);
        member(holders, GAN, CELL, null, "thêu thổ cẩm", null);
        member(holders, THAY, CELL, null, "tin học", "dạy dùng điện thoại");
        member(holders, NHA, WORK_CELL, CELL, "kế toán", "kế toán");

        enter(holders, "member", XA, Role.MEMBER, CELL, true);
        enter(holders, "gan", GAN, Role.MEMBER, CELL, true);
        enter(holders, "thay", THAY, Role.MEMBER, CELL, true);
        enter(holders, "nha", NHA, Role.MEMBER, WORK_CELL, true);
        enter(holders, "cell", "Quàng Thị Thư", Role.RESIDENCE_CELL_SECRETARY, CELL, true);
        enter(holders, "charge", "Quàng Văn Ủy", Role.COMMITTEE_MEMBER_IN_CHARGE, CELL, true);
        enter(holders, "ward", "Cà Thị Phường", Role.RESIDENCE_OFFICE, WARD, false);
        enter(holders, "office", "Cà Văn Sở", Role.WORKPLACE_OFFICE, WORKPLACE, false);
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
    void the_member_applies_the_cell_resolves_and_the_committee_decides() throws IOException {
        Walker member = people.get("member");
        member.open("/").open("/my-away").go("/my-away?apply=true").look();
        member.choose("ground", "Làm việc lưu động")
                .answer("extent", "Miễn công tác")
                .type("place", "Phường Bình Thử, Đồng Nai")
                .type("work", "Công nhân may")
                .type("phone", "0601 222 333")
                .type("since", "01/01/2027")
                .type("until", "31/03/2028")
                .press("Gửi chi bộ")
                .sees("Mỗi lần không quá 12 tháng", "Còn đi tiếp thì gửi đơn gia hạn")
                .look();
        member.type("until", "31/08/2027")
                .press("Gửi chi bộ")
                .sees("Đã gửi đơn đến chi bộ", "Chờ ý kiến chi ủy", "Rút đơn")
                .look();

        Walker cell = people.get("cell");
        cell.open("/").open("/away/applications").follow(XA);
        cell.sees("Làm việc lưu động").press("Ghi ý kiến chi ủy").sees("Đã ghi ý kiến chi ủy");
        clock.moveTo("2026-12-29");
        cell.type("on", "29/12/2026")
                .type("number", "12-NQ/CB")
                .type("votesFor", "3")
                .type("votesAgainst", "9")
                .press("Ghi nghị quyết")
                .sees("Số tán thành phải nhiều hơn")
                .look();
        cell.type("number", "12-NQ/CB")
                .type("votesFor", "12")
                .type("votesAgainst", "0")
                .press("Ghi nghị quyết")
                .sees("12 tán thành, 0 không tán thành")
                .look();

        clock.moveTo("2026-12-30");
        Walker ward = people.get("ward");
        ward.open("/").open("/away/applications?part=OPEN").follow(XA);
        ward.press("Ghi quyết định").sees("Đã ghi quyết định", "Mở văn bản").look();
        assertThat(text(ward.paper("Mở văn bản")))
                .contains("QUYẾT ĐỊNH", XA, "đến hết 31/08/2027", "12-NQ/CB");
        ward.go("/away/applications?part=LATER").sees(XA);
        member.open("/my-away").sees("Đã có quyết định");
        member.look();
    }

    @Test
    @Order(2)
    void three_tasks_are_written_down_and_given_to_who_is_here() throws SQLException {
        nightsUntil("2027-01-04");
        Walker cell = people.get("cell");
        cell.open("/members/" + members.get(XA)).sees("Được miễn công tác và sinh hoạt đảng");
        cell.open("/tasks").open("/tasks/new");
        cell.type("title", WATCH).press("Lưu nhiệm vụ").sees("Chọn lĩnh vực").look();
        task(WATCH, "An ninh, trật tự", "Ngõ 12", 40, "Hằng tháng", 6, "");
        cell.look().sees("Chưa có người", XA, "Được miễn công tác");
        assertThat(
                        cell.page
                                .locator("tr")
                                .filter(new Locator.FilterOptions().setHasText(XA))
                                .locator("input[type=radio]")
                                .count())
                .isZero();
        propose(NHA, "Nhà ở đầu ngõ 12", "04/01/2027");
        cell.look();
        task(CLEAN, "Môi trường, mỹ quan", "Ngõ 9, ngõ 10", 30, "Hằng quý", 8, "");
        propose(GAN, "Ở ngõ 9, có thời gian buổi sáng", "04/01/2027");
        task(TEACH, "Văn hóa, giáo dục", "Cả tổ", 70, "Hằng tháng", 5, "tin học");
        cell.sees("hợp chuyên môn");

        people.get("nha")
                .open("/")
                .open("/my-tasks")
                .sees(WATCH, "Nhà ở đầu ngõ 12")
                .press("Tôi nhận nhiệm vụ")
                .sees("Đã nhận nhiệm vụ", "Đang làm")
                .look();
        Walker gan = people.get("gan");
        gan.open("/my-tasks")
                .unfold("Xin điều chỉnh")
                .press("Gửi chi bộ")
                .sees("Chưa gửi được")
                .look();
        gan.type("words", "Tôi chỉ làm được đến hết tháng 11.")
                .press("Gửi chi bộ")
                .sees("Đã gửi đề nghị điều chỉnh")
                .look();

        cell.open("/").sees("Đề nghị điều chỉnh phân công");
        cell.open("/assignments?state=ADJUSTMENT_ASKED").follow(GAN);
        cell.sees("Tôi chỉ làm được đến hết tháng 11.")
                .answer("reply", "Đề nghị lại với thời gian khác")
                .type("words", "Chi bộ đồng ý.")
                .type("until", "30/11/2027")
                .press("Ghi quyết định")
                .sees("Đã ghi quyết định của chi bộ")
                .look();
        gan.open("/my-tasks")
                .sees("đến hết ngày 30/11/2027", "Chi bộ đồng ý.")
                .press("Tôi nhận nhiệm vụ")
                .sees("Đã nhận nhiệm vụ");

        cell.open("/assignments/coverage").sees("Bao quát nhiệm vụ", TEACH, THAY);
        assertThat(facts(cell))
                .containsEntry("Nhiệm vụ", "3, chưa có người: 1")
                .containsEntry("Hộ phụ trách", "140, chưa có người: 70")
                .containsEntry("Đảng viên làm được việc", "3, chưa có nhiệm vụ: 1, quá tải: 0");
        cell.open("/assignments/papers").sees("2 phân công đã nhận chưa có quyết định");
        people.get("ward")
                .open("/assignments/coverage")
                .sees("1 trong 3 nhiệm vụ chưa có người", "Chi bộ Tổ dân phố 8");
        agreesWithARecountOfTasks();
    }

    @Test
    @Order(3)
    void the_first_month_is_reported_on_the_phone_and_reviewed() throws SQLException {
        nightsUntil("2027-02-01");
        people.get("nha")
                .open("/")
                .sees("Nhiệm vụ cần tự báo cáo")
                .go("/my-tasks")
                .sees("Báo cáo: " + WATCH)
                .look()
                .type("words", "Đã đi từng nhà trong ngõ, lắp thêm hai đèn.")
                .press("Gửi báo cáo")
                .sees("Đã gửi báo cáo")
                .look();
        Walker cell = people.get("cell");
        cell.open("/").sees("Nhiệm vụ đến kỳ kiểm điểm");
        cell.open("/assignments/reviews").sees("đã tự báo cáo").doesNotSee(GAN).follow(NHA);
        cell.sees("lắp thêm hai đèn").press("Ghi kiểm điểm").sees("Chọn kết quả của kỳ này").look();
        review(cell, "Vượt yêu cầu", "Giữ phân công", "");
        people.get("nha").open("/my-tasks").sees("Chi ủy đã kiểm điểm", "Vượt yêu cầu").look();
        agreesWithARecountOfTasks();
    }

    @Test
    @Order(4)
    void a_tap_a_request_for_help_then_silence_up_the_ladder() throws SQLException {
        Walker member = people.get("member");
        Walker cell = people.get("cell");
        Walker charge = people.get("charge");
        cell.open("/away").sees(XA, "Đã nhắn hỏi thăm");
        member.open("/").sees("Đến kỳ báo tin cho chi bộ");
        member.open("/notifications").sees("Chi bộ mong tin đồng chí");
        member.open("/my-away").look().press("Tôi vẫn ổn").sees("Chi bộ đã nhận tin").look();
        cell.open("/away").sees("Vẫn liên lạc");

        nightsUntil("2027-02-26");
        member.go("/my-away")
                .type("help", "Cần giấy xác nhận để con nhập học ở nơi đến.")
                .type("words", "Vẫn làm ở xưởng may.")
                .press("Gửi chi bộ")
                .sees("Câu trả lời ở trang này", "Cần giấy xác nhận");
        cell.open("/").sees("Đảng viên đi xa cần giúp");
        cell.open("/away").sees("Cần giúp").follow(XA);
        cell.look().press("Nhận việc này").sees("Quàng Thị Thư").press("Trả lời");
        cell.sees("Ghi câu trả lời").look();
        cell.page
                .locator("main textarea[name^='answer-']")
                .fill("Đã gửi giấy xác nhận qua bưu điện ngày 26/02.");
        cell.press("Trả lời").sees("Đã gửi giấy xác nhận qua bưu điện").look();
        member.open("/").sees("Chi bộ đã trả lời điều đồng chí cần giúp");
        member.go("/my-away").sees("Đã gửi giấy xác nhận qua bưu điện").look();

        nightsUntil("2027-03-29");
        cell.go("/away").sees("Đã nhắn hỏi thăm");
        charge.open("/").doesNotSee("nhờ chi ủy viên gọi");
        nightsUntil("2027-04-28");
        cell.go("/away").sees("Nhờ chi ủy viên gọi");
        charge.open("/").sees("Lâu chưa có tin, nhờ chi ủy viên gọi");
        cell.open("/notifications").sees("nhờ chi ủy viên gọi hỏi thăm");
        nightsUntil("2027-05-28");
        cell.open("/").sees("Lâu chưa có tin, chi bộ xem xét");
        cell.go("/away").sees("Chi bộ xem xét, hỏi thăm gia đình").look();
        cell.open("/notifications").sees("đề nghị chi bộ xem xét");
        assertThat(
                        count(
                                "select count(*) from screening.case_file where member_id = ?",
                                members.get(XA)))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from screening.lapse where member_id = ?",
                                members.get(XA)))
                .isZero();
        agreesWithARecountOfTimesAway();

        charge.go("/away").follow(XA);
        charge.look()
                .type("words", "Chuyển ca đêm, mất điện thoại; vẫn khỏe.")
                .press("Ghi cuộc gọi")
                .sees("mất điện thoại")
                .look();
        charge.open("/").doesNotSee("nhờ chi ủy viên gọi");
        cell.go("/away").sees("Vẫn liên lạc");
        agreesWithARecountOfTimesAway();
    }

    @Test
    @Order(5)
    void reviews_that_nobody_held_are_late_and_the_committee_above_hears_of_it()
            throws SQLException {
        Walker ward = people.get("ward");
        ward.open("/").sees("Kiểm điểm nhiệm vụ quá hạn ở chi bộ");
        ward.open("/notifications").sees("Chi bộ chậm kiểm điểm nhiệm vụ");
        agreesWithARecountOfTasks();
        assertThat(lateReviews()).isEqualTo(4);

        Walker cell = people.get("cell");
        cell.open("/").sees("Kiểm điểm nhiệm vụ đã quá hạn");
        cell.open("/assignments/reviews?which=late").look();
        for (long left = lateReviews(); left > 0; left--) {
            cell.go("/assignments/reviews?which=late").sees("Quá hạn");
            cell.page.locator("main table.list a.name").first().click();
            review(cell, "Chậm", "Giữ phân công", "Chi ủy kiểm điểm muộn, việc vẫn làm đều.");
        }
        assertThat(lateReviews()).isZero();
        cell.go("/assignments/reviews?which=late").sees("Không có việc nào cần kiểm điểm");
        cell.open("/assignments/reviews?which=done").look();
        agreesWithARecountOfTasks();
    }

    @Test
    @Order(6)
    void a_change_of_post_puts_up_the_tasks_of_this_person_alone_with_a_successor()
            throws SQLException {
        Walker office = people.get("office");
        office.open("/members/" + members.get(NHA));
        office.go(office.path() + "/edit")
                .type("post", "Phó trưởng phòng")
                .press("Lưu hồ sơ")
                .sees("Phó trưởng phòng");

        Walker cell = people.get("cell");
        cell.open("/notifications").sees("Đảng viên có thay đổi: 1 phân công cần xem lại");
        cell.go("/assignments/reviews?which=changed").sees(NHA, "Chức vụ thay đổi");
        cell.doesNotSee(GAN).look().follow(NHA);
        cell.sees("Nếu thay, có thể đề nghị", THAY).look();
        assertThat(reviewsFor("POST")).isEqualTo(1);
        String review = cell.path();
        cell.follow("Mở nhiệm vụ để đề nghị");
        assertThat(
                        cell.page
                                .locator("tr")
                                .filter(new Locator.FilterOptions().setHasText(THAY))
                                .locator("input[type=radio]")
                                .isChecked())
                .isTrue();
        propose(THAY, "Thay đồng chí Nhà vừa nhận chức vụ mới", "01/06/2027");
        cell.go(review);
        review(cell, "", "Thôi phân công", "Đồng chí nhận chức vụ mới, chi bộ cảm ơn.");
        people.get("thay").open("/my-tasks").press("Tôi nhận nhiệm vụ").sees("Đã nhận nhiệm vụ");
        people.get("nha").go("/my-tasks").sees("Đã thôi", "chi bộ cảm ơn").look();
        cell.go("/assignments/reviews?which=changed").sees("Không có việc nào cần kiểm điểm");
        agreesWithARecountOfTasks();
    }

    @Test
    @Order(7)
    void another_goes_away_by_word_of_mouth_and_her_task_is_put_up_too() throws SQLException {
        clock.moveTo("2027-06-10");
        Walker cell = people.get("cell");
        cell.open("/away/applications/new");
        cell.choose("member", GAN)
                .answer("way", "báo cáo trực tiếp")
                .type("givenOn", "09/06/2027")
                .choose("ground", "Làm việc đơn lẻ ở nơi xa")
                .answer("extent", "Giảm")
                .type("place", "Xã Đồi Thử, Lâm Đồng")
                .type("since", "15/06/2027")
                .type("until", "15/12/2027")
                .press("Ghi đơn")
                .sees("Đã ghi đơn")
                .press("Ghi ý kiến chi ủy")
                .sees("Đã ghi ý kiến chi ủy");
        agreesWithARecountOfTimesAway();
        cell.type("number", "15-NQ/CB")
                .type("votesFor", "10")
                .type("votesAgainst", "1")
                .press("Ghi nghị quyết");
        people.get("ward").go("/away/applications?part=OPEN").follow(GAN);
        people.get("ward").type("number", "21-QĐ/ĐU").press("Ghi quyết định").sees("21-QĐ/ĐU");
        cell.go("/assignments/reviews?which=changed").sees(GAN, "Tình trạng đảng viên thay đổi");

        nightsUntil("2027-06-16");
        cell.go("/members/" + members.get(GAN)).sees("Đi làm ăn xa");
        cell.go("/assignments/coverage").sees("Đang có nhiệm vụ nhưng không làm được", GAN).look();
        cell.go("/assignments/reviews?which=changed").doesNotSee(THAY).follow(GAN);
        cell.sees("Tình trạng đảng viên thay đổi", "Nếu thay, có thể đề nghị", NHA).look();
        review(cell, "", "Thôi phân công", "Đồng chí đi làm xa.");
        people.get("ward").open("/away").sees(XA, GAN);
        agreesWithARecountOfTasks();
        agreesWithARecountOfTimesAway();
    }

    @Test
    @Order(8)
    void one_comes_back_by_her_own_word_the_other_when_the_time_is_over() throws SQLException {
        nightsUntil("2027-07-20");
        Walker gan = people.get("gan");
        gan.go("/my-away")
                .type("backOn", "20/07/2027")
                .press("Gửi chi bộ")
                .sees("Chi bộ đã nhận tin");
        Walker cell = people.get("cell");
        cell.open("/").sees("Đảng viên báo đã về");
        cell.go("/away").sees("báo về ngày 20/07/2027").follow(GAN);
        cell.look().follow("Ghi ngày trở lại");
        cell.press("Ghi đã trở lại").sees("Đã ghi đồng chí trở lại").look();
        cell.go("/members/" + members.get(GAN)).sees("Đảng viên chính thức");
        gan.go("/my-away").sees("trở lại 20/07/2027").look();

        Walker member = people.get("member");
        member.go("/my-away").press("Tôi vẫn ổn");
        nightsUntil("2027-08-27");
        member.open("/notifications").look();
        assertThat(member.page.getByText("sắp hết; đi tiếp thì gửi đơn gia hạn").count())
                .isEqualTo(3);
        cell.open("/").sees("Thời gian giảm, miễn hết trong 30 ngày");
        member.go("/my-away").follow("Gửi đơn gia hạn");
        assertThat(member.typed("since")).isEqualTo("01/09/2027");
        agreesWithARecountOfTimesAway();

        nightsUntil("2027-09-01");
        member.open("/members/me").sees("Đảng viên chính thức");
        member.go("/my-away").sees("Đã hết thời gian").doesNotSee("Tôi vẫn ổn").look();
        cell.go("/away").sees("Không có đảng viên nào đang đi xa").look();
        cell.go("/members/" + members.get(XA)).sees("Đảng viên chính thức");
        agreesWithARecountOfTimesAway();
    }

    @Test
    @Order(9)
    void the_year_ends_and_every_figure_agrees() throws SQLException {
        nightsUntil("2027-12-20");
        agreesWithARecountOfTimesAway();
        agreesWithARecountOfTasks();
        people.get("ward").go("/away/statistics").look();
        people.get("cell").open("/away/statistics").open("/assignments/coverage");
        people.get("ward").go("/assignments/coverage").look();
        people.get("ward").open("/away/applications?part=OVER").sees(XA, GAN).look();
    }

    private Walker enter(
            Holders holders, String key, String name, Role role, int unit, boolean phone) {
        String user = holders.holder(name, role, unit, members.get(name)).userName();
        Walker walker = phone ? Walker.onPhone(chromium, port) : Walker.atDesk(chromium, port);
        walker.go("/sign-in")
                .type("username", user)
                .type("password", Holders.PASSWORD)
                .press("Đăng nhập");
        people.put(key, walker);
        return walker;
    }

    private void member(
            Holders holders,
            String name,
            int work,
            @Nullable Integer residence,
            @Nullable String expertise,
            @Nullable String ready)
            throws SQLException {
        UUID id = holders.member(name, work);
        members.put(name, id);
        run(
                """
                update member.member
                   set birth = date '1970-04-12', birth_precision = 'DAY', admitted = date '2005-05-19',
                       official = date '2006-05-19', phone = '0601234567', res_no = ?,
                       expertise = ?, ready_to_help = ?
                 where id = ?
                """,
                residence,
                expertise,
                ready,
                id);
        run(
                "insert into member.placement (id, member_id, unit_no, valid) values (?, ?, ?, '[2020-01-01,)')",
                Ids.next(),
                id,
                work);
    }

    /** Nights pass; a missed one is made up by the next, so that one of seven is enough. */
    private void nightsUntil(String day) {
        LocalDate last = LocalDate.parse(day);
        for (LocalDate next = LocalDate.now(clock).plusDays(7);
                next.isBefore(last);
                next = next.plusDays(7)) {
            clock.moveTo(next.toString());
            night();
        }
        clock.moveTo(day);
        night();
    }

    private void night() {
        Map<String, RecurringTask<?>> jobs = new HashMap<>();
        for (RecurringTask<?> job : program.getBeansOfType(RecurringTask.class).values()) {
            jobs.put(job.getName(), job);
        }
        for (String name : NIGHT) {
            Objects.requireNonNull(jobs.get(name), name).executeRecurringly(null, null);
        }
    }

    /** The secretary writes a task down. */
    private void task(
            String title,
            String field,
            String area,
            int households,
            String cycle,
            int hours,
            String expertise) {
        people.get("cell")
                .go("/tasks/new")
                .type("title", title)
                .choose("field", field)
                .type("area", area)
                .type("households", Integer.toString(households))
                .type("product", "Mỗi kỳ một báo cáo ngắn với chi bộ")
                .type("responsibility", "Trước chi bộ về địa bàn được giao")
                .type("authority", "Tự sắp xếp thời gian; việc lớn báo chi ủy")
                .type("since", "01/01/2027")
                .type("basisNumber", "02-QC/CB")
                .type("basisOn", "15/12/2026")
                .answer("cycle", cycle)
                .type("hours", Integer.toString(hours))
                .type("expertise", expertise)
                .press("Lưu nhiệm vụ")
                .sees(title, "Đề nghị phân công");
    }

    /** The secretary proposes somebody for the task of this page. */
    private void propose(String name, String reason, String since) {
        Walker cell = people.get("cell");
        pick(cell, name);
        cell.type("reason", reason)
                .type("since", since)
                .press("Đề nghị phân công")
                .sees("Chờ đảng viên trả lời");
    }

    private static void pick(Walker walker, String words) {
        walker.page
                .locator("main label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + words)))
                .first()
                .click();
    }

    /** The figures of a page's first list of facts. */
    private static Map<String, String> facts(Walker walker) {
        Map<String, String> out = new HashMap<>();
        List<String> keys = walker.page.locator("main dl.facts dt").allInnerTexts();
        List<String> values = walker.page.locator("main dl.facts dd").allInnerTexts();
        for (int i = 0; i < keys.size(); i++) {
            out.put(keys.get(i).strip(), values.get(i).strip());
        }
        return out;
    }

    /** The rows of the first table under this heading. */
    private static List<List<String>> rows(Walker walker, String heading) {
        List<List<String>> out = new ArrayList<>();
        for (Locator row :
                walker.page
                        .locator("main section.sheet")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHas(
                                                walker.page.locator(
                                                        "h2:text-is('" + heading + "')")))
                        .locator("tbody tr")
                        .all()) {
            out.add(row.locator("td").allInnerTexts().stream().map(String::strip).toList());
        }
        return out;
    }

    /** What the ward reads of this cell's tasks is what stands in the tables, counted anew. */
    private void agreesWithARecountOfTasks() throws SQLException {
        LocalDate today = LocalDate.now(clock);
        Walker ward = people.get("ward");
        ward.open("/assignments/coverage").follow("Chi bộ Tổ dân phố 7");
        String open =
                " from assignment.task t where t.unit_no = ? and t.closed_on is null and coalesce(t.until, 'infinity') >= ?";
        String held =
                " exists (select from assignment.assignment a where a.task_id = t.id and a.ended_on is null"
                        + " and a.state in ('PROPOSED', 'ADJUSTMENT_ASKED', 'ACCEPTED')"
                        + " and coalesce(a.until, 'infinity') >= ?)";
        String able =
                " from member.member m where (m.work_no = ? or m.res_no = ?) and m.status in ('OFFICIAL', 'PROBATIONARY')";
        String busy =
                " and exists (select from assignment.assignment a where a.member_id = m.id and a.unit_no = ?"
                        + " and a.state in ('PROPOSED', 'ADJUSTMENT_ASKED', 'ACCEPTED')"
                        + " and coalesce(a.until, 'infinity') >= ?)";
        long tasks = count("select count(*)" + open, CELL, today);
        long taken = count("select count(*)" + open + " and" + held, CELL, today, today);
        long households = count("select coalesce(sum(t.households), 0)" + open, CELL, today);
        long cared =
                count(
                        "select coalesce(sum(t.households), 0)" + open + " and" + held,
                        CELL,
                        today,
                        today);
        long working = count("select count(*)" + able, CELL, CELL);
        long with = count("select count(*)" + able + busy, CELL, CELL, CELL, today);
        long late = lateReviews();
        assertThat(facts(ward))
                .as("%s", today)
                .containsEntry("Nhiệm vụ", tasks + ", chưa có người: " + (tasks - taken))
                .containsEntry(
                        "Hộ phụ trách", households + ", chưa có người: " + (households - cared))
                .containsEntry(
                        "Đảng viên làm được việc",
                        working + ", chưa có nhiệm vụ: " + (working - with) + ", quá tải: 0")
                .containsEntry("Kiểm điểm quá hạn", late == 0 ? "không có" : late + " phân công");
    }

    private long lateReviews() throws SQLException {
        return count(
                "select count(*) from assignment.review r where r.unit_no = ? and r.reviewed_on is null and r.due_on < ?",
                CELL,
                LocalDate.now(clock));
    }

    private long reviewsFor(String cause) throws SQLException {
        return count("select count(*) from assignment.review r where r.cause = ?", cause);
    }

    /** Each figure of the ward's statistics is what stands in the tables, counted anew. */
    private void agreesWithARecountOfTimesAway() throws SQLException {
        LocalDate today = LocalDate.now(clock);
        LocalDate year = today.withDayOfYear(1);
        LocalDate silentSince = today.minusMonths(3);
        Walker ward = people.get("ward");
        ward.open("/away/statistics");
        List<List<String>> expected = new ArrayList<>();
        for (Map.Entry<String, String> ground : GROUNDS.entrySet()) {
            String key = ground.getKey();
            String of = "select count(*) from away.application a where a.ground = ? and ";
            String now = "a.granted and lower(a.valid) <= ? and upper(a.valid) > ?";
            if (count(of + "a.state <> 'WITHDRAWN'", key) == 0) {
                continue;
            }
            List<String> row = new ArrayList<>();
            row.add(ground.getValue());
            for (long figure :
                    List.of(
                            count(of + now + " and a.extent = 'FULL'", key, today, today),
                            count(of + now + " and a.extent = 'REDUCED'", key, today, today),
                            count(of + "a.state in ('SUBMITTED', 'SUPPORTED', 'RESOLVED')", key),
                            count(of + "a.state = 'DECIDED' and a.decided_on >= ?", key, year),
                            count(
                                    of + now + " and upper(a.valid) - 1 - ? <= 60",
                                    key,
                                    today,
                                    today,
                                    today),
                            count(of + "a.returned_on between ? and ?", key, year, today),
                            count(
                                    of
                                            + now
                                            + " and lower(a.valid) <= ? and not exists (select from away.check_in i where i.member_id = a.member_id and i.on_day > ?)",
                                    key,
                                    today,
                                    today,
                                    silentSince,
                                    silentSince))) {
                row.add(Long.toString(figure));
            }
            expected.add(row);
        }
        assertThat(rows(ward, "Tất cả"))
                .as("%s", today)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows(ward, "Từng tổ chức"))
                .as("%s", today)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream()
                                .map(row -> {
                                    List<String> cells =
                                            new ArrayList<>(
                                                    row.stream()
                                                            .map(f -> f.equals("0") ? "" : f)
                                                            .toList());
                                    cells.addFirst("Chi bộ Tổ dân phố 7");
                                    return cells;
                                })
                                .toList());
    }

    /** The secretary records a review on its page. */
    private static void review(Walker cell, String result, String outcome, String words) {
        if (!result.isEmpty()) {
            cell.answer("result", result);
        }
        cell.answer("outcome", outcome)
                .type("words", words)
                .press("Ghi kiểm điểm")
                .sees("Đã ghi kiểm điểm");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private Connection owner() throws SQLException {
        Environment settings = program.getEnvironment();
        return DriverManager.getConnection(
                settings.getRequiredProperty("ganbo.database.url"),
                "owner",
                settings.getRequiredProperty("ganbo.database.owner.password"));
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        try (Connection owner = owner();
                PreparedStatement statement = prepared(owner, sql, values)) {
            statement.execute();
        }
    }

    private long count(String sql, @Nullable Object... values) throws SQLException {
        try (Connection owner = owner();
                PreparedStatement statement = prepared(owner, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static PreparedStatement prepared(
            Connection owner, String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = owner.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
