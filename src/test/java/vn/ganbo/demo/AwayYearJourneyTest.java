package vn.ganbo.demo;

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
import java.util.regex.Matcher;
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
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import vn.ganbo.access.Holders;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.journey.Chromium;
import vn.ganbo.journey.Story;
import vn.ganbo.journey.Walker;
import vn.ganbo.kernel.Role;
import vn.ganbo.regulation.AwayBook;
import vn.ganbo.regulation.AwayRules;

/**
 * One year of a residential cell of the demonstration: a member who works far away, another who
 * goes later, and its tasks, from the application to the figures. Everybody is one of its people,
 * and its clock is moved on.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.level.root=warn",
            "ganbo.demo=true",
            "ganbo.demo.members=150",
            "ganbo.data=target/away-year-data"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AwayYearJourneyTest {
    private static final int CELL_OF_WARD = 4;
    private static final String CELL_NAME = "Chi bộ Tổ dân phố " + CELL_OF_WARD;

    /** The cell and its groups. */
    private static final String PLACES =
            " (select u.unit_no from organisation.unit_period u where u.unit_no = ? or (u.parent_no = ? and u.kind = 'GROUP'))";

    private static final String WATCH = "Nắm tình hình ngõ 12";
    private static final String CLEAN = "Giữ sạch ngõ 9, ngõ 10";
    private static final String TEACH = "Giúp người cao tuổi dùng dịch vụ công";

    /** What a night does, in its order. */
    private static final List<String> NIGHT =
            List.of("settle-times-away", "review-tasks", "remind-of-times-away", "tell-of-silence");

    @Autowired DemoClock clock;
    @Autowired ApplicationContext program;
    @Autowired AwayRules rules;
    @LocalServerPort int port;

    private final Map<String, Walker> people = new HashMap<>();
    private final Map<String, Person> persons = new HashMap<>();
    private Chromium chromium;
    private int ward;
    private int cell;
    private String away = "";
    private String later = "";
    private String helper = "";
    private String here = "";
    private String skill = "";
    private String successor = "";
    @RegisterExtension final Story story = new Story();

    /** Whom the cell can give tasks; {@code work} is the unit of Party life. */
    private record Person(UUID id, String fullName, int work) {}

    @BeforeAll
    void the_fourth_cell_of_the_ward_and_four_of_its_people() throws SQLException {
        moveTo("2026-12-28");
        chromium = Chromium.start();
        cell = unit(DemoSheets.HOA_BAN.cell(CELL_OF_WARD));
        ward = unit(DemoSheets.HOA_BAN.code());
        List<Person> own = persons("m.work_no = ?", cell);
        List<Person> contacts =
                persons(
                        "m.work_no <> ? and m.id not in (select e.member_id from member.exemption e) and m.res_no in"
                                + PLACES,
                        cell,
                        cell,
                        cell);
        Person skilled =
                persons("m.work_no = ? and m.expertise is not null", cell).stream()
                        .findFirst()
                        .orElseThrow();
        skill = text("select m.expertise from member.member m where m.id = ?", skilled.id());
        helper = skilled.fullName();
        List<String> others =
                own.stream().map(Person::fullName).filter(name -> !name.equals(helper)).toList();
        away = others.get(0);
        later = others.get(1);
        here = contacts.getFirst().fullName();
        own.forEach(one -> persons.put(one.fullName(), one));
        contacts.forEach(one -> persons.put(one.fullName(), one));

        member("member", away);
        member("gan", later);
        member("thay", helper);
        member("nha", here);
        holds("cell", "Bí thư " + CELL_NAME, true);
        holds("charge", "Chi ủy viên " + CELL_NAME, true);
        holds("ward", "Văn phòng Đảng ủy phường Hoa Ban", false);
        holds(
                "office",
                "Văn phòng "
                        + text(
                                """
                                select replace(a.name, 'Đảng bộ', 'Đảng ủy')
                                  from organisation.unit_period c
                                  join organisation.unit_period a on a.unit_no = c.parent_no
                                 where c.unit_no = ?
                                """,
                                person(here).work()),
                false);
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
        Walker member = who("member");
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

        Walker cell = who("cell");
        cell.open("/").open("/away/applications").follow(away);
        cell.sees("Làm việc lưu động").press("Ghi ý kiến chi ủy").sees("Đã ghi ý kiến chi ủy");
        moveTo("2026-12-29");
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

        moveTo("2026-12-30");
        Walker ward = who("ward");
        ward.open("/").open("/away/applications?part=OPEN").follow(away);
        ward.press("Ghi quyết định").sees("Đã ghi quyết định", "Mở văn bản").look();
        assertThat(text(ward.paper("Mở văn bản")))
                .contains("QUYẾT ĐỊNH", away, "đến hết 31/08/2027")
                .contains("Căn cứ Nghị quyết số 12-NQ/CB ngày ");
        ward.go("/away/applications?part=LATER").sees(away);
        member.open("/my-away").sees("Đã có quyết định");
        member.look();
    }

    @Test
    @Order(2)
    void three_tasks_are_written_down_and_given_to_who_is_here() throws SQLException {
        nightsUntil("2027-01-04");
        Walker cell = who("cell");
        cell.open("/members/" + person(away).id()).sees("Được miễn công tác và sinh hoạt đảng");
        cell.open("/tasks").open("/tasks/new");
        cell.type("title", WATCH).press("Lưu nhiệm vụ").sees("Chọn lĩnh vực").look();
        task(WATCH, "An ninh, trật tự", "Ngõ 12", 40, "Hằng tháng", 6, "");
        cell.unfold("đồng chí khác").look().sees("Chưa có người", away, "Được miễn công tác");
        assertThat(
                        cell.page
                                .locator("tr")
                                .filter(new Locator.FilterOptions().setHasText(away))
                                .locator("input[type=radio]")
                                .count())
                .isZero();
        propose(here, "Nhà ở đầu ngõ 12", "04/01/2027");
        cell.look();
        task(CLEAN, "Môi trường, mỹ quan", "Ngõ 9, ngõ 10", 30, "Hằng quý", 8, "");
        propose(later, "Ở ngõ 9, có thời gian buổi sáng", "04/01/2027");
        task(TEACH, "Văn hóa, giáo dục", "Cả tổ", 70, "Hằng tháng", 5, skill);
        cell.sees("hợp chuyên môn");

        who("nha")
                .open("/")
                .open("/my-tasks")
                .sees(WATCH, "Nhà ở đầu ngõ 12")
                .press("Tôi nhận nhiệm vụ")
                .sees("Đã nhận nhiệm vụ", "Đang làm")
                .look();
        Walker gan = who("gan");
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
        cell.open("/assignments?state=ADJUSTMENT_ASKED").follow(later);
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

        cell.open("/assignments/coverage").sees("Bao quát nhiệm vụ", TEACH, helper);
        assertThat(facts(cell))
                .containsEntry("Nhiệm vụ", "3, chưa có người: 1")
                .containsEntry("Hộ phụ trách", "140, chưa có người: 70");
        cell.open("/assignments/papers").sees("2 phân công đã nhận chưa có quyết định");
        who("thay")
                .open("/my-plan")
                .type("targets", "Giúp 20 cụ dùng được dịch vụ công")
                .type("measures", "Mỗi thứ bảy một buổi ở nhà văn hóa")
                .press("Gửi chi bộ")
                .sees("Đã gửi chi bộ");
        cell.open("/plans").sees(helper, "Giúp 20 cụ dùng được dịch vụ công");
        agreesWithARecountOfTasks();
    }

    @Test
    @Order(3)
    void the_first_month_is_reported_on_the_phone_and_reviewed() throws SQLException {
        nightsUntil("2027-02-01");
        who("nha")
                .open("/")
                .sees("Nhiệm vụ cần tự báo cáo")
                .go("/my-tasks")
                .sees("Báo cáo: " + WATCH)
                .look()
                .type("words", "Đã đi từng nhà trong ngõ, lắp thêm hai đèn.")
                .press("Gửi báo cáo")
                .sees("Đã gửi báo cáo")
                .look();
        Walker cell = who("cell");
        cell.open("/").sees("Nhiệm vụ đến kỳ kiểm điểm");
        cell.open("/assignments/reviews").sees("đã tự báo cáo").doesNotSee(later).follow(here);
        cell.sees("lắp thêm hai đèn").press("Ghi kiểm điểm").sees("Chọn kết quả của kỳ này").look();
        review(cell, "Vượt yêu cầu", "Giữ phân công", "");
        who("nha").open("/my-tasks").sees("Chi ủy đã kiểm điểm", "Vượt yêu cầu").look();
        agreesWithARecountOfTasks();
    }

    @Test
    @Order(4)
    void a_tap_a_request_for_help_then_silence_up_the_ladder() throws SQLException {
        Walker member = who("member");
        Walker cell = who("cell");
        Walker charge = who("charge");
        cell.open("/away").sees(away, "Đã nhắn hỏi thăm");
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
        cell.open("/away").sees("Cần giúp").follow(away);
        cell.look().follow("Giao thành nhiệm vụ");
        cell.press("Giao nhiệm vụ").sees("Chọn người giúp", "Ghi điều người giúp cần biết").look();
        cell.choose("person", helper)
                .type("what", "Lấy giấy xác nhận ở phường, gửi bưu điện cho đồng chí.")
                .type("until", "05/03/2027")
                .press("Giao nhiệm vụ")
                .sees("Đã giao thành nhiệm vụ", helper, "Chờ đảng viên trả lời")
                .look();
        who("thay")
                .open("/my-tasks")
                .sees("Giúp đồng chí " + away, "Lấy giấy xác nhận ở phường")
                .press("Tôi nhận nhiệm vụ")
                .sees("Đã nhận nhiệm vụ");
        member.go("/my-away").sees("Đang giúp", helper);
        cell.go("/away").follow(away);
        cell.press("Trả lời").sees("Ghi câu trả lời").look();
        cell.page
                .locator("main textarea[name^='answer-']")
                .fill("Đã gửi giấy xác nhận qua bưu điện ngày 26/02.");
        cell.press("Trả lời").sees("Đã gửi giấy xác nhận qua bưu điện").look();
        member.open("/").sees("Chi bộ đã trả lời điều đồng chí cần giúp");
        member.go("/my-away").sees("Đã gửi giấy xác nhận qua bưu điện").look();
        nightsUntil("2027-03-01");
        cell.go("/assignments/reviews").follow(helper);
        review(cell, "Đúng hạn", "Thôi phân công", "Đã giúp xong, chi bộ cảm ơn.");
        cell.go("/away").follow(away);
        cell.sees("Đã thôi; kiểm điểm 01/03/2027: Đúng hạn").look();

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
                                person(away).id()))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from screening.lapse where member_id = ?",
                                person(away).id()))
                .isZero();
        agreesWithARecountOfTimesAway();

        charge.go("/away").follow(away);
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
        Walker ward = who("ward");
        ward.open("/").sees("Kiểm điểm nhiệm vụ quá hạn ở chi bộ");
        ward.open("/notifications").sees("Chi bộ chậm kiểm điểm nhiệm vụ");
        agreesWithARecountOfTasks();
        assertThat(lateReviews()).isEqualTo(4);

        Walker cell = who("cell");
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
        Walker office = who("office");
        office.open("/members/" + person(here).id());
        office.go(office.path() + "/edit")
                .type("post", "Phó trưởng phòng")
                .press("Lưu hồ sơ")
                .sees("Phó trưởng phòng");

        Walker cell = who("cell");
        cell.open("/notifications").sees("Đảng viên có thay đổi: 1 phân công cần xem lại");
        cell.go("/assignments/reviews?which=changed").sees(here, "Chức vụ thay đổi");
        cell.doesNotSee(later).look().follow(here);
        cell.look();
        successor = suggested(cell);
        assertThat(reviewsFor("POST")).isEqualTo(1);
        String review = cell.path();
        cell.follow("Mở nhiệm vụ để đề nghị");
        assertThat(
                        cell.page
                                .locator("tr")
                                .filter(new Locator.FilterOptions().setHasText(successor))
                                .locator("input[type=radio]")
                                .isChecked())
                .isTrue();
        propose(successor, "Thay người vừa nhận chức vụ mới", "01/06/2027");
        cell.go(review);
        review(cell, "", "Thôi phân công", "Đồng chí nhận chức vụ mới, chi bộ cảm ơn.");
        member("successor", successor)
                .open("/my-tasks")
                .press("Tôi nhận nhiệm vụ")
                .sees("Đã nhận nhiệm vụ");
        who("nha").go("/my-tasks").sees("Đã thôi", "chi bộ cảm ơn").look();
        cell.go("/assignments/reviews?which=changed").sees("Không có việc nào cần kiểm điểm");
        agreesWithARecountOfTasks();
    }

    @Test
    @Order(7)
    void another_goes_away_by_word_of_mouth_and_her_task_is_put_up_too() throws SQLException {
        moveTo("2027-06-10");
        Walker cell = who("cell");
        cell.open("/away/applications/new");
        cell.choose("member", later)
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
        who("ward").go("/away/applications?part=OPEN").follow(later);
        who("ward").type("number", "21-QĐ/ĐU").press("Ghi quyết định").sees("21-QĐ/ĐU");
        cell.go("/assignments/reviews?which=changed").sees(later, "Tình trạng đảng viên thay đổi");

        nightsUntil("2027-06-16");
        cell.go("/members/" + person(later).id()).sees("Đi làm ăn xa");
        cell.go("/assignments/coverage")
                .sees("Đang có nhiệm vụ nhưng không làm được", later)
                .look();
        cell.go("/assignments/reviews?which=changed").doesNotSee(successor).follow(later);
        cell.sees("Tình trạng đảng viên thay đổi").look();
        assertThat(suggested(cell)).isNotEqualTo(later);
        review(cell, "", "Thôi phân công", "Đồng chí đi làm xa.");
        who("ward").open("/away").sees(away, later);
        agreesWithARecountOfTasks();
        agreesWithARecountOfTimesAway();
    }

    @Test
    @Order(8)
    void who_falls_ill_says_so_on_the_phone_and_the_cell_lightens_the_task() throws SQLException {
        nightsUntil("2027-07-05");
        Walker person = who("successor");
        person.open("/my-tasks")
                .unfold("Khó làm tiếp")
                .press("Báo chi bộ")
                .sees("còn làm được đến đâu")
                .look();
        person.page
                .locator("main textarea[id^='hard-']")
                .fill("Đang điều trị, chỉ làm được đến hết tháng 9.");
        person.press("Báo chi bộ").sees("Đã báo chi bộ", "Đảng viên báo khó làm tiếp").look();
        Walker cell = who("cell");
        cell.go("/notifications").sees("Đảng viên có thay đổi: 1 phân công cần xem lại");
        cell.go("/assignments/reviews?which=changed").follow(successor);
        cell.sees("Đảng viên báo khó làm tiếp", "Đang điều trị").look();
        assertThat(suggested(cell)).isNotEqualTo(successor);
        cell.type("until", "30/09/2027");
        review(cell, "", "Điều chỉnh", "Chi bộ đồng ý, chúc đồng chí chóng khỏe.");
        person.go("/my-tasks")
                .sees("đến hết ngày 30/09/2027", "chúc đồng chí chóng khỏe")
                .press("Tôi nhận nhiệm vụ")
                .sees("Đã nhận nhiệm vụ");
        who("thay")
                .go("/my-plan")
                .type("half", "Đã giúp 11 cụ, còn thiếu máy.")
                .press("Gửi chi bộ")
                .sees("Đã gửi chi bộ");
        cell.go("/plans").sees("Đã giúp 11 cụ");
        agreesWithARecountOfTasks();
    }

    @Test
    @Order(9)
    void one_comes_back_by_her_own_word_the_other_when_the_time_is_over() throws SQLException {
        nightsUntil("2027-07-20");
        Walker gan = who("gan");
        gan.go("/my-away")
                .type("backOn", "20/07/2027")
                .press("Gửi chi bộ")
                .sees("Chi bộ đã nhận tin");
        Walker cell = who("cell");
        cell.open("/").sees("Đảng viên báo đã về");
        cell.go("/away").sees("báo về ngày 20/07/2027").follow(later);
        cell.look().follow("Ghi ngày trở lại");
        cell.press("Ghi đã trở lại").sees("Đã ghi đồng chí trở lại").look();
        cell.go("/members/" + person(later).id()).sees("Đảng viên chính thức");
        gan.go("/my-away").sees("trở lại 20/07/2027").look();

        Walker member = who("member");
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
        cell.go("/members/" + person(away).id()).sees("Đảng viên chính thức");
        agreesWithARecountOfTimesAway();
    }

    @Test
    @Order(10)
    void the_year_ends_and_every_figure_agrees() throws SQLException {
        nightsUntil("2027-12-20");
        agreesWithARecountOfTimesAway();
        agreesWithARecountOfTasks();
        who("ward").go("/away/statistics").look();
        who("cell").open("/away/statistics").open("/assignments/coverage");
        who("ward").go("/assignments/coverage").look();
        who("ward").open("/away/applications?part=OVER").sees(away, later).look();
    }

    private Person person(String name) {
        return Objects.requireNonNull(persons.get(name), name);
    }

    private Walker who(String key) {
        return Objects.requireNonNull(people.get(key), key);
    }

    private Walker walker(String key, boolean phone) {
        Walker walker = phone ? Walker.onPhone(chromium, port) : Walker.atDesk(chromium, port);
        people.put(key, walker);
        return walker.go("/sign-in");
    }

    /** Whoever the demonstration offers for this office. */
    private void holds(String key, String title, boolean phone) {
        walker(key, phone).press(title);
    }

    /** A member of the cell signs in on the phone with an account of the own. */
    private Walker member(String key, String name) {
        Person one = person(name);
        String user =
                new Holders(program).holder(name, Role.MEMBER, one.work(), one.id()).userName();
        return walker(key, true)
                .type("username", user)
                .type("password", Holders.PASSWORD)
                .press("Đăng nhập");
    }

    private void moveTo(String day) {
        clock.standAt(LocalDate.parse(day).atTime(8, 0));
    }

    /** Whom the page of a review proposes instead. */
    private static String suggested(Walker walker) {
        Matcher name =
                Pattern.compile("có thể đề nghị (.+?) \\((?:chưa có|\\d+) việc")
                        .matcher(walker.page.locator("main").innerText());
        assertThat(name.find()).as(walker.page.url()).isTrue();
        return name.group(1);
    }

    private int unit(String code) throws SQLException {
        return (int) count("select unit_no from organisation.unit_period where code = ?", code);
    }

    /** Of those whose name nobody else in the ward has, the youngest first. */
    private List<Person> persons(String which, Object... values) throws SQLException {
        List<Person> out = new ArrayList<>();
        try (Connection owner = owner();
                PreparedStatement statement =
                        prepared(
                                owner,
                                "select m.id, m.full_name, m.work_no from member.member m where m.status = 'OFFICIAL'"
                                        + " and not exists (select from member.member o where o.full_name = m.full_name and o.id <> m.id)"
                                        + " and "
                                        + which
                                        + " order by m.birth desc, m.id",
                                values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                out.add(new Person(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)));
            }
        }
        return out;
    }

    /** Nights pass; a missed one is made up by the next, so that one of seven is enough. */
    private void nightsUntil(String day) {
        LocalDate last = LocalDate.parse(day);
        for (LocalDate next = LocalDate.now(clock).plusDays(7);
                next.isBefore(last);
                next = next.plusDays(7)) {
            moveTo(next.toString());
            night();
        }
        moveTo(day);
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
        who("cell")
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
        Walker cell = who("cell");
        if (!label(cell, name).isVisible()) {
            cell.unfold("đồng chí khác");
        }
        label(cell, name).click();
        cell.type("reason", reason)
                .type("since", since)
                .press("Đề nghị phân công")
                .sees("Chờ đảng viên trả lời");
    }

    private static Locator label(Walker walker, String words) {
        return walker.page
                .locator("main label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + words)))
                .first();
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
        Walker office = who("ward");
        office.open("/assignments/coverage").follow(CELL_NAME);
        String open =
                " from assignment.task t where t.unit_no = ? and t.closed_on is null and coalesce(t.until, 'infinity') >= ?";
        String held =
                " exists (select from assignment.assignment a where a.task_id = t.id and a.ended_on is null"
                        + " and a.state in ('PROPOSED', 'ADJUSTMENT_ASKED', 'ACCEPTED')"
                        + " and coalesce(a.until, 'infinity') >= ?)";
        String able =
                " from member.member m where m.status in ('OFFICIAL', 'PROBATIONARY') and (m.work_no = ? or (m.res_no in"
                        + PLACES
                        + " and not exists (select from member.exemption e where e.member_id = m.id and e.valid @> ?::date)))";
        String busy =
                " and exists (select from assignment.assignment a where a.member_id = m.id and a.unit_no = ?"
                        + " and a.state in ('PROPOSED', 'ADJUSTMENT_ASKED', 'ACCEPTED')"
                        + " and coalesce(a.until, 'infinity') >= ?)";
        long tasks = count("select count(*)" + open, cell, today);
        long taken = count("select count(*)" + open + " and" + held, cell, today, today);
        long households = count("select coalesce(sum(t.households), 0)" + open, cell, today);
        long cared =
                count(
                        "select coalesce(sum(t.households), 0)" + open + " and" + held,
                        cell,
                        today,
                        today);
        long working = count("select count(*)" + able, cell, cell, cell, today);
        long with = count("select count(*)" + able + busy, cell, cell, cell, today, cell, today);
        long late = lateReviews();
        assertThat(facts(office))
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
                cell,
                LocalDate.now(clock));
    }

    private long reviewsFor(String cause) throws SQLException {
        return count(
                "select count(*) from assignment.review r where r.cause = ? and r.unit_no = ?",
                cause,
                cell);
    }

    /** Each figure of the ward's statistics is what stands in the tables, counted anew. */
    private void agreesWithARecountOfTimesAway() throws SQLException {
        LocalDate today = LocalDate.now(clock);
        Walker office = who("ward");
        office.open("/away/statistics");
        assertThat(rows(office, "Tất cả"))
                .as("%s", today)
                .containsExactlyInAnyOrderElementsOf(
                        recounted(
                                today,
                                "a.work_no in (select u.unit_no from organisation.unit_period u where u.parent_no = ?)",
                                ward));
        assertThat(
                        rows(office, "Từng tổ chức").stream()
                                .filter(row -> row.getFirst().equals(CELL_NAME))
                                .map(row -> row.subList(1, row.size()))
                                .toList())
                .as("%s", today)
                .containsExactlyInAnyOrderElementsOf(
                        recounted(today, "a.work_no = ?", cell).stream()
                                .map(row -> row.stream().map(f -> f.equals("0") ? "" : f).toList())
                                .toList());
    }

    private List<List<String>> recounted(LocalDate today, String where, int unit)
            throws SQLException {
        LocalDate year = today.withDayOfYear(1);
        List<List<String>> out = new ArrayList<>();
        for (AwayBook.Ground ground : rules.on(today).grounds()) {
            String of =
                    "select count(*) from away.application a where a.state not in ('REFUSED', 'WITHDRAWN', 'LAPSED')"
                            + " and a.ground = ? and "
                            + where
                            + " and ";
            String key = ground.key();
            String now = "a.granted and a.valid @> ?::date";
            if (count(of + "true", key, unit) == 0) {
                continue;
            }
            List<String> row = new ArrayList<>();
            row.add(ground.brief());
            for (long figure :
                    List.of(
                            count(of + now + " and a.extent = 'FULL'", key, unit, today),
                            count(of + now + " and a.extent = 'REDUCED'", key, unit, today),
                            count(
                                    of
                                            + "not a.granted and a.state in ('SUBMITTED', 'SUPPORTED', 'RESOLVED')",
                                    key,
                                    unit),
                            count(
                                    of + "a.granted and coalesce(a.decided_on, a.resolved_on) >= ?",
                                    key,
                                    unit,
                                    year),
                            count(
                                    of + now + " and upper(a.valid) - 1 - ? <= 60",
                                    key,
                                    unit,
                                    today,
                                    today),
                            count(of + "a.returned_on between ? and ?", key, unit, year, today),
                            count(
                                    of
                                            + now
                                            + " and a.away and greatest(lower(a.valid), (select max(i.on_day) from away.check_in i where i.member_id = a.member_id)) + interval '3 months' <= ?",
                                    key,
                                    unit,
                                    today,
                                    today))) {
                row.add(Long.toString(figure));
            }
            out.add(row);
        }
        return out;
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

    private String text(String sql, Object... values) throws SQLException {
        try (Connection owner = owner();
                PreparedStatement statement = prepared(owner, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
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
