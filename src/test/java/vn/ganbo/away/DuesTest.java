package vn.ganbo.away;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
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
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.LeaveExtent;

/** Đảng phí by month, and figures by ground. */
@ProductTest
class DuesTest {
    @Autowired Dues acts;
    @Autowired DueStore store;
    @Autowired AwayApplications applications;
    @Autowired AwayStatistics statistics;
    @Autowired AwayContactStore contacts;
    @Autowired Clock clock;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private AwayWorld world;
    private UUID first;
    private UUID second;

    @BeforeEach
    void two_members_of_a_residential_cell() {
        world = new AwayWorld();
        first = world.member("Ngải Văn Phí");
        second = world.member("Ngải Thị Phí");
    }

    private YearMonth month() {
        return YearMonth.now(clock);
    }

    private List<DueStore.Row> year() {
        return world.secretary.call(
                () -> store.year(world.secretary.scope(), month().getYear(), null, null, 0));
    }

    private @Nullable DueMark mark(UUID member) {
        return year().stream()
                .filter(row -> row.id().equals(member))
                .findFirst()
                .orElseThrow()
                .mark(month().getMonthValue());
    }

    private void tap(UUID member, DueMark mark) {
        world.secretary.scope().run(() -> acts.mark(world.secretary, member, month(), mark));
    }

    @Test
    void a_second_tap_changes_the_mark_and_the_rest_is_paid_at_once() {
        tap(first, DueMark.PAID);
        tap(first, DueMark.UNPAID);
        assertThat(mark(first)).isEqualTo(DueMark.UNPAID);
        assertThat(mark(second)).isNull();

        int rest =
                world.secretary.call(
                        () -> acts.restHasPaid(world.secretary, world.world.cell1, month()));

        assertThat(rest).isEqualTo(1);
        assertThat(mark(first)).isEqualTo(DueMark.UNPAID);
        assertThat(mark(second)).isEqualTo(DueMark.PAID);
    }

