package vn.ganbo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.database.Db;
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.liaison.Introductions.Placement;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.WorkingDays;

/** What one committee tells the other: seen by whom, when, heard, answered, reminded of. */
@ProductTest
class ExchangesTest {
    private static final Signer SIGNER = new Signer("Lò Văn Ký", "Bí thư");

    @Autowired Exchanges exchanges;
    @Autowired ExchangeClock exchangeClock;
    @Autowired NoticeStore store;
    @Autowired Agreements agreements;
    @Autowired AgreementStore agreementStore;
    @Autowired Introductions introductions;
    @Autowired ExchangeBoardQueries board;
    @Autowired HalfSheets halfSheets;
    @Autowired Papers papers;
    @Autowired Units units;
    @Autowired WorkingDays workingDays;
    @Autowired ApplicationContext context;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private World world;
    private Viewer work;
    private Viewer ward;
    private Viewer cell;
    private UUID person;
    private LocalDate today;

    @BeforeEach
    void somebody_on_the_register_of_a_cell() {
        world = new World();
        work = world.workplaceOffice();
        ward = world.wardOffice();
        cell = world.cellSecretary();
        today = LocalDate.now(clock);
        person = placed("Quàng Thị Trao");
    }

    private UUID placed(String name) {
        UUID member = world.member(name);
        UUID letter =
                work.call(() -> {
                    UUID made = introductions.issue(work, List.of(member)).letters().getFirst();
                    introductions.sign(
                            work, List.of(made), new Introductions.Signer("Lò Văn Ký", "Bí thư"));
                    introductions.send(work, List.of(made));
                    return made;
                });
        UUID cellId = units.require(ward.scope(), world.cell1).id();
        ward.call(() -> {
            introductions.acknowledge(ward, letter, 3, new Placement(cellId, null, null));
            return 0;
        });
        return member;
    }

    private UUID draft(Viewer viewer, NoticeKind kind) {
        return viewer.call(
                () -> exchanges.draft(viewer, person, kind, "Việc đã rõ, ngày 20/11/2026.", false));
    }

    private Notice seenBy(Viewer viewer, UUID id) {
        return store.one(viewer.scope(), id).orElseThrow(NotFound::new);
    }

    private UUID sent(Viewer viewer, NoticeKind kind) {
        UUID id = draft(viewer, kind);
        viewer.scope().run(() -> exchanges.send(viewer, Map.of(id, 1), SIGNER, null));
        return id;
    }

    @Test
    void a_draft_is_seen_by_its_own_side_only_and_from_sending_on_by_both_and_the_person() {
        UUID id = draft(work, NoticeKind.COMMENDATION);
        Viewer self = world.memberViewer(person);
        assertThat(store.one(ward.scope(), id)).isEmpty();
        assertThat(store.one(self.scope(), id)).isEmpty();

        work.scope().run(() -> exchanges.send(work, Map.of(id, 1), SIGNER, null));

        assertThat(seenBy(cell, id).state()).isEqualTo(NoticeState.SENT);
        assertThat(seenBy(self, id).number()).isEqualTo("01-CV/ĐU");
        assertThat(seenBy(ward, id).dueOn()).isEqualTo(workingDays.plus(today, 10));
        assertThat(store.one(world.otherWardOffice().scope(), id)).isEmpty();
        UUID paper = java.util.Objects.requireNonNull(seenBy(ward, id).paperId());
        assertThat(ward.call(() -> papers.read(ward.scope(), paper)).bytes()).isNotEmpty();
        assertThat(self.call(() -> papers.read(self.scope(), paper)).bytes()).isNotEmpty();
    }

