package vn.ganbo.away;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.LeaveExtent;
import vn.ganbo.regulation.Retention;
import vn.ganbo.transfer.TransferFacts;

/** What is kept of who goes away follows the person, and goes when its time is over. */
@ProductTest
class AwayFollowsTest {
    @Autowired AwayApplications acts;
    @Autowired AwayApplicationStore store;
    @Autowired AwayContacts contacts;
    @Autowired AwayContactStore contactStore;
    @Autowired Dues dues;
    @Autowired AwayRetained retained;
    @Autowired Db db;
    @Autowired Facts facts;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private AwayWorld world;
    private UUID member;
    private Viewer self;
    private UUID id;

    @BeforeEach
    void somebody_is_away_and_has_asked_for_help() {
        world = new AwayWorld();
        member = world.member("Ngải Văn Dời");
        self = world.self(member);
        LocalDate today = today();
        id =
                self.call(() ->
                        acts.apply(
                                self,
                                AwayWorld.wish(
                                        "mobile-work",
                                        LeaveExtent.FULL,
                                        today.minusDays(40),
                                        today.plusDays(100))));
        world.secretary.scope().run(() -> acts.support(world.secretary, id, 1, today));
        world.secretary
                .scope()
                .run(() ->
                        acts.resolve(
                                world.secretary,
                                id,
                                2,
                                new AwayApplications.Resolution("1-NQ/CB", today, 5, 0)));
        world.ward.scope().run(() -> acts.decide(world.ward, id, 3, "2-QĐ/ĐU", today));
        self.scope().run(() -> contacts.report(self, "Nhờ xác nhận hộ khẩu.", "Vẫn làm.", null));
        world.secretary
                .scope()
                .run(() -> dues.mark(world.secretary, member, YearMonth.now(clock), DueMark.PAID));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Viewer other() {
        return world.world.viewer(
                Role.RESIDENCE_CELL_SECRETARY, world.world.cell2, world.world.cell2 + 9);
    }

    private void moved(Viewer viewer) {
        viewer.scope()
                .run(() ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(_ ->
                                        facts.tell(
                                                viewer,
                                                new TransferFacts.TransferPlaced(
                                                        Ids.next(),
                                                        member,
                                                        "Chi bộ mới",
                                                        world.world.ward))));
    }

    @Test
    void the_cell_where_the_member_goes_on_keeps_in_touch_and_the_old_one_no_more() {
        Viewer next = other();
        World.run("update member.member set work_no = ? where id = ?", world.world.cell2, member);

        moved(world.ward);

        assertThat(next.call(() -> contactStore.find(next.scope(), id)))
                .hasValueSatisfying(of -> {
                    assertThat(of.lastOn()).isEqualTo(today());
                    assertThat(of.help()).isEqualTo(1);
                });
        assertThat(next.call(() -> store.find(next.scope(), id))).isPresent();
        assertThat(world.secretary.call(() -> store.find(world.secretary.scope(), id))).isEmpty();
        assertThat(
                        world.secretary.call(
                                () -> contactStore.checkIns(world.secretary.scope(), member)))
                .isEmpty();
        next.scope().run(() -> dues.mark(next, member, YearMonth.now(clock), DueMark.REDUCED));
        int version = next.call(() -> store.find(next.scope(), id)).orElseThrow().version();
        next.scope().run(() -> acts.back(next, id, version, today()));
        assertThat(self.call(() -> store.find(self.scope(), id)).orElseThrow().returnedOn())
                .isEqualTo(today());
    }

    @Test
    void nobody_takes_what_is_kept_of_a_member_of_others() {
        Viewer stranger = world.world.otherWardOffice();

        assertThatThrownBy(() -> moved(stranger)).hasStackTraceContaining("out of scope");

        assertThat(world.secretary.call(() -> store.find(world.secretary.scope(), id))).isPresent();
    }

    private Visitor visitor(String name, Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(new Holders(context).holder(name, role, unit).userName(), Holders.PASSWORD);
        return visitor;
    }

    @Test
    void of_two_records_of_one_person_the_one_that_is_away_goes_on() {
        UUID twin = world.world.member("Ngai Van Doi");
        World.run(
                "update member.member set work_no = ? where id = ?", world.world.workCell, member);
        moved(world.world.workplaceOffice());
        UUID old = Ids.next();
        World.run(
                """
                insert into away.application
                select (jsonb_populate_record(a, jsonb_build_object(
                           'id', ?::uuid, 'member_id', ?::uuid, 'valid', '[2024-01-01,2024-06-01)'))).*
                  from away.application a
                 where a.id = ?
                """,
                old,
                twin,
                id);
        assertThat(mine()).doesNotContain(old);
        Visitor clerk = visitor("Ngải Thị Gộp", Role.WORKPLACE_OFFICE, world.world.workplace);
        assertThat(clerk.get("/duplicates/" + twin + "/" + member).text()).contains("Ngải Văn Dời");
        String pair = "/duplicates/" + twin + "/" + member;
        String versions = clerk.get(pair).hidden("versions");
        assertThat(versions)
                .as("the record that goes on comes first")
                .startsWith(member.toString());

        assertThat(
                        clerk.post(
                                        pair + "/merge",
                                        "versions",
                                        versions,
                                        "reason",
                                        "Đã hỏi đồng chí ấy")
                                .status())
                .isEqualTo(200);
        assertThat(clerk.get("/away").text()).contains("Ngải Văn Dời");
        assertThat(mine()).as("what was granted before is read too").contains(old, id);
    }

    private List<UUID> mine() {
        return self.call(() -> store.mine(self.scope())).stream().map(AwayApplication::id).toList();
    }

    @Test
    void a_ward_moves_its_own_member_between_its_cells_and_no_contact_member() {
        UUID task = world.task(member);
        Visitor ward = visitor("Ngải Thị Phường", Role.RESIDENCE_OFFICE, world.world.ward);
        String periods = "/members/" + member + "/periods";
        assertThat(ward.get("/members/" + member).text()).contains(periods);
        ward.get(periods);

        Visitor.Page again = ward.post(periods, "kind", "WORKPLACE", "paperNo", "9-QĐ/ĐU");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("Chọn chi bộ chuyển đến", "9-QĐ/ĐU");
        ward.get(periods);
        assertThat(
                        ward.post(
                                        periods,
                                        "kind",
                                        "WORKPLACE",
                                        "unit",
                                        Integer.toString(world.world.cell2),
                                        "since",
                                        today().toString(),
                                        "paperNo",
                                        "9-QĐ/ĐU")
                                .text())
                .contains("Đã ghi vào quá trình", "9-QĐ/ĐU");

        Viewer next = other();
        assertThat(next.call(() -> contactStore.find(next.scope(), id))).isPresent();
        assertThat(world.causes(task)).contains("WORKPLACE");
        Visitor cell = visitor("Ngải Thị Tới", Role.RESIDENCE_CELL_SECRETARY, world.world.cell2);
        assertThat(cell.get(periods).text()).contains("9-QĐ/ĐU").doesNotContain("Ghi tiếp vào");
        UUID contact = world.world.member("Ngải Văn Gần");
        assertThat(ward.get("/members/" + contact + "/periods").status()).isEqualTo(404);
    }

    @Test
    void where_both_records_are_away_it_says_what_to_end_first() {
        UUID twin = world.member("Ngai Van Doi");
        Viewer second = world.self(twin);
        second.call(() ->
                acts.apply(second, AwayWorld.wish("age", LeaveExtent.REDUCED, today(), null)));
        World.run(
                "update member.member set work_no = ? where id in (?, ?)",
                world.world.workCell,
                member,
                twin);
        World.run(
                "update away.application set work_no = ? where member_id in (?, ?)",
                world.world.workCell,
                member,
                twin);
        Visitor clerk = visitor("Ngải Thị Gộp", Role.WORKPLACE_OFFICE, world.world.workplace);

        assertThat(clerk.get("/duplicates/" + member + "/" + twin).text())
                .contains("đơn giảm, miễn công tác và sinh hoạt đảng");
    }

    private long due(String kind, int days) {
        Viewer all =
                world.world.viewer(
                        Role.ADMINISTRATOR, world.world.province, world.world.province + 999);
        return db.one(
                        all.scope(),
                        retained.due(),
                        row -> row.getLong("due"),
                        "kinds",
                        new String[] {kind},
                        "days",
                        new String[] {today().minusDays(days).toString()})
                .orElse(-1L);
    }

    private String disposed(String kind) {
        Visitor first = visitor("Ngải Văn Một", Role.ADMINISTRATOR, world.world.province);
        Visitor second = visitor("Ngải Văn Hai", Role.ADMINISTRATOR, world.world.province);
        first.get("/disposals");
        first.post("/disposals", "kind", kind);
        String page = second.get("/disposals").text();
        String path = page.substring(page.indexOf("/disposals/"), page.indexOf("/approval"));
        return second.post(path + "/approval").text();
    }

    @Test
    void signs_of_life_go_a_year_after_the_time_and_the_application_after_five() {
        assertThat(due(Retention.AWAY_CONTACTS, 1)).as("it is not over").isZero();
        World.run(
                "update away.application set valid = daterange(?, ?) where id = ?",
                today().minusDays(700),
                today().minusDays(400),
                id);
        assertThat(due(Retention.AWAY_CONTACTS, 365)).isEqualTo(2);
        assertThat(due(Retention.AWAY_APPLICATIONS, 1825)).isZero();

        assertThat(disposed(Retention.AWAY_CONTACTS)).contains("Đã làm xong với 2 bản ghi");

        assertThat(due(Retention.AWAY_CONTACTS, 365)).isZero();
        assertThat(self.call(() -> contactStore.help(self.scope(), member))).isEmpty();
        assertThat(self.call(() -> store.find(self.scope(), id))).isPresent();

        World.run(
                "update away.application set valid = daterange(?, ?) where id = ?",
                today().minusDays(2100),
                today().minusDays(1900),
                id);
        assertThat(disposed(Retention.AWAY_APPLICATIONS)).contains("Đã làm xong với 1 bản ghi");
        assertThat(self.call(() -> store.find(self.scope(), id))).isEmpty();
    }

    @Test
    void marks_of_dues_go_after_three_years() {
        World.run(
                "insert into away.due (work_no, member_id, month, mark, at, by_whom) values (?, ?, ?, 'PAID', current_timestamp, 'x')",
                world.world.cell1,
                member,
                today().withDayOfMonth(1).minusMonths(40));
        assertThat(due(Retention.DUES, 1095)).isEqualTo(1);

        assertThat(disposed(Retention.DUES)).contains("Đã làm xong với 1 bản ghi");

        assertThat(due(Retention.DUES, 1095)).isZero();
        assertThat(due(Retention.DUES, -40)).as("those of this year stay").isEqualTo(1);
    }
}
