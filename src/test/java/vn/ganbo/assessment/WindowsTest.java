package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Units;

/** A window closes at the end of its day; the superior opens it once more, with a reason. */
@ProductTest
class WindowsTest {
    @Autowired ApplicationContext context;
    @Autowired Windows windows;
    @Autowired WindowStore store;
    @Autowired Requests requests;
    @Autowired FrontOpinions front;
    @Autowired FrontOpinionStore frontStore;
    @Autowired EvidenceQueries evidence;

    @LocalServerPort int port;

    private Ward ward;
    private List<UUID> people;
    private Viewer province;

    @BeforeEach
    void a_round_whose_windows_closed_yesterday() {
        ward = new Ward(context);
        people = ward.registered("Quách Văn Hạn");
        ward.open();
        ward.fill(people);
        ward.meet(people);
        province = ward.world.viewer(Role.ANALYST, ward.world.province, ward.world.base + 999);
        World.run(
                "update assessment.round set comment_due = ?::date, confirm_due = ?::date,"
                        + " returned_due = ?::date, request_due = ?::date, meeting_due = ?::date"
                        + " where unit_no = ?",
                yesterday(),
                yesterday(),
                yesterday(),
                yesterday(),
                yesterday(),
                ward.world.ward);
    }

    private String yesterday() {
        return ward.today().minusDays(1).toString();
    }

    private UUID grant(Viewer viewer, int unitNo, RoundWindow window, String because) {
        UUID unit = ward.bean(Units.class).require(Scope.system("test"), unitNo).id();
        return viewer.call(() ->
                windows.grant(
                        viewer,
                        new Windows.Grant(unit, window, ward.year(), ward.today(), because)));
    }

    @Test
    void each_step_after_its_day_waits_for_the_superior() {
        assertThatThrownBy(() -> ward.sign(people))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("assessment.window-closed");

        grant(ward.office, ward.world.cell1, RoundWindow.COMMENT, "Chi bộ bận bầu cử.");
        ward.sign(people);

        assertThatThrownBy(() -> ward.confirm(people))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("assessment.window-closed");
        grant(province, ward.world.ward, RoundWindow.CONFIRMATION, "Phường mới sáp nhập.");
        ward.confirm(people);

        assertThatThrownBy(() -> ward.giveOut(people))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("assessment.window-closed");
        grant(province, ward.world.ward, RoundWindow.RETURN, "Phường mới sáp nhập.");
        ward.giveOut(people);

        assertThat(ward.cell.call(() -> store.list(ward.cell.scope())))
                .singleElement()
                .extracting(WindowStore.Line::because)
                .isEqualTo("Chi bộ bận bầu cử.");
        assertThat(ward.facts("assessment.window-reopened", ward.world.ward)).isEqualTo(1);
    }

