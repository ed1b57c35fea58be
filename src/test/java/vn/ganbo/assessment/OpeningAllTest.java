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
import vn.ganbo.access.LongWork;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** The province opens the rounds of all its wards at once; those that are open stay as they are. */
@ProductTest
class OpeningAllTest {
    @Autowired ApplicationContext context;
    @Autowired Rounds rounds;
    @Autowired RoundQueries board;
    @LocalServerPort int port;

    private Ward ward;
    private List<UUID> people;
    private Viewer province;

    @BeforeEach
    void a_province_with_two_wards() {
        ward = new Ward(context);
        people = ward.registered("Sùng Thị Đầu", "Sùng Văn Cuối");
        province = ward.world.viewer(Role.ANALYST, ward.world.province, ward.world.base + 999);
    }

    private Rounds.Due due() {
        LocalDate last = LocalDate.of(ward.year(), 12, 31);
        return new Rounds.Due(last, last, last);
    }

    @Test
    void every_ward_gets_its_round_in_one_act_and_is_told_so() {
        Rounds.Opened opened = province.call(() -> rounds.openAll(province, ward.year(), due()));

        assertThat(opened).isEqualTo(new Rounds.Opened(2, 2));
        assertThat(ward.slips(people)).hasSize(2);
        assertThat(ward.facts("assessment.round-opened-for", ward.world.province)).isEqualTo(2);
        Visitor office = new Visitor(port);
        office.signIn(
                new Holders(context)
                        .holder("Người Nhận", Role.RESIDENCE_OFFICE, ward.world.ward, null)
                        .userName(),
                Holders.PASSWORD);
        assertThat(office.get("/notifications").text())
                .contains("Mở đợt nhận xét năm %d ở phường Bến Thử: 2 phiếu".formatted(ward.year()))
                .doesNotContain("Đồi Thử");
        RoundQueries.Round own = board.round(ward.office.scope(), null).orElseThrow();
        assertThat(board.board(ward.office.scope(), own.id()))
                .extracting(RoundQueries.Cell::registered, RoundQueries.Cell::total)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, 2L),
                        org.assertj.core.groups.Tuple.tuple(0, 0L));
        assertThatThrownBy(() -> province.call(() -> rounds.openAll(province, ward.year(), due())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("assessment.rounds-exist");
    }

    @Test
    void a_round_that_is_open_keeps_its_days_and_its_slips() {
        UUID own = ward.open();
        LocalDate early = LocalDate.of(ward.year(), 12, 30);

        Rounds.Opened opened =
                province.call(() ->
                        rounds.openAll(province, ward.year(), new Rounds.Due(early, early, early)));

        assertThat(opened).isEqualTo(new Rounds.Opened(1, 0));
        RoundQueries.Round kept = board.round(ward.office.scope(), null).orElseThrow();
        assertThat(kept.id()).isEqualTo(own);
        assertThat(kept.returnedDue()).isEqualTo(LocalDate.of(ward.year(), 12, 31));
        assertThat(ward.slips(people)).hasSize(2);
    }

    private RoundRunStore.Run run(UUID id) {
        return ward.bean(RoundRunStore.class).one(province.scope(), id).orElseThrow();
    }

    private RoundRunStore.Run finished(UUID id) throws InterruptedException {
        for (int i = 0; i < 600 && run(id).running(); i++) {
            Thread.sleep(50);
        }
        return run(id);
    }

    @Test
    void a_long_opening_is_left_found_again_and_goes_on_after_a_restart()
            throws InterruptedException {
        Holders.Holder holder =
                new Holders(context).holder("Người Mở", Role.ANALYST, ward.world.province, null);
        RoundRuns runs = ward.bean(RoundRuns.class);
        UUID id = province.call(() -> runs.open(province, ward.year(), due()));
        assertThat(run(id).words()).isEqualTo("Đã mở đợt ở 0 / 2 xã, phường");
        Visitor analyst = new Visitor(port);
        analyst.signIn(holder.userName(), Holders.PASSWORD);
        assertThat(analyst.get("/rounds/wards").text())
                .contains("Đã mở đợt ở 0 / 2 xã, phường", "đang làm tiếp");
        assertThat(PageStatements.of(analyst, "/rounds/wards")).hasSizeBetween(1, 5);
        assertThat(analyst.get("/rounds/runs/" + id).text())
                .contains("phường Bến Thử", "chờ mở", "Có thể rời trang");

        assertThatThrownBy(() -> province.scope().run(() -> runs.goOn(province, id)))
                .isInstanceOf(Refusal.class);
        World.run(
                "update assessment.round_run set account_id = ?, office_id = ? where id = ?",
                holder.account(),
                holder.office(),
                id);
        ward.bean(LongWork.class).resume(runs);

        assertThat(finished(id).failed()).isNull();
        assertThat(run(id).words()).isEqualTo("Đã mở đợt ở 2 / 2 xã, phường");
        assertThat(ward.slips(people)).hasSize(2);
        assertThat(analyst.get("/rounds/runs/" + id).text()).contains("Đã xong", "đã mở");
    }

    @Test
    void what_stops_says_why_and_goes_on_when_somebody_says_so() throws InterruptedException {
        RoundRuns runs = ward.bean(RoundRuns.class);
        UUID id = province.call(() -> runs.open(province, ward.year(), due()));
        ward.bean(LongWork.class).resume(runs);
        assertThat(run(id).failed()).contains("khởi động lại", "giữ nguyên", "Bấm làm tiếp");
        Visitor analyst = new Visitor(port);
        analyst.signIn(
                new Holders(context)
                        .holder("Người Mở", Role.ANALYST, ward.world.province, null)
                        .userName(),
                Holders.PASSWORD);
        analyst.get("/rounds/runs/" + id);

        analyst.post("/rounds/runs/" + id + "/continuation");

        assertThat(finished(id).done()).isEqualTo(2);
        assertThat(ward.slips(people)).hasSize(2);
    }

    @Test
    void a_ward_that_ceased_meanwhile_holds_up_nobody() {
        RoundRuns runs = ward.bean(RoundRuns.class);
        UUID id = province.call(() -> runs.open(province, ward.year(), due()));
        World.run(
                "update organisation.unit_period set valid = daterange(lower(valid), ?) where unit_no = ?",
                ward.today().minusDays(1),
                ward.world.otherWard);

        int parts = 0;
        while (province.call(() -> runs.work(province, id, false))) {
            parts++;
            assertThat(parts).isLessThan(3);
        }

        assertThat(run(id).running()).isFalse();
        assertThat(run(id).words()).isEqualTo("Đã mở đợt ở 1 / 2 xã, phường");
        assertThat(ward.slips(people)).hasSize(2);
    }

    @Test
    void days_that_do_not_follow_each_other_open_nothing() {
        LocalDate last = LocalDate.of(ward.year(), 12, 31);

        assertThatThrownBy(() ->
                        province.call(() ->
                                rounds.openAll(
                                        province,
                                        ward.year(),
                                        new Rounds.Due(last, last.minusDays(1), last))))
                .isInstanceOf(Problems.class);
        assertThat(ward.slips(people)).isEmpty();
    }

    @Test
    void the_board_says_how_many_have_not_begun_and_opens_them() {
        Holders holders = new Holders(context);
        Visitor analyst = new Visitor(port);
        analyst.signIn(
                holders.holder("Người Xem", Role.ANALYST, ward.world.province, null).userName(),
                Holders.PASSWORD);
        assertThat(analyst.get("/rounds/wards").text())
                .contains("2 nơi chưa mở", "Mở đợt cho 2 xã, phường");
        assertThat(PageStatements.of(analyst, "/rounds/wards")).hasSizeBetween(1, 5);
        assertThat(analyst.get("/rounds/wards/new").text())
                .contains("Cho 2 xã, phường chưa mở", "Phường Bến Thử", "Xã Đồi Thử");

        Visitor.Page wrong =
                analyst.post(
                        "/rounds/wards",
                        "year",
                        Integer.toString(ward.year()),
                        "meeting",
                        "hôm nào",
                        "comment",
                        "30/12/" + ward.year(),
                        "returned",
                        "31/12/" + ward.year());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("hôm nào");

        Visitor.Page done =
                analyst.post(
                        "/rounds/wards",
                        "year",
                        Integer.toString(ward.year()),
                        "meeting",
                        "30/12/" + ward.year(),
                        "comment",
                        "30/12/" + ward.year(),
                        "returned",
                        "31/12/" + ward.year());
        assertThat(done.text())
                .contains("ở 2 xã, phường: 2 phiếu")
                .contains("0 / 2 phiếu đã trả")
                .doesNotContain("nơi chưa mở");
        Visitor office = new Visitor(port);
        office.signIn(
                holders.holder("Người Xem", Role.RESIDENCE_OFFICE, ward.world.ward, null)
                        .userName(),
                Holders.PASSWORD);
        assertThat(office.get("/rounds/wards/new").status()).isEqualTo(404);
        assertThat(office.get("/rounds").text()).contains("2 chưa soạn xong");
    }
}