    @Test
    void the_other_side_receives_and_answers_and_the_person_adds_own_words() {
        UUID id = sent(work, NoticeKind.POST);

        cell.scope().run(() -> exchanges.receive(cell, id, 2));
        cell.scope().run(() -> exchanges.answer(cell, id, 3, "Chi bộ đã ghi vào sổ."));
        Viewer self = world.memberViewer(person);
        self.scope().run(() -> exchanges.say(self, id, 4, "Tôi đã báo chi bộ."));

        Notice seen = seenBy(work, id);
        assertThat(seen.state()).isEqualTo(NoticeState.ANSWERED);
        assertThat(seen.answer()).isEqualTo("Chi bộ đã ghi vào sổ.");
        assertThat(seen.memberSays()).isEqualTo("Tôi đã báo chi bộ.");
        assertThatThrownBy(() -> cell.scope().run(() -> exchanges.answer(cell, id, 5, "Lần nữa")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nobody_answers_the_own_notice_and_nobody_sends_that_of_the_other() {
        UUID id = sent(work, NoticeKind.TRANSFER);
        assertThatThrownBy(() -> work.scope().run(() -> exchanges.answer(work, id, 2, "x")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        cell.scope().run(() -> exchanges.send(cell, Map.of(id, 2), SIGNER, null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        work.scope()
                                .run(() ->
                                        exchanges.draft(
                                                work, person, NoticeKind.PRAISE, "x", false)))
                .isInstanceOf(Problems.class);
        Viewer other = world.otherWardOffice();
        assertThatThrownBy(() ->
                        other.scope()
                                .run(() ->
                                        exchanges.draft(
                                                other, person, NoticeKind.PRAISE, "x", false)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void two_people_at_one_draft_do_not_overwrite_each_other() {
        UUID id = draft(work, NoticeKind.POST);
        work.scope().run(() -> exchanges.rewrite(work, id, 1, "Nội dung thứ hai.", true));

        assertThatThrownBy(() ->
                        work.scope().run(() -> exchanges.rewrite(work, id, 1, "Thứ ba.", false)))
                .isInstanceOf(Conflict.class);
        assertThat(seenBy(work, id).body()).isEqualTo("Nội dung thứ hai.");
    }

    @Test
    void a_shortcoming_goes_out_only_after_the_person_was_heard_and_the_committee_decided() {
        UUID id = draft(cell, NoticeKind.SHORTCOMING);
        Session session = new Session(today, 3, 3);
        assertThatThrownBy(() -> send(id, 1, session))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.key()).isEqualTo("exchange.not-heard"));

        LocalDate until = cell.call(() -> exchanges.askToBeHeard(cell, id, 1));
        assertThat(until).isEqualTo(workingDays.plus(today, 5));
        assertThat(store.one(work.scope(), id)).isEmpty();
        assertThatThrownBy(() -> send(id, 2, session))
                .isInstanceOfSatisfying(
                        Refusal.class, e -> assertThat(e.key()).isEqualTo("exchange.hearing-open"));

        Viewer self = world.memberViewer(person);
        self.scope().run(() -> exchanges.say(self, id, 2, "Hôm ấy tôi trực ở cơ quan."));
        assertThatThrownBy(() -> send(id, 3, null))
                .isInstanceOfSatisfying(
                        Problems.class, e -> assertThat(e.byField()).containsKey("sessionOn"));
        assertThatThrownBy(() -> send(id, 3, new Session(today.plusDays(1), 3, 4)))
                .isInstanceOfSatisfying(
                        Problems.class,
                        e -> assertThat(e.byField()).containsKeys("sessionOn", "agreed"));
        send(id, 3, session);

        Notice seen = seenBy(work, id);
        assertThat(seen.heard()).isEqualTo("Hôm ấy tôi trực ở cơ quan.");
        assertThat(seen.sessionAgreed()).isEqualTo(3);
        assertThat(seen.number()).isEqualTo("01-CV/CB");
    }

    private void send(UUID id, int version, @org.jspecify.annotations.Nullable Session session) {
        cell.scope().run(() -> exchanges.send(cell, Map.of(id, version), SIGNER, session));
    }

    @Test
    void a_shortcoming_does_not_go_out_unheard_among_other_drafts() {
        UUID help = draft(cell, NoticeKind.HELP);
        UUID shortcoming = draft(cell, NoticeKind.SHORTCOMING);
        cell.call(() -> exchanges.askToBeHeard(cell, shortcoming, 1));
        Viewer self = world.memberViewer(person);
        self.scope().run(() -> exchanges.say(self, shortcoming, 2, "Tôi đã rõ."));

        assertThatThrownBy(() ->
                        cell.scope()
                                .run(() ->
                                        exchanges.send(
                                                cell,
                                                Map.of(help, 1, shortcoming, 3),
                                                SIGNER,
                                                null)))
                .isInstanceOf(NotFound.class);
        assertThat(seenBy(cell, shortcoming).state()).isEqualTo(NoticeState.HEARING);
    }

    @Test
    void the_database_itself_keeps_an_undecided_shortcoming_from_going_out() {
        UUID id = draft(cell, NoticeKind.SHORTCOMING);

        assertThatThrownBy(() ->
                        World.run(
                                """
                                update exchange.notice
                                   set state = 'SENT', sent_on = '2026-11-20', signed_by = 'x',
                                       signed_post = 'x', number = '1'
                                 where id = ?
                                """,
                                id))
                .hasStackTraceContaining("a_shortcoming_is_heard_and_decided");
    }

    @Test
    void what_is_not_answered_is_reminded_of_once_and_then_told_to_the_superior() {
        UUID toResidence = sent(work, NoticeKind.POST);
        UUID toWorkplace = sent(cell, NoticeKind.HELP);
        World.run(
                "update exchange.notice set due_on = ? where id in (?, ?)",
                java.sql.Date.valueOf(today.minusDays(60)),
                toResidence,
                toWorkplace);
        Viewer system = Viewer.system("test");

        ExchangeClock.Told first = system.call(() -> exchangeClock.remind(system));
        ExchangeClock.Told again = system.call(() -> exchangeClock.remind(system));

        assertThat(first.reminded()).isGreaterThanOrEqualTo(2);
        assertThat(first.escalated()).isGreaterThanOrEqualTo(2);
        assertThat(again).isEqualTo(new ExchangeClock.Told(0, 0));
        Holders holders = new Holders(context);
        assertThat(page(holders, Role.ANALYST, world.province, "/notifications"))
                .contains("1 thông tin nơi cư trú còn chưa trả lời")
                .contains("1 thông tin nơi công tác còn chưa trả lời");
        assertThat(page(holders, Role.RESIDENCE_CELL_SECRETARY, world.cell1, "/notifications"))
                .contains("Quá hạn trả lời nơi công tác 1 thông tin");
        assertThat(page(holders, Role.WORKPLACE_OFFICE, world.workplace, "/exchange/board"))
                .contains("Đảng ủy phường Bến Thử", "1 quá hạn");
    }

    private String page(Holders holders, Role role, int unit, String path) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                holders.holder("Người " + role, role, unit, null).userName(), Holders.PASSWORD);
        return visitor.get(path).text();
    }

    @Test
    void both_sides_and_the_superior_read_the_same_figures() {
        UUID id = sent(work, NoticeKind.POST);
        cell.scope().run(() -> exchanges.answer(cell, id, 2, "Đã biết."));
        Viewer superior = world.viewer(Role.ANALYST, world.province, world.base + 999);

        for (Viewer viewer : List.of(work, ward, cell)) {
            assertThat(board.pairs(viewer.scope(), today.getYear()))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.from()).isEqualTo("Đảng bộ Trường Thử Nghiệm");
                        assertThat(line.to()).isEqualTo("Đảng bộ phường Bến Thử");
                        assertThat(line.rate()).isEqualTo(100);
                    });
        }
        assertThat(board.answering(superior.scope(), today.getYear()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.from()).isEqualTo("Các nơi công tác");
                    assertThat(line.to()).isEqualTo("Đảng bộ phường Bến Thử");
                    assertThat(line.rate()).isEqualTo(100);
                });
        assertThat(board.pairs(world.otherWardOffice().scope(), today.getYear())).isEmpty();
    }

    @Test
    void who_owes_half_yearly_sheets_is_seen_by_both_and_the_superior() {
        HalfYear half = HalfYear.of(today).before();
        World.run(
                "update liaison.introduction set sent_on = ?, acknowledged_on = ? where member_id = ?",
                java.sql.Date.valueOf(half.first()),
                java.sql.Date.valueOf(half.first()),
                person);
        Viewer superior = world.viewer(Role.ANALYST, world.province, world.base + 999);
        LocalDate due = half.last().plusDays(5);

        for (Viewer viewer : List.of(work, ward, superior)) {
            assertThat(board.sheets(viewer.scope(), List.of(half), List.of(due)))
                    .extracting(
                            ExchangeBoardQueries.SheetLine::name,
                            ExchangeBoardQueries.SheetLine::owed,
                            ExchangeBoardQueries.SheetLine::missing)
                    .containsExactlyInAnyOrder(
                            tuple("Đảng bộ Trường Thử Nghiệm", 1L, 1L),
                            tuple("Đảng bộ phường Bến Thử", 1L, 1L));
        }
        work.scope().run(() -> halfSheets.send(work, half, List.of(world.ward), "Không.", SIGNER));
        assertThat(board.sheets(superior.scope(), List.of(half), List.of(due)))
                .filteredOn(line -> line.fromSide().equals("WORKPLACE"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.sent()).isEqualTo(1);
                    assertThat(line.sentLate()).isEqualTo(1);
                    assertThat(line.missing()).isZero();
                });
        assertThat(board.sheets(world.otherWardOffice().scope(), List.of(half), List.of(due)))
                .isEmpty();
    }

