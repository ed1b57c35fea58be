package vn.ganbo.meeting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.document.PrintLayout;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** The pages as an office without JavaScript uses them. */
@ProductTest
class MeetingPagesTest {
    private static final Pattern FIELD = Pattern.compile("name=\"(m\\.[^\"]+)\" value=\"PRESENT\"");

    @Autowired ApplicationContext context;
    @Autowired Clock clock;
    @Autowired InvitationPaperPages invitations;
    @LocalServerPort int port;

    private World world;
    private Neighbours neighbours;
    private Holders holders;
    private Visitor secretary;

    @BeforeEach
    void another() {
        world = new World();
        neighbours = new Neighbours(world);
        holders = new Holders(context);
        secretary = visitor(Role.RESIDENCE_CELL_SECRETARY, world.cell1);
    }

    private Visitor visitor(Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(holders.holder("Vi Thị Thử", role, unit).userName(), Holders.PASSWORD);
        return visitor;
    }

    private Visitor member(UUID member) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                holders.holder("Đảng Viên Thử", Role.MEMBER, world.workCell, member).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    /** Plans a meeting and invites; returns its path. */
    private String invited(LocalDate on) {
        secretary.get("/meetings/new");
        Visitor.Page planned =
                secretary.post(
                        "/meetings",
                        "kind",
                        "PERIODIC",
                        "title",
                        "Sinh hoạt cuối năm",
                        "plannedOn",
                        on.toString(),
                        "startsAt",
                        "19:30",
                        "place",
                        "Nhà văn hóa",
                        "agenda",
                        "Thông báo\nXin ý kiến");
        assertThat(planned.status()).isEqualTo(200);
        Visitor.Page sent = secretary.post(planned.path() + "/invitations", "version", "1");
        assertThat(sent.text()).contains("Đã mời");
        return planned.path();
    }

    private static List<String> fields(Visitor.Page roll) {
        List<String> names = new ArrayList<>();
        Matcher found = FIELD.matcher(roll.text());
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private static String[] all(List<String> names, String mark) {
        List<String> pairs = new ArrayList<>();
        for (String name : names) {
            pairs.add(name);
            pairs.add(mark);
        }
        pairs.add("then");
        pairs.add("done");
        return pairs.toArray(String[]::new);
    }

    @Test
    void a_plan_with_faults_comes_back_with_everything_typed() {
        secretary.get("/meetings/new");

        Visitor.Page page =
                secretary.post(
                        "/meetings",
                        "kind",
                        "OTHER",
                        "title",
                        "Chuyên đề nước sạch",
                        "plannedOn",
                        "2026-02-30",
                        "startsAt",
                        "",
                        "place",
                        "",
                        "agenda",
                        "Bàn về nước sạch");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Chuyên đề nước sạch")
                .contains("2026-02-30")
                .contains("không phải là ngày có thật")
                .contains("Cần ghi giờ họp")
                .contains("Cần ghi nơi họp");
    }

    @Test
    void two_hundred_people_stand_on_one_page_and_are_marked_at_once() {
        neighbours.manyInCell(200);
        String meeting = invited(LocalDate.now(clock));

        Visitor.Page roll = secretary.get(meeting + "/attendance");
        List<String> names = fields(roll);
        Visitor.Page saved = secretary.post(meeting + "/attendance", all(names, "PRESENT"));

        assertThat(names).hasSize(200);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.path()).isEqualTo(meeting);
        assertThat(saved.text()).contains("Đã lưu 200 mục điểm danh");
    }