    @Test
    void nobody_opens_a_window_for_himself_and_no_window_without_a_reason() {
        assertThatThrownBy(() ->
                        grant(ward.cell, ward.world.cell1, RoundWindow.COMMENT, "Xin thêm ngày."))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        grant(ward.office, ward.world.ward, RoundWindow.COMMENT, "Xin thêm ngày."))
                .isInstanceOf(Problems.class);
        assertThatThrownBy(() ->
                        grant(ward.office, ward.world.cell1, RoundWindow.RETURN, "Xin thêm ngày."))
                .isInstanceOf(Problems.class);
        assertThatThrownBy(() -> grant(ward.office, ward.world.cell1, RoundWindow.COMMENT, " "))
                .isInstanceOf(Problems.class);
    }

    @Test
    void a_late_request_for_the_round_is_left_out_with_the_day_one_for_another_purpose_is_sent() {
        Requests.Ask yearly =
                new Requests.Ask(
                        RequestPurpose.ASSESSMENT, ward.year(), ward.today().plusDays(5), null);
        assertThatThrownBy(() ->
                        ward.work.call(
                                () -> requests.ask(ward.work, people, yearly, Ward.SECRETARY)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("assessment.nobody-to-ask");

        grant(province, ward.world.workplace, RoundWindow.REQUEST, "Đơn vị mới thành lập.");

        assertThat(
                        ward.work
                                .call(() -> requests.ask(ward.work, people, yearly, Ward.SECRETARY))
                                .requests())
                .hasSize(1);
        assertThat(
                        ward.work
                                .call(() ->
                                        requests.ask(
                                                ward.work,
                                                people,
                                                new Requests.Ask(
                                                        RequestPurpose.REWARD,
                                                        ward.year(),
                                                        ward.today().plusDays(5),
                                                        null),
                                                Ward.SECRETARY))
                                .requests())
                .hasSize(1);
    }

    @Test
    void what_the_people_say_stands_beside_the_slip_until_the_minutes_are_taken_back() {
        LocalDate on = ward.today();
        UUID minutes =
                ward.cell.call(() ->
                        front.record(
                                ward.cell,
                                new FrontOpinions.Minutes(
                                        on,
                                        "Bế Thị Chủ Trì",
                                        "Trưởng ban công tác Mặt trận",
                                        12,
                                        List.of(
                                                new FrontOpinions.Opinion(
                                                        people.getFirst(),
                                                        "Nhiệt tình với việc chung của tổ."),
                                                new FrontOpinions.Opinion(
                                                        null, "Mong đảng viên dự họp dân đều.")))));
        assertThat(known()).contains("Nhiệt tình với việc chung của tổ.");
        assertThat(ward.work.call(() -> frontStore.list(ward.work.scope(), null))).isEmpty();
        assertThatThrownBy(() ->
                        ward.cell.call(() ->
                                front.record(
                                        ward.cell,
                                        new FrontOpinions.Minutes(
                                                on,
                                                "Bế Thị Chủ Trì",
                                                "Trưởng ban",
                                                12,
                                                List.of(
                                                        new FrontOpinions.Opinion(
                                                                UUID.randomUUID(), "Lạ."))))))
                .isInstanceOf(NotFound.class);

        ward.cell.scope().run(() -> front.withdraw(ward.cell, minutes, "Ghi nhầm tổ."));

        assertThat(known()).doesNotContain("Nhiệt tình với việc chung của tổ.");
    }

    @Test
    void the_slip_says_why_it_cannot_be_signed_within_five_statements() {
        Visitor secretary = new Visitor(port);
        secretary.signIn(
                new Holders(context)
                        .holder(
                                "Vi Thị Bí Thư",
                                Role.RESIDENCE_CELL_SECRETARY,
                                ward.world.cell1,
                                null)
                        .userName(),
                Holders.PASSWORD);
        String page = "/comments/" + ward.slips(people).getFirst().id();

        assertThat(secretary.get(page).text())
                .contains("Đã hết hạn")
                .contains("Đảng ủy xã, phường");
        assertThat(PageStatements.of(secretary, page)).hasSizeBetween(1, 5);

        grant(ward.office, ward.world.cell1, RoundWindow.COMMENT, "Chi bộ bận bầu cử.");
        assertThat(secretary.get(page).text()).doesNotContain("Đã hết hạn");
        assertThat(secretary.get("/rounds/exceptions").text()).contains("Chi bộ bận bầu cử.");
    }

    @Test
    void a_year_that_no_round_has_is_asked_for_again_and_the_reason_stays() {
        Visitor office = new Visitor(port);
        office.signIn(
                new Holders(context)
                        .holder("Lường Thị Năm Nào", Role.RESIDENCE_OFFICE, ward.world.ward)
                        .userName(),
                Holders.PASSWORD);
        UUID cell = ward.bean(Units.class).require(Scope.system("test"), ward.world.cell1).id();
        for (String year : List.of("0", "1999", "١٢", "20266", "")) {
            office.get("/rounds/exceptions");
            Visitor.Page again =
                    office.post(
                            "/rounds/exceptions",
                            "unit",
                            cell.toString(),
                            "window",
                            "COMMENT",
                            "year",
                            year,
                            "until",
                            ward.today().toString(),
                            "because",
                            "Chi bộ bận bầu cử " + year + ".");
            assertThat(again.status()).as(year).isEqualTo(422);
            assertThat(again.text())
                    .as(year)
                    .contains("không phải một năm từ 2000 đến 2100", "Chi bộ bận bầu cử " + year);
        }
    }

    private String known() {
        return ward.cell.call(() ->
                evidence.of(
                                ward.cell,
                                people.getFirst(),
                                ward.year(),
                                ward.bean(vn.ganbo.regulation.Rulebooks.class).on(ward.today()))
                        .lines()
                        .toString());
    }
}