    @Test
    void what_two_committees_agreed_on_sets_the_days_once_the_other_has_confirmed() {
        UUID agreement =
                work.call(() ->
                        agreements.record(
                                work,
                                new Agreements.NewAgreement(
                                        world.workplace,
                                        world.ward,
                                        today.minusDays(1),
                                        null,
                                        "01-QC",
                                        today.minusDays(1),
                                        "Báo nhau khi có thay đổi.",
                                        "Văn phòng",
                                        "Văn phòng",
                                        4)));
        assertThat(seenBy(cell, sent(cell, NoticeKind.HELP)).dueOn())
                .isEqualTo(workingDays.plus(today, 10));
        assertThatThrownBy(() -> work.scope().run(() -> agreements.confirm(work, agreement, 1)))
                .isInstanceOf(Refusal.class);

        ward.scope().run(() -> agreements.confirm(ward, agreement, 1));

        assertThat(seenBy(cell, sent(cell, NoticeKind.HELP)).dueOn())
                .isEqualTo(workingDays.plus(today, 4));
        assertThat(
                        agreementStore.answerDays(
                                world.otherWardOffice().scope(),
                                world.workCell,
                                world.cell1,
                                today))
                .isEmpty();
        ward.scope().run(() -> agreements.end(ward, agreement, 2));
        assertThat(seenBy(cell, sent(cell, NoticeKind.HELP)).dueOn())
                .isEqualTo(workingDays.plus(today, 10));
    }