    @Test
    void a_mark_that_another_clerk_changed_comes_back_with_both_and_nothing_is_half_saved() {
        neighbours.inCell("Hà Thị Trùng");
        neighbours.inCell("Hà Thị Riêng");
        String meeting = invited(LocalDate.now(clock));
        List<String> names = fields(secretary.get(meeting + "/attendance"));
        Visitor other = visitor(Role.RESIDENCE_CELL_SECRETARY, world.cell1);
        other.get(meeting + "/attendance");
        other.post(meeting + "/attendance", names.getFirst(), "PRESENT", "then", "done");

        Visitor.Page page = secretary.post(meeting + "/attendance", all(names, "ABSENT"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Người khác vừa ghi “Có mặt”").contains("Vi Thị Thử");
        Visitor.Page again = secretary.post(meeting + "/attendance", all(fields(page), "ABSENT"));
        assertThat(again.text()).contains("Đã lưu 2 mục điểm danh");
    }

    @Test
    void a_name_is_found_without_diacritics_and_without_javascript() {
        neighbours.inCell("Nguyễn Thị Ánh");
        neighbours.inCell("Phạm Quốc Đạt");
        String meeting = invited(LocalDate.now(clock));
        secretary.get(meeting + "/attendance");

        Visitor.Page page =
                secretary.post(meeting + "/attendance", "q", "quoc dat", "then", "find");

        assertThat(page.text()).contains("Phạm Quốc Đạt").doesNotContain("Nguyễn Thị Ánh");

        // what no name is, pasted by mistake, makes no address that no browser may ask for
        Visitor.Page pasted =
                secretary.post(meeting + "/attendance", "q", "😀".repeat(3000), "then", "find");
        assertThat(pasted.status()).isEqualTo(200);
    }

    @Test
    void from_the_closed_roll_the_absent_are_asked_and_the_answer_is_decided() {
        UUID absent = neighbours.inCell("Lò Thị Vắng");
        String meeting = invited(LocalDate.now(clock));
        List<String> names = fields(secretary.get(meeting + "/attendance"));
        Visitor.Page marked = secretary.post(meeting + "/attendance", all(names, "ABSENT"));
        Visitor.Page closed =
                secretary.post(meeting + "/closing", "version", marked.hidden("version"));
        assertThat(closed.text()).contains("Đã chốt điểm danh");
        assertThat(secretary.get(meeting + "/absences").text())
                .contains("Vắng, chưa hỏi lý do")
                .doesNotContain("Vắng không phép");

        Visitor.Page asked = secretary.post(meeting + "/questions");
        assertThat(asked.text()).contains("Đang hỏi lý do");
        Visitor me = member(absent);
        Visitor.Page mine = me.get("/my-meetings");
        assertThat(mine.text()).contains("hạn trả lời hết ngày");
        Visitor.Page answered =
                me.post(
                        "/my-meetings" + meeting.replace("/meetings", "") + "/answer",
                        "version",
                        mine.hidden("version"),
                        "answer",
                        "Trực bệnh viện");
        assertThat(answered.text()).contains("Đã gửi lý do");

        Visitor.Page waiting = secretary.get(meeting + "/absences");
        assertThat(waiting.text()).contains("Trực bệnh viện").contains("chờ xem lý do");
        Visitor.Page decided =
                secretary.post(
                        meeting + "/absences/" + absent + "/decision",
                        "version",
                        waiting.hidden("version"),
                        "accepted",
                        "true");
        assertThat(decided.text()).contains("Vắng có phép");
    }

    @Test
    void
            a_member_is_asked_on_the_desk_until_the_last_day_and_may_answer_late_without_being_pressed() {
        UUID absent = neighbours.inCell("Lò Thị Muộn");
        String meeting = invited(LocalDate.now(clock));
        List<String> names = fields(secretary.get(meeting + "/attendance"));
        Visitor.Page marked = secretary.post(meeting + "/attendance", all(names, "ABSENT"));
        secretary.post(meeting + "/closing", "version", marked.hidden("version"));
        secretary.post(meeting + "/questions");
        Visitor me = member(absent);
        assertThat(me.get("/").text()).contains("Chi bộ hỏi lý do vắng");
        World.run(
                "update meeting.attendance set asked_on = asked_on - 30, answer_due = answer_due - 30 where member_id = ?",
                absent);

        Viewer night = Viewer.system("conclude absences");
        assertThat(night.call(() -> context.getBean(Absences.class).conclude(night))).isPositive();

        assertThat(me.get("/").text()).doesNotContain("Chi bộ hỏi lý do vắng");
        assertThat(me.get("/my-meetings").text()).contains("Đã quá hạn", "Gửi lý do");
    }

    @Test
    void the_invited_member_replies_and_leave_needs_a_reason() {
        UUID busy = neighbours.inCell("Phạm Thị Bận");
        String meeting = invited(LocalDate.now(clock).plusDays(3));
        String reply = "/my-meetings" + meeting.replace("/meetings", "") + "/reply";
        Visitor me = member(busy);
        assertThat(me.get("/my-meetings").text()).contains("Chờ trả lời");

        assertThat(me.post(reply, "reply", "LEAVE", "reason", "").status()).isEqualTo(422);
        assertThat(me.post(reply, "reply", "LEAVE", "reason", "Đi công tác").text())
                .contains("Đã xin vắng");

        assertThat(secretary.get(meeting + "/attendance").text()).contains("Đi công tác");
        assertThat(me.get(meeting).status()).isNotEqualTo(200);
    }

    @Test
    void an_auditor_reads_and_is_offered_nothing_to_do() {
        neighbours.inCell("Lê Thị Đọc");
        String meeting = invited(LocalDate.now(clock));
        Visitor auditor = visitor(Role.AUDITOR, world.ward);

        assertThat(auditor.get("/meetings").text())
                .contains("Sinh hoạt cuối năm")
                .doesNotContain("Lên kế hoạch cuộc họp");
        assertThat(auditor.get(meeting).text())
                .doesNotContain("Chốt điểm danh")
                .doesNotContain("Hủy cuộc họp");
        assertThat(auditor.get(meeting + "/attendance").text()).doesNotContain("type=\"radio\"");
        assertThat(auditor.post(meeting + "/questions").status()).isGreaterThanOrEqualTo(403);
    }

    @Test
    void every_other_page_can_be_opened() throws Exception {
        neighbours.inGroup("Trần Văn Mở");
        String meeting = invited(LocalDate.now(clock).plusDays(1));

        for (String page :
                List.of(
                        "/meetings",
                        meeting,
                        meeting + "/edit",
                        meeting + "/opinions",
                        meeting + "/absences")) {
            assertThat(secretary.get(page).status()).as(page).isEqualTo(200);
        }
        assertThat(secretary.get(meeting + "/invitations").text())
                .contains("In giấy mời có số", "Trần Văn Mở");
        Viewer cell = world.cellSecretary();
        UUID id = UUID.fromString(meeting.substring(meeting.lastIndexOf('/') + 1));
        byte[] pdf =
                requireNonNull(
                        cell.call(() -> invitations.print(cell, id, null, PrintLayout.A4))
                                .getBody());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("GIẤY MỜI", "01-GM/CB", "Trần Văn Mở");
        }
        Visitor.Page said =
                secretary.post(
                        meeting + "/opinions",
                        "member",
                        "",
                        "topic",
                        "SECURITY",
                        "body",
                        "Đèn đường ngõ 12 hỏng");
        assertThat(said.text())
                .contains("Đèn đường ngõ 12 hỏng")
                .contains("Nhân dân, qua Mặt trận");
        assertThat(visitor(Role.GROUP_LEADER, world.group1).get(meeting + "/attendance").text())
                .contains("Trần Văn Mở");
        assertThat(visitor(Role.RESIDENCE_OFFICE, world.otherWard).get(meeting).status())
                .isEqualTo(404);
    }
}
