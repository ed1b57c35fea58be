package vn.ganbo.away;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberStatus;
import vn.ganbo.member.Members;
import vn.ganbo.regulation.LeaveExtent;

/** Giảm, miễn công tác và sinh hoạt đảng: who decides what, when, and what the member then is. */
@ProductTest
class AwayApplicationsTest {
    @Autowired AwayApplications acts;
    @Autowired AwayApplicationStore store;
    @Autowired Members members;
    @Autowired Clock clock;
    @Autowired PlatformTransactionManager transactions;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private AwayWorld world;
    private UUID member;
    private Viewer self;

    @BeforeEach
    void somebody_of_a_residential_cell() {
        world = new AwayWorld();
        member = world.member("Ngải Văn Xa");
        self = world.self(member);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private UUID apply(String ground, LeaveExtent extent, @Nullable LocalDate until) {
        return apply(ground, extent, today(), until);
    }

    private UUID apply(
            String ground, LeaveExtent extent, LocalDate since, @Nullable LocalDate until) {
        return self.call(() -> acts.apply(self, AwayWorld.wish(ground, extent, since, until)));
    }

    private AwayApplication at(Viewer viewer, UUID id) {
        return viewer.call(() -> store.find(viewer.scope(), id)).orElseThrow();
    }

    private int version(UUID id) {
        return at(world.secretary, id).version();
    }

    private void resolved(UUID id) {
        world.secretary.scope().run(() -> acts.support(world.secretary, id, version(id), today()));
        world.secretary
                .scope()
                .run(() ->
                        acts.resolve(
                                world.secretary,
                                id,
                                version(id),
                                new AwayApplications.Resolution("07-NQ/CB", today(), 9, 1)));
    }

    private void decided(UUID id) {
        resolved(id);
        world.ward.scope().run(() -> acts.decide(world.ward, id, version(id), "", today()));
    }

    private MemberStatus status() {
        return self.call(() -> members.file(self.scope(), member)).orElseThrow().status();
    }

    @Test
    void for_age_the_cell_decides_at_once_and_reports_with_a_notice() {
        UUID id = apply("age", LeaveExtent.FULL, null);
        resolved(id);
        assertThat(at(self, id).granted()).isTrue();
        assertThat(status()).isEqualTo(MemberStatus.EXEMPT);
        assertThatThrownBy(() ->
                        world.ward
                                .scope()
                                .run(() -> acts.decide(world.ward, id, version(id), "", today())))
                .isInstanceOf(Refusal.class)
                .hasMessage("away.cell-decides");

        world.secretary.scope().run(() -> acts.report(world.secretary, id, version(id), today()));

        AwayApplication reported = at(world.ward, id);
        assertThat(reported.state()).isEqualTo(AwayState.REPORTED);
        assertThat(reported.paper()).isNotNull();
    }

    @Test
    void for_work_far_away_the_committee_decides_and_the_paper_is_kept() {
        UUID id = apply("mobile-work", LeaveExtent.FULL, today().plusMonths(12).minusDays(1));
        resolved(id);
        assertThat(status()).isEqualTo(MemberStatus.OFFICIAL);
        assertThatThrownBy(() ->
                        world.secretary
                                .scope()
                                .run(() -> acts.report(world.secretary, id, version(id), today())))
                .isInstanceOf(Refusal.class)
                .hasMessage("away.committee-decides");

        world.ward.scope().run(() -> acts.decide(world.ward, id, version(id), "", today()));

        AwayApplication of = at(self, id);
        assertThat(of.state()).isEqualTo(AwayState.DECIDED);
        assertThat(of.decisionNo()).contains("QĐ");
        assertThat(of.decisionIssuer()).isEqualTo("Đảng ủy phường Bến Thử");
        assertThat(at(world.ward, id).paper()).isNotNull();
        assertThat(status()).isEqualTo(MemberStatus.EXEMPT);
    }

    @Test
    void who_is_away_but_does_part_of_the_work_is_away_and_not_exempt() {
        decided(apply("mobile-work", LeaveExtent.REDUCED, today().plusMonths(6)));
        assertThat(status()).isEqualTo(MemberStatus.AWAY);
    }

    @Test
    void what_was_decided_on_paper_keeps_the_number_of_the_paper() {
        UUID id = apply("abroad", LeaveExtent.FULL, today().plusMonths(2));
        resolved(id);
        world.ward.scope().run(() -> acts.decide(world.ward, id, version(id), "31-QĐ/ĐU", today()));
        assertThat(at(self, id).decisionNo()).isEqualTo("31-QĐ/ĐU");
        assertThat(at(world.ward, id).paper()).isNull();
    }

    @Test
    void when_the_time_is_over_the_member_is_what_the_member_was() {
        UUID id = apply("mobile-work", LeaveExtent.FULL, today().plusMonths(6));
        decided(id);
        World.run(
                "update member.period set valid = daterange(?, ?) where member_id = ? and status = 'EXEMPT'",
                today().minusDays(90),
                today(),
                member);
        World.run(
                "update member.period set valid = daterange(?, null) where member_id = ? and status = 'OFFICIAL'",
                today(),
                member);
        World.run(
                "update away.application set valid = daterange(?, ?), begun_on = ? where id = ?",
                today().minusDays(90),
                today(),
                today(),
                id);
        assertThat(status()).isEqualTo(MemberStatus.EXEMPT);

        Viewer night = Viewer.system("test");
        assertThat(night.call(() -> acts.settle(night))).isPositive();

        assertThat(status()).isEqualTo(MemberStatus.OFFICIAL);
        assertThat(at(self, id).over(today())).isTrue();
    }

    @Test
    void a_time_that_is_to_come_begins_on_its_first_day() {
        UUID id = apply("mobile-work", LeaveExtent.FULL, today().plusDays(5), today().plusDays(60));
        decided(id);
        assertThat(status()).isEqualTo(MemberStatus.OFFICIAL);
        World.run(
                "update member.period set valid = daterange(?, upper(valid)) where member_id = ? and status = 'EXEMPT'",
                today(),
                member);
        World.run(
                "update away.application set valid = daterange(?, upper(valid)) where id = ?",
                today(),
                id);

        Viewer night = Viewer.system("test");
        night.call(() -> acts.settle(night));

        assertThat(status()).isEqualTo(MemberStatus.EXEMPT);
    }

    @Test
    void who_comes_back_early_takes_part_from_that_day_on() {
        UUID id =
                apply("mobile-work", LeaveExtent.FULL, today().minusDays(40), today().plusDays(60));
        decided(id);
        world.secretary.scope().run(() -> acts.back(world.secretary, id, version(id), today()));

        assertThat(status()).isEqualTo(MemberStatus.OFFICIAL);
        AwayApplication of = at(self, id);
        assertThat(of.returnedOn()).isEqualTo(today());
        assertThat(of.until()).isEqualTo(today().minusDays(1));
    }

    @Test
    void a_renewal_goes_on_where_the_first_time_ends() {
        LocalDate last = today().plusDays(20);
        UUID first = apply("mobile-work", LeaveExtent.FULL, today().minusDays(300), last);
        decided(first);
        AwayApplications.Wish again =
                new AwayApplications.Wish(
                        "mobile-work",
                        LeaveExtent.FULL,
                        "Đồng Nai",
                        "",
                        "",
                        "",
                        last.plusDays(1),
                        last.plusDays(200),
                        first);
        UUID second = self.call(() -> acts.apply(self, again));
        decided(second);

        assertThat(at(self, second).follows()).isEqualTo(first);
        assertThat(status()).isEqualTo(MemberStatus.EXEMPT);
    }

    @Test
    void who_does_not_go_after_all_stays_what_he_is_and_may_then_come_back_early() {
        LocalDate last = today().plusDays(20);
        UUID first = apply("mobile-work", LeaveExtent.FULL, today().minusDays(30), last);
        decided(first);
        UUID second = apply("mobile-work", LeaveExtent.FULL, last.plusDays(1), last.plusDays(100));
        decided(second);
        assertThatThrownBy(() ->
                        world.secretary
                                .scope()
                                .run(() ->
                                        acts.back(world.secretary, first, version(first), today())))
                .isInstanceOf(Problems.class);

        world.secretary.scope().run(() -> acts.lapse(world.secretary, second, version(second)));
        assertThat(at(self, second).state()).isEqualTo(AwayState.LAPSED);
        assertThat(status()).isEqualTo(MemberStatus.EXEMPT);
        assertThatThrownBy(() ->
                        world.secretary
                                .scope()
                                .run(() -> acts.lapse(world.secretary, first, version(first))))
                .isInstanceOf(Refusal.class);

        world.secretary
                .scope()
                .run(() -> acts.back(world.secretary, first, version(first), today()));
        assertThat(status()).isEqualTo(MemberStatus.OFFICIAL);
    }

    @Test
    void a_time_longer_than_the_rule_or_without_an_end_is_not_taken() {
        assertThatThrownBy(() -> apply("mobile-work", LeaveExtent.FULL, today().plusMonths(12)))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("until"));
        assertThatThrownBy(() -> apply("mobile-work", LeaveExtent.FULL, null))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("until"));
        assertThatThrownBy(() -> apply("nothing", LeaveExtent.FULL, null))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("ground"));
    }

    @Test
    void a_time_across_one_that_runs_or_waits_is_refused() {
        apply("mobile-work", LeaveExtent.FULL, today().plusMonths(3));
        assertThatThrownBy(() ->
                        apply(
                                "abroad",
                                LeaveExtent.FULL,
                                today().plusDays(30),
                                today().plusDays(40)))
                .isInstanceOf(Refusal.class)
                .hasMessage("away.overlaps");
    }

    @Test
    void of_two_times_that_lie_across_each_other_and_come_at_once_one_is_kept() {
        CountDownLatch first = new CountDownLatch(1);
        CompletableFuture<UUID> other =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        first.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return apply("abroad", LeaveExtent.FULL, today(), today().plusDays(40));
                });
        self.call(() ->
                new TransactionTemplate(transactions)
                        .execute(_ -> {
                            UUID id =
                                    acts.apply(
                                            self,
                                            AwayWorld.wish(
                                                    "mobile-work",
                                                    LeaveExtent.FULL,
                                                    today(),
                                                    today().plusMonths(3)));
                            first.countDown();
                            try {
                                other.get(1, TimeUnit.SECONDS);
                            } catch (TimeoutException e) {
                                return id; // it waits, as it should
                            } catch (InterruptedException | ExecutionException e) {
                                throw new IllegalStateException(e);
                            }
                            throw new AssertionError("the second one did not wait");
                        }));
        assertThatThrownBy(other::join).hasRootCauseMessage("away.overlaps");
    }

    @Test
    void nothing_is_dated_before_the_step_before_it_nor_decided_against_the_votes() {
        UUID id = apply("mobile-work", LeaveExtent.FULL, today().plusMonths(3));
        assertThatThrownBy(() ->
                        world.secretary
                                .scope()
                                .run(() ->
                                        acts.support(
                                                world.secretary,
                                                id,
                                                version(id),
                                                today().minusDays(1))))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("on"));
        world.secretary.scope().run(() -> acts.support(world.secretary, id, version(id), today()));
        assertThatThrownBy(() ->
                        world.secretary
                                .scope()
                                .run(() ->
                                        acts.resolve(
                                                world.secretary,
                                                id,
                                                version(id),
                                                new AwayApplications.Resolution(
                                                        "", today(), 3, 3))))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.byField()).containsOnlyKeys("number", "votesFor"));
        assertThatThrownBy(() ->
                        World.run(
                                "update away.application set state = 'RESOLVED', resolved_on = given_on - 1, resolution_no = 'x', votes_for = 1, votes_against = 0 where id = ?",
                                id))
                .hasMessageContaining("steps_in_their_order");
    }

    @Test
    void somebody_who_died_or_moved_on_is_neither_noted_nor_decided() {
        UUID id = apply("mobile-work", LeaveExtent.FULL, today().plusMonths(3));
        resolved(id);
        World.run("update member.member set status = 'DECEASED' where id = ?", member);
        assertThatThrownBy(() -> decidedNow(id))
                .isInstanceOf(Refusal.class)
                .hasMessage("member.standing-gone");
        assertThat(at(world.ward, id).state()).isEqualTo(AwayState.RESOLVED);
        assertThatThrownBy(() ->
                        world.secretary.call(() ->
                                acts.note(
                                        world.secretary,
                                        member,
                                        true,
                                        today(),
                                        AwayWorld.wish("age", LeaveExtent.FULL, today(), null))))
                .isInstanceOf(Refusal.class);
    }

    private void decidedNow(UUID id) {
        world.ward.scope().run(() -> acts.decide(world.ward, id, version(id), "", today()));
    }

    @Test
    void an_oral_report_is_noted_with_its_day_by_the_secretary_of_the_own_cell_alone() {
        LocalDate said = today().minusDays(3);
        AwayApplications.Wish wish = AwayWorld.wish("health", LeaveExtent.REDUCED, today(), null);
        UUID id = world.secretary.call(() -> acts.note(world.secretary, member, true, said, wish));
        assertThat(at(self, id).givenOn()).isEqualTo(said);
        assertThat(at(self, id).way()).isEqualTo(AwayWay.ORAL);

        UUID contact = world.world.member("Ngải Thị Cơ Quan");
        World.run("update member.member set res_no = ? where id = ?", world.world.cell1, contact);
        assertThatThrownBy(() ->
                        world.secretary.call(
                                () -> acts.note(world.secretary, contact, true, said, wish)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_refusal_has_a_reason_which_the_member_reads_and_a_stranger_sees_nothing() {
        UUID id = apply("mobile-work", LeaveExtent.FULL, today().plusMonths(3));
        assertThatThrownBy(() ->
                        world.secretary
                                .scope()
                                .run(() -> acts.refuse(world.secretary, id, version(id), " ")))
                .isInstanceOf(Problems.class);
        assertThatThrownBy(() ->
                        world.secretary
                                .scope()
                                .run(() -> acts.refuse(world.secretary, id, 99, "Cũ.")))
                .isInstanceOf(Conflict.class);
        world.secretary
                .scope()
                .run(() -> acts.refuse(world.secretary, id, version(id), "Chưa rõ nơi đến."));
        assertThat(at(self, id).refusedBecause()).isEqualTo("Chưa rõ nơi đến.");

        Viewer stranger = world.self(world.member("Ngải Văn Lạ"));
        assertThat(stranger.call(() -> store.find(stranger.scope(), id))).isEmpty();
        Viewer other = world.world.otherWardOffice();
        assertThat(other.call(() -> store.find(other.scope(), id))).isEmpty();
    }

    @Test
    void the_member_takes_it_back_until_the_cell_has_resolved() {
        UUID id = apply("mobile-work", LeaveExtent.FULL, today().plusMonths(3));
        self.scope().run(() -> acts.withdraw(self, id, version(id)));
        assertThat(at(self, id).state()).isEqualTo(AwayState.WITHDRAWN);

        UUID next = apply("mobile-work", LeaveExtent.FULL, today().plusMonths(3));
        resolved(next);
        assertThatThrownBy(() -> self.scope().run(() -> acts.withdraw(self, next, version(next))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_end_is_reminded_of_once_at_sixty_thirty_and_seven_days() {
        UUID id = apply("mobile-work", LeaveExtent.FULL, today().plusDays(61));
        decided(id);
        Viewer night = world.secretary;
        assertThat(night.call(() -> acts.remind(night))).as("61 days before").isZero();
        for (int days : List.of(60, 30, 7)) {
            endsIn(id, days + 1);
            assertThat(night.call(() -> acts.remind(night))).as(days + " and one").isZero();
            endsIn(id, days);
            assertThat(night.call(() -> acts.remind(night))).as(days + " days before").isOne();
            assertThat(night.call(() -> acts.remind(night))).as("once").isZero();
        }
        assertThat(
                        World.texts(
                                "select count(*)::text from notification.notice where key = 'away.times-ending' and member_id = (select member_id from away.application where id = ?)",
                                id))
                .as("the person is told; the cell sees it on its desk")
                .containsExactly("3");
    }

    private void endsIn(UUID id, int days) {
        World.run(
                "update away.application set valid = daterange(lower(valid), ?) where id = ?",
                today().plusDays(days + 1L),
                id);
    }

    @Test
    void what_is_granted_puts_the_persons_tasks_up_for_review_at_once() {
        UUID task = world.task(member);
        UUID id =
                apply("mobile-work", LeaveExtent.FULL, today().plusDays(9), today().plusMonths(6));
        resolved(id);
        assertThat(world.causes(task)).isEmpty();

        world.ward.scope().run(() -> acts.decide(world.ward, id, version(id), "", today()));

        assertThat(world.causes(task)).containsExactly("STATUS");
        Visitor cell =
                visitor("Ngải Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.world.cell1, null);
        assertThat(good(cell.get("/assignments/reviews?which=changed")).text())
                .contains("Ngải Văn Xa", "Tình trạng đảng viên thay đổi");
    }

    @Test
    void what_the_cell_grants_for_health_puts_the_tasks_up_and_a_refusal_does_not() {
        UUID task = world.task(member);
        UUID refused = apply("health", LeaveExtent.REDUCED, null);
        world.secretary
                .scope()
                .run(() -> acts.refuse(world.secretary, refused, version(refused), "Chưa đủ."));
        assertThat(world.causes(task)).isEmpty();

        world.member("Ngải Thị Thay");
        resolved(apply("health", LeaveExtent.FULL, null));

        assertThat(status()).isEqualTo(MemberStatus.EXEMPT);
        assertThat(world.causes(task)).containsExactly("STATUS");
        Visitor cell =
                visitor("Ngải Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.world.cell1, null);
        String review =
                World.texts(
                                "select r.id::text from assignment.review r where r.assignment_id = ?",
                                task)
                        .getFirst();
        assertThat(good(cell.get("/assignments/reviews/" + review)).text())
                .contains("Tình trạng đảng viên thay đổi", "có thể đề nghị <b>Ngải Thị Thay</b>");
    }

    @Test
    void an_exemption_from_the_residence_puts_up_what_is_done_there_and_not_the_cells_own() {
        UUID contact = world.world.member("Ngải Thị Miễn");
        World.run("update member.member set res_no = ? where id = ?", world.world.cell1, contact);
        UUID there = world.task(contact, true);
        UUID own = world.task(contact, false);
        Visitor office = visitor("Ngải Văn Sở", Role.WORKPLACE_OFFICE, world.world.workplace, null);
        String at = "/members/" + contact + "/exemptions";
        good(office.get(at));

        good(
                office.post(
                        at,
                        "ground",
                        "works-far-or-mobile",
                        "since",
                        Show.date(today()),
                        "until",
                        Show.date(today().plusMonths(6))));

        assertThat(world.causes(there)).containsExactly("EXEMPTION");
        assertThat(world.causes(own)).isEmpty();
    }

    /** Each with the sentence that the person reads; what was typed is still there. */
    @Test
    void what_cannot_be_is_refused_with_its_reason_on_the_page() {
        Visitor phone = visitor("Ngải Văn Xa", Role.MEMBER, world.world.cell1, member);
        phone.get("/my-away?apply=true");
        String[] wish = {
            "ground",
            "mobile-work",
            "extent",
            "FULL",
            "place",
            "Xã Đồi Thử",
            "since",
            Show.date(today()),
            "until",
            Show.date(today().plusMonths(14))
        };
        Visitor.Page tooLong = phone.post("/my-away/applications", wish);
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text())
                .contains("Mỗi lần không quá 12 tháng: đến hết", "gửi đơn gia hạn", "Xã Đồi Thử");

        wish[9] = Show.date(today().plusMonths(3));
        good(phone.post("/my-away/applications", wish));
        phone.get("/my-away?apply=true");
        Visitor.Page twice = phone.post("/my-away/applications", wish);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text())
                .contains("Đã có một đơn hoặc một thời gian giảm, miễn trùng", "Xã Đồi Thử");

        UUID id = self.call(() -> store.mine(self.scope())).getFirst().id();
        String at = "/away/applications/" + id;
        Visitor cell =
                visitor("Ngải Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.world.cell1, null);
        cell.get(at);
        String early = Show.date(today().minusDays(1));
        Visitor.Page support = cell.post(at + "/support", "version", "1", "on", early);
        assertThat(support.status()).isEqualTo(422);
        assertThat(support.text()).contains("Ngày " + early + " trước ngày của đơn");
        resolved(id);
        Visitor ward = visitor("Ngải Thị Đảng", Role.RESIDENCE_OFFICE, world.world.ward, null);
        ward.get(at);
        Visitor.Page decision = ward.post(at + "/decision", "version", "3", "on", early);
        assertThat(decision.status()).isEqualTo(422);
        assertThat(decision.text())
                .contains("Ngày " + early + " trước ngày của nghị quyết của chi bộ");

        World.run("update member.member set status = 'DECEASED' where id = ?", member);
        ward.get(at);
        Visitor.Page dead = ward.post(at + "/decision", "version", "3", "on", Show.date(today()));
        assertThat(dead.status()).isEqualTo(409);
        assertThat(dead.text()).contains("Từ trần");
        World.run("update member.member set status = 'TRANSFERRED' where id = ?", member);
        cell.get("/away/applications/new");
        Visitor.Page gone =
                cell.post(
                        "/away/applications",
                        "member",
                        member.toString(),
                        "way",
                        "PAPER",
                        "givenOn",
                        Show.date(today()),
                        "ground",
                        "age",
                        "extent",
                        "FULL",
                        "place",
                        "Tại nhà",
                        "since",
                        Show.date(today().plusYears(1)));
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.text()).contains("Đã chuyển");
    }

    private Visitor visitor(String name, Role role, int unit, @Nullable UUID person) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder(name, role, unit, person).userName(), Holders.PASSWORD);
        return visitor;
    }

    private static Visitor.Page good(Visitor.Page page) {
        assertThat(page.status()).as(page.path() + "\n" + page.text()).isEqualTo(200);
        assertThat(page.text().split("<h1", -1)).as(page.path()).hasSize(2);
        return page;
    }

    @Test
    void the_whole_way_from_the_phone_to_the_decision() {
        Visitor phone = visitor("Ngải Văn Xa", Role.MEMBER, world.world.cell1, member);
        Visitor cell =
                visitor("Ngải Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.world.cell1, null);
        Visitor ward = visitor("Ngải Thị Đảng", Role.RESIDENCE_OFFICE, world.world.ward, null);
        assertThat(good(phone.get("/my-away?apply=true")).text())
                .contains("mỗi lần không quá 12 tháng", "Không cần địa chỉ nhà");
        Visitor.Page wrong =
                phone.post("/my-away/applications", "ground", "mobile-work", "place", "Đồng Nai");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Ghi ngày bắt đầu", "Chọn giảm hoặc miễn", "Đồng Nai");
        assertThat(
                        phone.post(
                                        "/my-away/applications",
                                        "ground",
                                        "mobile-work",
                                        "phone",
                                        "0912",
                                        "since",
                                        Show.date(today()))
                                .text())
                .contains(
                        "Chọn giảm hoặc miễn",
                        "Ghi xã, phường",
                        "Ghi đủ số để chi bộ gọi được",
                        "Ghi ngày cuối, không quá");
        good(
                phone.post(
                        "/my-away/applications",
                        "ground",
                        "mobile-work",
                        "extent",
                        "FULL",
                        "place",
                        "Đồng Nai",
                        "since",
                        today().toString(),
                        "until",
                        today().plusMonths(6).toString()));
        UUID id = self.call(() -> store.mine(self.scope())).getFirst().id();
        String at = "/away/applications/" + id;
        assertThat(good(cell.get("/away/applications")).text())
                .contains("Ngải Văn Xa", "Chờ ý kiến chi ủy");
        good(cell.get("/away/applications/new"));
        String day = today().toString();
        good(cell.post(at + "/support", "version", "1", "on", day));
        assertThat(cell.post(at + "/resolution", "version", "2", "on", day).text())
                .contains(
                        "Ghi số nghị quyết của chi bộ.",
                        "Ghi số phiếu tán thành, từ 0.",
                        "Ghi số phiếu không tán thành, từ 0.");
        good(
                cell.post(
                        at + "/resolution",
                        "version",
                        "2",
                        "on",
                        day,
                        "number",
                        "08-NQ/CB",
                        "votesFor",
                        "11",
                        "votesAgainst",
                        "0"));
        assertThat(good(ward.get(at)).text()).contains("08-NQ/CB", "Quyết định của cấp ủy");
        Visitor.Page decided = good(ward.post(at + "/decision", "version", "3", "on", day));
        assertThat(decided.text()).contains("Mở văn bản", "Đã có quyết định");
        assertThat(good(phone.get("/my-away")).text())
                .contains("Đã có quyết định", "Gửi đơn gia hạn", "Mở quyết định (PDF)");
        assertThat(good(phone.get("/my-away?renews=" + id)).text())
                .containsPattern("value=\"FULL\"[^>]* checked")
                .contains("value=\"Đồng Nai\"");
        String paper = "/papers/" + at(self, id).paper();
        assertThat(phone.get(paper).status()).isEqualTo(200);
        assertThat(new String(phone.download(paper), UTF_8)).startsWith("%PDF");
        UUID other = world.member("Ngải Văn Gần");
        Visitor stranger = visitor("Ngải Văn Gần", Role.MEMBER, world.world.cell1, other);
        assertThat(stranger.get(paper).status()).isEqualTo(404);
        assertThat(new String(ward.download("/away/applications/export?as=csv"), UTF_8))
                .contains("Ngải Văn Xa", "08-NQ/CB");
        for (String page : List.of("/away/applications", at)) {
            assertThat(PageStatements.of(ward, page)).as(page).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(PageStatements.of(phone, "/my-away")).hasSizeLessThanOrEqualTo(5);
    }
}