    @Test
    void a_new_post_in_the_record_prepares_a_draft_that_nobody_but_the_office_sees() {
        Holders holders = new Holders(context);
        Visitor clerk = new Visitor(port);
        clerk.signIn(
                holders.holder("Lò Thị Lục", Role.WORKPLACE_OFFICE, world.workplace, null)
                        .userName(),
                Holders.PASSWORD);
        post(clerk, "Trưởng phòng Tổng hợp");

        Visitor.Page drafts = clerk.get("/exchange?tab=DRAFTS");
        assertThat(drafts.text()).contains("Quàng Thị Trao", "chương trình soạn sẵn");
        assertThat(page(holders, Role.RESIDENCE_OFFICE, world.ward, "/exchange?tab=CAME"))
                .doesNotContain("Quàng Thị Trao");
    }

    private void post(Visitor clerk, String post) {
        Visitor.Page form = clerk.get("/members/" + person + "/edit");
        clerk.post(
                "/members/" + person,
                "version",
                form.hidden("version"),
                "fullName",
                "Quàng Thị Trao",
                "post",
                post,
                "commune",
                world.commune());
    }

    private List<String> drafts() {
        return context.getBean(Db.class)
                .list(
                        work.scope(),
                        Sql.of(
                                """
                                select n.body
                                  from exchange.notice n
                                 where n.member_id = :id::uuid
                                   and n.state = 'DRAFT'
                                   and n.work_no <@ :scope::int4multirange
                                 order by n.id
                                """),
                        row -> row.getString("body"),
                        "id",
                        person);
    }