    @Test
    void a_month_to_come_is_refused_and_nobody_marks_another_cell_or_himself() {
        assertThatThrownBy(() ->
                        world.secretary
                                .scope()
                                .run(() ->
                                        acts.mark(
                                                world.secretary,
                                                first,
                                                month().plusMonths(1),
                                                DueMark.PAID)))
                .isInstanceOf(Refusal.class);
        Viewer self = world.self(first);
        assertThatThrownBy(
                        () -> self.scope().run(() -> acts.mark(self, first, month(), DueMark.PAID)))
                .isInstanceOf(NotFound.class);
        Viewer neighbour =
                world.world.viewer(
                        Role.RESIDENCE_CELL_SECRETARY, world.world.cell2, world.world.cell2 + 9);
        neighbour.scope().run(() -> acts.mark(neighbour, first, month(), DueMark.PAID));
        assertThat(mark(first)).isNull();
        assertThatThrownBy(() ->
                        neighbour.call(
                                () -> acts.restHasPaid(neighbour, world.world.cell1, month())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_member_reads_the_own_row_alone() {
        tap(first, DueMark.REDUCED);
        Viewer self = world.self(first);
        List<DueStore.Row> mine = self.call(() -> store.mine(self.scope(), month().getYear()));
        assertThat(mine).hasSize(1);
        assertThat(mine.getFirst().mark(month().getMonthValue())).isEqualTo(DueMark.REDUCED);
    }

    @Test
    void figures_by_ground_agree_with_a_recount_of_the_list() {
        LocalDate today = LocalDate.now(clock);
        for (UUID member : List.of(first, second)) {
            Viewer self = world.self(member);
            UUID id =
                    self.call(() ->
                            applications.apply(
                                    self,
                                    AwayWorld.wish(
                                            "mobile-work",
                                            member.equals(first)
                                                    ? LeaveExtent.FULL
                                                    : LeaveExtent.REDUCED,
                                            today.minusDays(100),
                                            today.plusDays(30))));
            world.secretary.scope().run(() -> applications.support(world.secretary, id, 1, today));
            world.secretary
                    .scope()
                    .run(() ->
                            applications.resolve(
                                    world.secretary,
                                    id,
                                    2,
                                    new AwayApplications.Resolution("1-NQ/CB", today, 5, 0)));
            world.ward.scope().run(() -> applications.decide(world.ward, id, 3, "", today));
        }

        List<AwayStatistics.Figures> byCell =
                world.ward.call(() -> statistics.figures(world.ward.scope(), true, 3));
        List<AwayContact> list = world.ward.call(() -> contacts.list(world.ward.scope(), null, 0));

        AwayStatistics.Figures all = byCell.getFirst();
        assertThat(all.unitNo()).isNull();
        assertThat(all.exempt()).isEqualTo(1);
        assertThat(all.reduced()).isEqualTo(1);
        assertThat(all.decided()).isEqualTo(2);
        assertThat(all.ending()).isEqualTo(2);
        assertThat(all.exempt() + all.reduced()).isEqualTo(list.size());
        assertThat(all.silent())
                .isEqualTo(
                        list.stream()
                                .filter(one -> one.rung(List.of(1, 2, 3), today) == 3)
                                .count());
        assertThat(byCell).hasSize(2);
        assertThat(world.ward.call(() -> statistics.figures(world.ward.scope(), false, 3)))
                .last()
                .satisfies(one -> assertThat(one.unitName()).isEqualTo("Đảng bộ phường Bến Thử"));
    }

    @Test
    void the_pages_of_cell_ward_and_member() {
        Visitor cell = visitor("Ngải Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.world.cell1);
        Visitor analyst = visitor("Ngải Thị Tỉnh", Role.ANALYST, world.world.province);
        Visitor phone = new Visitor(port);
        phone.signIn(
                new Holders(context)
                        .holder("Ngải Văn Phí", Role.MEMBER, world.world.cell1, first)
                        .userName(),
                Holders.PASSWORD);
        assertThat(phone.get("/my-away").text())
                .as("nothing was recorded, nothing is said of months")
                .doesNotContain("Đảng phí năm");
        Visitor.Page page = cell.get("/dues");
        assertThat(page.text()).contains("Ngải Văn Phí", "Ghi đã đóng cho những đồng chí chưa ghi");
        Visitor.Page tapped =
                cell.post("/dues", "month", month().toString(), "tap", first + ".EXEMPT");
        assertThat(tapped.status()).as(tapped.text()).isEqualTo(200);
        assertThat(tapped.text()).contains("Được miễn");
        assertThat(phone.get("/my-away").text()).contains("Đảng phí năm", "Được miễn");
        assertThat(cell.post("/dues", "month", month().toString(), "tap", "rest").status())
                .isEqualTo(200);
        assertThat(cell.post("/dues", "month", "x", "tap", "rest").status()).isEqualTo(404);
        assertThat(cell.get("/dues?month=0").text()).contains("cuộn ngang");
        assertThat(new String(cell.download("/dues/export?as=csv&cell="), UTF_8))
                .contains("Ngải Văn Phí", "Được miễn");
        assertThat(analyst.get("/away/statistics?by=ABOVE").status()).isEqualTo(200);
        assertThat(PageStatements.of(cell, "/dues")).hasSizeLessThanOrEqualTo(5);
        assertThat(PageStatements.of(analyst, "/away/statistics")).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void cells_of_one_name_are_told_apart_by_what_they_belong_to() {
        LocalDate today = LocalDate.now(clock);
        UUID elsewhere = world.world.member("Ngải Thị Sở");
        for (UUID member : List.of(first, elsewhere)) {
            Viewer self = world.self(member);
            self.call(() ->
                    applications.apply(
                            self, AwayWorld.wish("age", LeaveExtent.REDUCED, today, null)));
        }
        Visitor analyst = visitor("Ngải Thị Tỉnh", Role.ANALYST, world.world.province);

        assertThat(analyst.get("/away/statistics").text())
                .contains(
                        "<b>Chi bộ Tổ dân phố 1</b><span class=\"sub\">Đảng bộ phường Bến Thử</span>",
                        "<b>Chi bộ Phòng Một</b><span class=\"sub\">Đảng bộ Trường Thử Nghiệm</span>");
        assertThat(new String(analyst.download("/away/statistics/export?as=csv&by=CELL"), UTF_8))
                .contains("Đảng bộ phường Bến Thử");
        Visitor ward = visitor("Ngải Thị Xã", Role.RESIDENCE_OFFICE, world.world.ward);
        assertThat(ward.get("/away/statistics").text())
                .as("the ward knows its own cells")
                .doesNotContain("<span class=\"sub\">Đảng bộ phường Bến Thử</span>");
    }

    private Visitor visitor(String name, Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(new Holders(context).holder(name, role, unit).userName(), Holders.PASSWORD);
        return visitor;
    }
}
