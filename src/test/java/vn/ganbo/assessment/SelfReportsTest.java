package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Rulebooks;

/** The person speaks first: the own report of the year, theirs until it is sent. */
@ProductTest
class SelfReportsTest {
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private Ward ward;

    @BeforeEach
    void another() {
        ward = new Ward(context);
    }

    private Visitor visitor(Role role, int unit, @Nullable UUID member) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder("Người Báo", role, unit, member).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    private Visitor secretary() {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context)
                        .holder("Bí Thư Đọc", Role.RESIDENCE_CELL_SECRETARY, ward.world.cell1, null)
                        .userName(),
                Holders.PASSWORD);
        return visitor;
    }

    @Test
    void a_round_asks_its_people_on_their_desk_until_they_have_reported() {
        List<UUID> people = ward.registered("Tẩn Thị Nhắc");
        Visitor self = visitor(Role.MEMBER, ward.world.workCell, people.getFirst());
        Visitor stranger =
                visitor(Role.MEMBER, ward.world.workCell, ward.world.member("Tẩn Văn Ngoài Sổ"));
        assertThat(self.get("/").text()).doesNotContain("Tự báo cáo với chi ủy");
        LocalDate day = ward.today();
        ward.office.call(() ->
                ward.bean(Rounds.class)
                        .open(
                                ward.office,
                                ward.year(),
                                new Rounds.Due(day, day, day, null, day.minusDays(1), null)));

        assertThat(self.get("/").text()).contains("Tự báo cáo với chi ủy");
        assertThat(stranger.get("/").text()).doesNotContain("Tự báo cáo với chi ủy");
        assertThat(self.get("/my-report").text())
                .contains("Ngày nên gửi là " + Show.date(day.minusDays(1)), "vẫn gửi được");

        self.post("/my-report", "version", "0", "duty-2", "Dọn mương tổ 3.", "send", "1");
        assertThat(self.get("/").text()).doesNotContain("Tự báo cáo với chi ủy");
        self.get("/my-report");
        self.post("/my-report/withdrawal", "version", "1");
        assertThat(self.get("/").text()).contains("Tự báo cáo với chi ủy");
        World.run(
                "update assessment.round set meeting_due = ?::date, comment_due = ?::date where unit_no = ?",
                day.minusDays(1).toString(),
                day.minusDays(1).toString(),
                ward.world.ward);
        self.post("/my-report", "version", "2", "duty-2", "Dọn mương tổ 3.", "send", "1");
        self.get("/my-report");
        assertThat(self.post("/my-report/withdrawal", "version", "3").text()).contains("Đã rút về");
        assertThat(self.get("/").text())
                .as("the cells have signed")
                .doesNotContain("Tự báo cáo với chi ủy");
    }

    @Test
    void who_opens_late_proposes_no_day_that_has_passed() {
        LocalDate early = LocalDate.of(2026, 10, 1);
        LocalDate late = LocalDate.of(2026, 11, 23);

        assertThat(proposed(early).meeting()).isEqualTo(LocalDate.of(2026, 11, 20));
        Rounds.Due then = proposed(late);
        assertThat(then.meeting()).isEqualTo(then.comment()).isAfter(late);
        assertThat(then.report()).isEqualTo(then.meeting());
    }

    private Rounds.Due proposed(LocalDate today) {
        Clock on = Clock.fixed(today.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        Rounds rounds =
                new Rounds(
                        ward.bean(RoundStore.class),
                        ward.bean(Units.class),
                        ward.bean(Rulebooks.class),
                        ward.bean(Facts.class),
                        on);
        return ward.office.call(() -> rounds.proposed(ward.office, 2026));
    }

    @Test
    void people_report_before_the_cells_meet() {
        LocalDate day = ward.today();
        Visitor office = visitor(Role.RESIDENCE_OFFICE, ward.world.ward, null);
        office.get("/rounds/new");

        Visitor.Page late =
                office.post(
                        "/rounds",
                        "year",
                        Integer.toString(ward.year()),
                        "meeting",
                        day.toString(),
                        "comment",
                        day.toString(),
                        "returned",
                        day.toString(),
                        "report",
                        day.plusDays(1).toString());
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("Ngày tự báo cáo", "để chi ủy đọc trước");

        Visitor.Page opened =
                office.post(
                        "/rounds",
                        "year",
                        Integer.toString(ward.year()),
                        "meeting",
                        day.toString(),
                        "comment",
                        day.toString(),
                        "returned",
                        day.toString(),
                        "report",
                        day.toString());
        assertThat(opened.status()).isEqualTo(200);
        assertThat(office.get("/rounds").text())
                .contains("đảng viên tự báo cáo " + Show.shortDate(day), "gửi trả");
    }

    @Test
    void what_is_kept_is_read_by_the_cell_only_once_it_is_sent_and_can_be_taken_back() {
        List<UUID> people = ward.registered("Tẩn Thị Báo");
        ward.open();
        UUID slip = ward.slips(people).getFirst().id();
        Visitor self = visitor(Role.MEMBER, ward.world.workCell, people.getFirst());
        Visitor secretary = secretary();
        assertThat(self.get("/my-report").text()).contains("Gửi chi ủy nơi cư trú");

        self.post(
                "/my-report",
                "version",
                "0",
                "duty-2",
                "Vận động hai hộ phân loại rác.",
                "difficulty",
                "Hay trực đêm.");
        assertThat(self.get("/my-report").text()).contains("Vận động hai hộ phân loại rác.");
        assertThat(secretary.get("/comments/" + slip).text())
                .doesNotContain("phân loại rác", "lưu bản tự báo cáo");

        self.post(
                "/my-report",
                "version",
                "1",
                "duty-2",
                "Vận động ba hộ phân loại rác.",
                "difficulty",
                "Hay trực đêm.",
                "send",
                "1");
        assertThat(secretary.get("/comments/" + slip).text())
                .contains("Đảng viên tự báo cáo", "Vận động ba hộ phân loại rác.", "Hay trực đêm.");
        assertThat(PageStatements.of(secretary, "/comments/" + slip)).hasSizeBetween(1, 5);
        assertThat(PageStatements.of(self, "/my-report")).hasSizeBetween(1, 5);

        assertThat(self.get("/my-report").text()).contains("Rút về để sửa");
        self.post("/my-report/withdrawal", "version", "2");
        assertThat(secretary.get("/comments/" + slip).text()).doesNotContain("phân loại rác");
        assertThat(self.get("/my-report").text()).contains("Vận động ba hộ phân loại rác.");
    }

    @Test
    void what_the_cell_had_read_when_it_commented_is_not_taken_back() {
        List<UUID> people = ward.registered("Lịch Thị Đã Đọc", "Lịch Văn Gửi Muộn");
        Visitor person = visitor(Role.MEMBER, ward.world.workCell, people.getFirst());
        person.get("/my-report");
        person.post(
                "/my-report", "version", "0", "duty-1", "Vận động tổ 3 dọn mương.", "send", "1");
        ward.wholeWay(people);

        assertThat(person.get("/my-report").text())
                .contains("Chi ủy đã đọc bản này khi nhận xét")
                .doesNotContain("Rút về để sửa");
        assertThat(person.post("/my-report/withdrawal", "version", "1").status()).isEqualTo(409);
        Visitor late = visitor(Role.MEMBER, ward.world.workCell, people.getLast());
        assertThat(late.get("/my-report").text())
                .contains("Phiếu nhận xét năm nay đã gửi trả", "phiếu ấy giữ nguyên")
                .doesNotContain("chi ủy đọc khi nhận xét");
    }

    @Test
    void nothing_typed_is_lost_when_an_empty_or_an_old_report_is_sent() {
        List<UUID> people = ward.registered("Tẩn Văn Muộn");
        Visitor self = visitor(Role.MEMBER, ward.world.workCell, people.getFirst());
        self.get("/my-report");

        assertThat(
                        self.post(
                                        "/my-report",
                                        "version",
                                        "0",
                                        "difficulty",
                                        "Nhà xa nơi họp.",
                                        "send",
                                        "1")
                                .text())
                .contains("Cần ghi ít nhất một việc đã làm", "Nhà xa nơi họp.");
        self.get("/my-report");
        self.post("/my-report", "version", "0", "duty-1", "Bản một.");
        self.get("/my-report");

        assertThat(
                        self.post("/my-report", "version", "0", "duty-1", "Bản hai, từ máy khác.")
                                .text())
                .contains("Bản hai, từ máy khác.");
        assertThat(self.get("/my-report").text()).contains("Bản một.").doesNotContain("Bản hai");
    }

    @Test
    void who_stands_on_no_register_is_told_where_to_turn() {
        UUID nobody = ward.world.member("Tẩn Thị Chưa");
        Visitor self = visitor(Role.MEMBER, ward.world.workCell, nobody);

        assertThat(self.get("/my-report").text()).contains("chưa có trong sổ theo dõi");
        assertThat(self.post("/my-report", "version", "0", "duty-1", "Việc đã làm.").text())
                .contains("Chưa lưu được");
    }

    @Test
    void who_has_party_life_at_the_residence_is_not_sent_to_a_workplace() {
        UUID resident = ward.world.member("Tẩn Thị Hưu");
        World.run("update member.member set work_no = ? where id = ?", ward.world.cell1, resident);
        Visitor self = visitor(Role.MEMBER, ward.world.cell1, resident);

        assertThat(self.get("/my-report").text())
                .contains("không cần bản tự báo cáo này", "/my-review")
                .doesNotContain("nơi công tác");
        assertThat(self.post("/my-report", "version", "0", "duty-1", "Việc đã làm.").text())
                .contains("Chưa lưu: đồng chí sinh hoạt đảng ở chi bộ nơi cư trú");
    }

    @Test
    void what_the_register_knows_is_filled_in_and_what_it_does_not_know_is_left_open() {
        List<UUID> people = ward.registered("Tẩn Thị Dự");
        UUID meeting = Ids.next();
        Date held = Date.valueOf(ward.today());
        World.run(
                """
                insert into meeting.meeting
                       (unit_no, id, kind, title, planned_on, starts_at, place, agenda, state, invited_on,
                        held_on, rulebook, changed_at, changed_by)
                values (?, ?, 'PERIODIC', 'Kỳ họp thử', ?, time '19:30', 'Nhà văn hóa', 'Bàn việc', 'HELD',
                        ?, ?, '213-qd-tw/1', now(), 't')
                """,
                ward.world.cell1,
                meeting,
                held,
                held,
                held);
        World.run(
                """
                insert into meeting.attendance
                       (unit_no, work_no, meeting_id, member_id, contact_id, full_name, sort_key, work_name,
                        invited_on, mark, held_on, concluded_on, changed_at, changed_by)
                select c.unit_no, c.work_no, ?, c.member_id, c.id, c.full_name, c.sort_key, c.work_name,
                       ?, 'PRESENT', ?, ?, now(), 't'
                  from liaison.contact c
                 where c.member_id = ?
                   and upper_inf(c.valid)
                """,
                meeting,
                held,
                held,
                held,
                people.getFirst());
        Visitor self = visitor(Role.MEMBER, ward.world.workCell, people.getFirst());

        assertThat(self.get("/my-report").text())
                .contains("Dự 1/1 kỳ họp do nơi cư trú triệu tập", "Điền sẵn từ sổ");
    }

    @Test
    void an_old_report_goes_when_two_have_approved_and_this_years_stays() {
        List<UUID> people = ward.registered("Tẩn Văn Xưa", "Tẩn Văn Nay");
        Visitor self = new Visitor(port);
        for (UUID person : people) {
            self = visitor(Role.MEMBER, ward.world.workCell, person);
            self.get("/my-report");
            self.post("/my-report", "version", "0", "duty-2", "Dọn vệ sinh.", "send", "1");
        }
        World.run(
                "update assessment.self_report set year = 2015 where member_id = ?",
                people.getFirst());
        Visitor first = visitor(Role.ADMINISTRATOR, ward.world.province, null);
        Visitor second = visitor(Role.ADMINISTRATOR, ward.world.province, null);

        first.get("/disposals");
        assertThat(first.post("/disposals", "kind", "self-reports").text()).contains("1 bản ghi");
        String page = second.get("/disposals").text();
        String path = page.substring(page.indexOf("/disposals/"), page.indexOf("/approval"));
        assertThat(second.post(path + "/approval").text()).contains("Đã làm xong với 1 bản ghi");
        assertThat(self.get("/my-report").text()).contains("Dọn vệ sinh.");
    }

    @Test
    void a_report_follows_the_record_that_goes_on_when_two_records_of_one_person_become_one() {
        List<UUID> people = ward.registered("Tẩn Thị Gộp");
        UUID kept = people.getFirst();
        UUID gone = ward.world.member("Tẩn Thị Gộp Cũ");
        ward.open();
        UUID slip = ward.slips(people).getFirst().id();
        World.run(
                """
                insert into assessment.self_report
                       (unit_no, id, member_id, year, state, duties, sent_on, rulebook, changed_at,
                        changed_by)
                values (?, ?, ?, ?, 'SENT', '{"2": "Làm sạch bãi rác đầu ngõ."}', ?::date,
                        '213-qd-tw/1', now(), 'thử')
                """,
                ward.world.cell1,
                Ids.next(),
                gone,
                ward.year(),
                ward.today().toString());
        Visitor self = visitor(Role.MEMBER, ward.world.workCell, kept);
        Visitor secretary = secretary();
        assertThat(self.get("/my-report").text()).doesNotContain("Làm sạch bãi rác");
        assertThat(secretary.get("/comments/" + slip).text()).doesNotContain("Làm sạch bãi rác");

        World.run(
                """
                insert into member.merge (id, kept_id, gone_id, gone_work_no, gone_name, gone_unit,
                                          took_personal_id, reason, merged_at, merged_by)
                values (?, ?, ?, ?, 'Tẩn Thị Gộp Cũ', 'Chi bộ Phòng Một', false, 'thử',
                        timestamptz '2026-01-01', 'thử')
                """,
                Ids.next(),
                kept,
                gone,
                ward.world.workCell);
        World.run("update member.member set work_no = null where id = ?", gone);

        assertThat(self.get("/my-report").text()).contains("Làm sạch bãi rác", "Rút về để sửa");
        assertThat(secretary.get("/comments/" + slip).text())
                .contains("Đảng viên tự báo cáo", "Làm sạch bãi rác");
        UUID other = ward.registered("Tẩn Văn Ngoài").getFirst();
        assertThat(visitor(Role.MEMBER, ward.world.workCell, other).get("/my-report").text())
                .doesNotContain("Làm sạch bãi rác");

        self.get("/my-report");
        self.post("/my-report/withdrawal", "version", "1");
        assertThat(secretary.get("/comments/" + slip).text()).doesNotContain("Làm sạch bãi rác");
        String version = self.get("/my-report").hidden("version");
        self.post("/my-report", "version", version, "duty-2", "Làm sạch hai bãi rác.", "send", "1");
        assertThat(secretary.get("/comments/" + slip).text()).contains("Làm sạch hai bãi rác.");
    }

    @Test
    void the_report_is_printed_as_sent_or_with_room_for_a_pen() throws java.io.IOException {
        List<UUID> people = ward.registered("Tẩn Thị In");
        Visitor self = visitor(Role.MEMBER, ward.world.workCell, people.getFirst());
        assertThat(self.get("/my-report").text()).contains("In ra giấy");

        assertThat(printed(self))
                .contains("BẢN TỰ BÁO CÁO NĂM " + ward.year())
                .contains("ĐẢNG BỘ PHƯỜNG BẾN THỬ", "CHI BỘ TỔ DÂN PHỐ 1", "NGƯỜI BÁO CÁO")
                .doesNotContain("Không ghi");
        try (var sheet = org.apache.pdfbox.Loader.loadPDF(self.download("/my-report/paper"))) {
            assertThat(sheet.getNumberOfPages()).as("the signature stands on it").isEqualTo(1);
        }
        self.get("/my-report");
        self.post("/my-report", "version", "0", "duty-2", "Vận động hai hộ.", "send", "1");
        assertThat(printed(self)).contains("Vận động hai hộ.", "Không ghi.");

        UUID nowhere = ward.world.member("Tẩn Thị Chưa");
        assertThat(
                        visitor(Role.MEMBER, ward.world.workCell, nowhere)
                                .get("/my-report/paper")
                                .status())
                .isEqualTo(404);
        assertThat(secretary().get("/my-report/paper").status()).isEqualTo(404);
    }

    private static String printed(Visitor self) throws java.io.IOException {
        try (var document = org.apache.pdfbox.Loader.loadPDF(self.download("/my-report/paper"))) {
            return new org.apache.pdfbox.text.PDFTextStripper()
                    .getText(document)
                    .replaceAll("\\s+", " ");
        }
    }
}