    @Test
    void a_second_change_of_post_goes_into_the_open_draft_and_what_people_wrote_stays() {
        Visitor clerk = new Visitor(port);
        clerk.signIn(
                new Holders(context)
                        .holder("Lò Thị Hai", Role.WORKPLACE_OFFICE, world.workplace, null)
                        .userName(),
                Holders.PASSWORD);

        post(clerk, "Phó phòng Tổng hợp");
        post(clerk, "Trưởng phòng Tổng hợp");
        assertThat(drafts())
                .singleElement()
                .satisfies(body ->
                        assertThat(body)
                                .contains("Trưởng phòng Tổng hợp")
                                .doesNotContain("Phó phòng"));
        UUID id =
                UUID.fromString(
                        clerk.get("/exchange?tab=DRAFTS")
                                .text()
                                .replaceFirst("(?s).*href=\"/exchange/([0-9a-f-]{36})\".*", "$1"));

        String written = drafts().getFirst() + "\nQuyết định số 12 ngày 20/11.";
        assertThatThrownBy(() ->
                        work.scope().run(() -> exchanges.rewrite(work, id, 1, written, false)))
                .as("the text changed since it was read")
                .isInstanceOf(Conflict.class);
        work.scope().run(() -> exchanges.rewrite(work, id, 2, written, false));
        post(clerk, "Phó Giám đốc");
        assertThat(drafts())
                .singleElement()
                .satisfies(body ->
                        assertThat(body)
                                .contains("Phó Giám đốc", "Quyết định số 12 ngày 20/11.")
                                .doesNotContain("Trưởng phòng"));

        work.scope().run(() -> exchanges.rewrite(work, id, 4, "Đã viết lại hết.", false));
        post(clerk, "Giám đốc");
        assertThat(drafts())
                .singleElement()
                .satisfies(body ->
                        assertThat(body).startsWith("Đã viết lại hết.\n").contains("Giám đốc"));
        assertThat(clerk.get("/exchange/" + id).text())
                .contains("Chương trình ghi thay đổi mới vào bản nháp");

        work.scope().run(() -> exchanges.send(work, Map.of(id, 6), SIGNER, null));
        post(clerk, "Chuyên gia");
        assertThat(drafts())
                .singleElement()
                .satisfies(
                        body -> assertThat(body).contains("Chuyên gia").doesNotContain("Giám đốc"));
    }

    @Test
    void concluded_absences_become_letters_in_two_steps_and_an_open_question_does_not() {
        UUID meeting = UUID.randomUUID();
        World.run(
                """
                insert into meeting.meeting
                       (unit_no, id, kind, title, planned_on, starts_at, place, agenda, state, invited_on,
                        held_on, rulebook, changed_at, changed_by)
                values (?, ?, 'PERIODIC', 'Họp thử', ?, '19:30', 'x', 'x', 'HELD', ?, ?, '213-qd-tw/1', now(), 't')
                """,
                world.cell1,
                meeting,
                java.sql.Date.valueOf(today),
                java.sql.Date.valueOf(today),
                java.sql.Date.valueOf(today));
        UUID asked = placed("Quàng Văn Hỏi");
        absent(meeting, person, true);
        absent(meeting, asked, false);
        Holders holders = new Holders(context);
        Visitor secretary = new Visitor(port);
        secretary.signIn(
                holders.holder("Lò Thị Chi", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null)
                        .userName(),
                Holders.PASSWORD);

        assertThat(secretary.get("/exchange/absences").text())
                .contains("Quàng Thị Trao", Show.date(today))
                .doesNotContain("Quàng Văn Hỏi");
        Visitor.Page drafted = secretary.post("/exchange/absences", "members", person.toString());
        assertThat(drafted.text()).contains("Đã soạn 1 bản nháp", "Không có ai vắng không phép");
        String picked =
                drafted.text().replaceFirst("(?s).*name=\"notices\" value=\"([^\"]+)\".*", "$1");
        assertThat(
                        secretary
                                .post(
                                        "/exchange/absences/dispatch",
                                        "notices",
                                        picked,
                                        "signer",
                                        "Lò Thị Chi",
                                        "post",
                                        "Bí thư")
                                .text())
                .contains("gửi 1 công văn", "Quàng Thị Trao");
        assertThat(page(holders, Role.WORKPLACE_OFFICE, world.workplace, "/exchange"))
                .contains("Quàng Thị Trao", "Vắng sinh hoạt nơi cư trú");
    }

    private void absent(UUID meeting, UUID member, boolean concluded) {
        World.run(
                """
                insert into meeting.attendance
                       (unit_no, work_no, meeting_id, member_id, contact_id, full_name, sort_key, work_name,
                        invited_on, mark, held_on, asked_on, answer_due, concluded_on, changed_at, changed_by)
                select c.unit_no, c.work_no, ?, c.member_id, c.id, c.full_name, c.sort_key, c.work_name,
                       ?, 'ABSENT', ?, ?, ?, ?, now(), 't'
                  from liaison.contact c
                 where c.member_id = ?
                   and upper_inf(c.valid)
                """,
                meeting,
                java.sql.Date.valueOf(today),
                java.sql.Date.valueOf(today),
                java.sql.Date.valueOf(today),
                java.sql.Date.valueOf(today),
                concluded ? java.sql.Date.valueOf(today) : null,
                member);
    }
}
