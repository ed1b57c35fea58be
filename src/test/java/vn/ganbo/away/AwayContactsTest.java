package vn.ganbo.away;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
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
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.LeaveExtent;

/** Giữ liên lạc với người đi xa: help first, silence told step by step, no case by itself. */
@ProductTest
class AwayContactsTest {
    private static final List<Integer> LADDER = List.of(1, 2, 3);

    @Autowired AwayApplications applications;
    @Autowired AwayContacts acts;
    @Autowired AwayContactStore store;
    @Autowired Clock clock;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private AwayWorld world;
    private UUID member;
    private Viewer self;
    private UUID id;

    @BeforeEach
    void somebody_is_away_since_a_hundred_days() {
        world = new AwayWorld();
        member = world.member("Ngải Thị Lao");
        self = world.self(member);
        id = away(self, today().minusDays(100));
    }

    private UUID away(Viewer person, LocalDate since) {
        UUID made =
                person.call(() ->
                        applications.apply(
                                person,
                                AwayWorld.wish(
                                        "mobile-work",
                                        LeaveExtent.FULL,
                                        since,
                                        today().plusDays(200))));
        world.secretary.scope().run(() -> applications.support(world.secretary, made, 1, today()));
        world.secretary
                .scope()
                .run(() ->
                        applications.resolve(
                                world.secretary,
                                made,
                                2,
                                new AwayApplications.Resolution("07-NQ/CB", today(), 9, 1)));
        world.ward.scope().run(() -> applications.decide(world.ward, made, 3, "", today()));
        return made;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private AwayContact contact() {
        return world.secretary.call(() -> store.find(world.secretary.scope(), id)).orElseThrow();
    }

    private int climb(int rung) {
        return world.secretary.call(() -> acts.climb(world.secretary, rung));
    }

    @Test
    void one_tap_ends_the_silence() {
        assertThat(contact().rung(LADDER, today())).isEqualTo(3);

        self.scope().run(() -> acts.allIsWell(self));

        assertThat(contact().lastOn()).isEqualTo(today());
        assertThat(contact().rung(LADDER, today())).isZero();
        assertThat(contact().next()).isEqualTo(today().plusMonths(1));
    }

    @Test
    void a_report_asks_first_what_help_is_needed_and_the_member_reads_the_answer() {
        self.scope().run(() -> acts.report(self, "Con nhỏ chưa có chỗ học", "", null));
        assertThat(contact().help()).isEqualTo(1);
        AwayContactStore.Help asked =
                world.secretary.call(() -> store.help(world.secretary.scope(), member)).getFirst();
        Viewer charge =
                world.world.viewer(
                        Role.COMMITTEE_MEMBER_IN_CHARGE, world.world.cell1, world.world.cell1 + 9);
        UUID task = charge.call(() -> acts.giveAsTask(charge, asked.id(), 1, giving(helper())));
        assertThat(World.texts("select a.reason from assignment.assignment a where a.id = ?", task))
                .first()
                .asString()
                .contains("nhờ chi bộ giúp");
        assertThatThrownBy(() -> charge.scope().run(() -> acts.answer(charge, asked.id(), 2, " ")))
                .isInstanceOf(Problems.class);
        charge.scope()
                .run(() ->
                        acts.answer(charge, asked.id(), 2, "Đã hỏi trường, có chỗ từ tháng sau."));

        AwayContactStore.Help read = self.call(() -> store.help(self.scope(), member)).getFirst();
        assertThat(read.state()).isEqualTo(HelpState.DONE);
        assertThat(read.answer()).contains("có chỗ");
        assertThatThrownBy(() ->
                        charge.call(() -> acts.giveAsTask(charge, asked.id(), 3, giving(helper()))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_written_beside_the_tap_reaches_the_cell_and_stands_first_there() {
        UUID silent = world.member("Ngải Văn Lặng");
        away(world.self(silent), today().minusDays(150));
        Visitor phone = visitor("Ngải Thị Lao", Role.MEMBER, world.world.cell1, member);
        phone.get("/my-away");

        Visitor.Page told = good(phone.post("/my-away/well", "help", "Nhờ xác nhận tạm trú"));

        assertThat(told.text()).contains("điều đồng chí cần giúp", "Nhờ xác nhận tạm trú");
        assertThat(
                        world.secretary.call(() ->
                                store.list(world.secretary.scope(), null, 0).stream()
                                        .map(AwayContact::fullName)
                                        .toList()))
                .containsExactly("Ngải Thị Lao", "Ngải Văn Lặng");
    }

    private UUID helper() {
        return world.member("Ngải Văn Giúp");
    }

    private AwayContacts.Giving giving(@Nullable UUID person) {
        return new AwayContacts.Giving(
                person, "Hỏi chỗ học", "Gọi cho đồng chí ấy", today().plusDays(10));
    }

    @Test
    void a_request_is_given_to_one_person_and_to_another_once_the_first_is_free_of_it() {
        self.scope().run(() -> acts.report(self, "Cần giấy xác nhận", "", null));
        UUID asked =
                world.secretary
                        .call(() -> store.help(world.secretary.scope(), member))
                        .getFirst()
                        .id();
        Viewer secretary = world.secretary;
        assertThatThrownBy(() ->
                        secretary.call(() -> acts.giveAsTask(secretary, asked, 1, giving(null))))
                .isInstanceOfSatisfying(
                        Problems.class, e -> assertThat(e.byField()).containsOnlyKeys("person"));
        assertThatThrownBy(() ->
                        secretary.call(() -> acts.giveAsTask(secretary, asked, 1, giving(member))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> assertThat(e.key()).isEqualTo("assignment.person-not-available"));
        UUID task = secretary.call(() -> acts.giveAsTask(secretary, asked, 1, giving(helper())));
        assertThatThrownBy(() ->
                        secretary.call(
                                () -> acts.giveAsTask(secretary, asked, 2, giving(helper()))))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.words()).contains("Ngải Văn Giúp"));

        World.run("update assignment.assignment set state = 'WITHDRAWN' where id = ?", task);
        UUID next = secretary.call(() -> acts.giveAsTask(secretary, asked, 2, giving(helper())));

        assertThat(next).isNotEqualTo(task);
        assertThat(self.call(() -> store.help(self.scope(), member)).getFirst())
                .returns(HelpState.TAKEN, AwayContactStore.Help::state)
                .returns("Ngải Văn Giúp", AwayContactStore.Help::takenBy);
    }

    @Test
    void neither_a_place_nor_a_device_has_a_column() {
        assertThat(
                        World.texts(
                                "select c.column_name::text from information_schema.columns c where c.table_schema = 'away' and c.table_name in ('check_in', 'help', 'link') order by c.column_name"))
                .isNotEmpty()
                .isSubsetOf(
                        "work_no",
                        "id",
                        "application_id",
                        "member_id",
                        "on_day",
                        "way",
                        "words",
                        "back_on",
                        "at",
                        "by_whom",
                        "asked_on",
                        "assignment_id",
                        "state",
                        "taken_by",
                        "answer",
                        "done_on",
                        "version",
                        "changed_at",
                        "changed_by",
                        "token_hash",
                        "made_on",
                        "expires_on",
                        "used_at",
                        "made_by");
    }

    @Test
    void an_empty_report_is_asked_for_a_few_words() {
        assertThatThrownBy(() -> self.scope().run(() -> acts.report(self, " ", " ", null)))
                .isInstanceOf(Problems.class);
        Viewer here = world.self(world.member("Ngải Văn Nhà"));
        assertThatThrownBy(() -> here.scope().run(() -> acts.allIsWell(here)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void silence_is_told_once_on_the_highest_rung_and_again_after_a_new_silence() {
        assertThat(climb(3)).isEqualTo(1);
        assertThat(climb(2)).isZero();
        assertThat(climb(1)).isZero();
        assertThat(climb(3)).isZero();

        World.run(
                "insert into away.check_in (work_no, id, application_id, member_id, on_day, way, at, by_whom) select work_no, ?, id, member_id, ?, 'CALL', changed_at, 'x' from away.application where id = ?",
                UUID.randomUUID(),
                today().minusDays(35),
                id);
        assertThat(climb(3)).isZero();
        assertThat(climb(1)).isEqualTo(1);
        assertThat(climb(1)).isZero();
    }

    @Test
    void a_call_is_noted_with_its_day_by_the_committee_and_not_by_the_office() {
        assertThatThrownBy(() ->
                        world.secretary
                                .scope()
                                .run(() ->
                                        acts.call(
                                                world.secretary, id, today().plusDays(1), "", "")))
                .isInstanceOf(Problems.class);
        assertThatThrownBy(() ->
                        world.ward.scope().run(() -> acts.call(world.ward, id, today(), "", "")))
                .isInstanceOf(NotFound.class);
        LocalDate on = today().minusDays(2);
        world.secretary
                .scope()
                .run(() -> acts.call(world.secretary, id, on, "", "Vẫn làm ở xưởng may."));
        assertThat(contact().lastOn()).isEqualTo(on);
    }

    @Test
    void the_cell_chooses_the_rhythm_and_notes_the_organisation_at_the_place_of_stay() {
        world.secretary
                .scope()
                .run(() ->
                        acts.arrange(
                                world.secretary,
                                id,
                                contact().version(),
                                new AwayContacts.Arrangement(
                                        ContactRhythm.QUARTER,
                                        "Đảng ủy phường Bình Thử",
                                        "Văn phòng",
                                        "0251000000")));
        assertThat(contact().rhythm()).isEqualTo(ContactRhythm.QUARTER);
        assertThat(contact().hostName()).isEqualTo("Đảng ủy phường Bình Thử");
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
    void the_whole_way_from_the_list_to_the_answer_on_the_phone() {
        Visitor phone = visitor("Ngải Thị Lao", Role.MEMBER, world.world.cell1, member);
        Visitor cell =
                visitor("Ngải Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.world.cell1, null);
        assertThat(good(cell.get("/away")).text())
                .contains("Ngải Thị Lao", "100 ngày", "Chi bộ xem xét, hỏi thăm gia đình");
        String at = "/away/contacts/" + id;
        good(cell.get(at));
        assertThat(good(phone.get("/my-away")).text()).contains("Tôi vẫn ổn", "cần chi bộ giúp gì");
        assertThat(good(phone.post("/my-away/well")).text()).contains("Chi bộ đã nhận tin");
        assertThat(phone.post("/my-away/reports", "help", " ").text())
                .contains("Viết điều đồng chí cần", "Tôi vẫn ổn");
        good(phone.post("/my-away/reports", "help", "Cần giấy xác nhận", "words", "Vẫn khỏe"));
        Visitor.Page shown = good(cell.get(at));
        assertThat(shown.text()).contains("Cần giấy xác nhận", "Giao thành nhiệm vụ", "báo vẫn ổn");
        UUID help = self.call(() -> store.help(self.scope(), member)).getFirst().id();
        UUID helper = helper();
        String give = at + "/help/" + help;
        assertThat(good(cell.get(give)).text())
                .contains("Cần giấy xác nhận", "Ngải Văn Giúp (chưa có nhiệm vụ)");
        assertThat(PageStatements.of(cell, give)).hasSizeLessThanOrEqualTo(5);
        Visitor.Page again =
                cell.post(
                        give,
                        "version",
                        "1",
                        "person",
                        helper.toString(),
                        "title",
                        "Gửi giấy xác nhận",
                        "what",
                        "Lấy giấy ở phường",
                        "until",
                        "hôm kia");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text())
                .contains("không phải một ngày có thật", "Lấy giấy ở phường", "hôm kia");
        assertThat(
                        good(cell.post(
                                        give,
                                        "version",
                                        "1",
                                        "person",
                                        helper.toString(),
                                        "title",
                                        "Gửi giấy xác nhận",
                                        "what",
                                        "Lấy giấy ở phường",
                                        "until",
                                        today().plusDays(9).toString()))
                                .text())
                .contains("Đã giao thành nhiệm vụ", "Ngải Văn Giúp", "Chờ đảng viên trả lời");
        assertThat(good(phone.get("/my-away")).text()).contains("Đang giúp", "Ngải Văn Giúp");
        good(
                cell.post(
                        at + "/help/" + help + "/answer",
                        "version",
                        "2",
                        "answer-" + help,
                        "Đã gửi giấy qua thư điện tử."));
        good(cell.post(at + "/calls", "on", today().toString(), "words", "Gọi lúc trưa"));
        assertThat(good(phone.get("/my-away")).text()).contains("Đã gửi giấy qua thư");
        assertThat(new String(cell.download("/away/export?as=csv"), UTF_8))
                .contains("Ngải Thị Lao", "Vẫn liên lạc");
        for (String page : List.of("/away", at)) {
            assertThat(PageStatements.of(cell, page)).as(page).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(PageStatements.of(phone, "/my-away")).hasSizeLessThanOrEqualTo(5);
    }
}
