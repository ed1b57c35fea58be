package vn.ganbo.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ganbo.kernel.Show.ZONE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberStatus;
import vn.ganbo.member.Members;
import vn.ganbo.regulation.ScreeningGround;

/** Rà soát, sàng lọc: what is counted, who opens a case, and when it may end how. */
@ProductTest
class ScreeningTest {
    @Autowired Lapses lapses;
    @Autowired Screenings screenings;
    @Autowired ScreeningStore store;
    @Autowired LapseStore lapseStore;
    @Autowired ScreeningQueries queries;
    @Autowired NotesRetained retained;
    @Autowired Db db;
    @Autowired Members members;
    @Autowired Clock clock;
    @Autowired Facts facts;
    @Autowired PlatformTransactionManager transactions;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Viewer office;
    private Viewer secretary;
    private UUID member;
    private Viewer self;

    @BeforeEach
    void a_cell_at_work() {
        world = new World();
        office = world.workplaceOffice();
        secretary = world.viewer(Role.WORKPLACE_CELL_SECRETARY, world.workCell, world.workCell + 9);
        member = world.member("Thào Văn Xem");
        self = world.memberViewer(member);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate month(int n) {
        return LocalDate.of(today().getYear(), n, 1);
    }

    /** Notes as on the last day of this year, so that no month of it is still to come. */
    private void note(Lapses.Noted noted) {
        Instant end =
                LocalDate.of(today().getYear(), 12, 31).atTime(12, 0).atZone(ZONE).toInstant();
        Lapses later = new Lapses(lapseStore, facts, Clock.fixed(end, ZONE));
        secretary
                .scope()
                .run(() ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(_ -> later.note(secretary, member, noted)));
    }

    private void absent(int month, boolean goodReason) {
        note(
                new Lapses.Noted(
                        LapseKind.ABSENCE,
                        month(month),
                        "Bí thư chi bộ",
                        goodReason ? "Mẹ ốm, đã báo sau." : null,
                        goodReason));
    }

    @Test
    void a_month_to_come_is_not_noted() {
        Lapses.Noted next =
                new Lapses.Noted(
                        LapseKind.DUES,
                        today().withDayOfMonth(1).plusMonths(1),
                        "Bí thư",
                        null,
                        false);
        assertThatThrownBy(() -> secretary.scope().run(() -> lapses.note(secretary, member, next)))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("month"));
    }

    private UUID open(ScreeningGround ground, String facts) {
        return secretary.call(() ->
                screenings.open(
                        secretary,
                        new Screenings.Opening(member, ground, "05-NQ/CB", today(), facts)));
    }

    private CaseFile one(UUID id) {
        return office.call(() -> store.one(office.scope(), id)).orElseThrow();
    }

    private void propose(UUID id, ScreeningOutcome outcome) {
        secretary
                .scope()
                .run(() ->
                        screenings.propose(
                                secretary,
                                id,
                                one(id).version(),
                                new Screenings.Proposal(
                                        outcome, "Chi bộ biểu quyết.", "06-NQ/CB", today())));
    }

    private void decide(UUID id) {
        office.scope()
                .run(() ->
                        screenings.decide(
                                office,
                                id,
                                one(id).version(),
                                new Screenings.Paper("21-QĐ/ĐU", today(), "Đảng ủy cấp trên")));
    }

    private MemberStatus status() {
        return office.call(() -> members.file(office.scope(), member)).orElseThrow().status();
    }

    @Test
    void a_month_is_noted_after_somebody_asked_and_a_good_reason_counts_for_nothing() {
        assertThatThrownBy(() ->
                        secretary
                                .scope()
                                .run(() ->
                                        lapses.note(
                                                secretary,
                                                member,
                                                new Lapses.Noted(
                                                        LapseKind.ABSENCE,
                                                        month(1),
                                                        null,
                                                        null,
                                                        true))))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.byField()).containsOnlyKeys("askedBy", "answer"));
        absent(1, false);
        absent(2, true);
        assertThatThrownBy(() -> absent(1, false)).isInstanceOf(Problems.class);

        assertThat(office.call(() -> queries.warned(office.scope(), today().getYear())))
                .singleElement()
                .satisfies(one -> assertThat(one.months()).isEqualTo(1));
        assertThat(self.call(() -> lapseStore.of(self.scope(), member))).hasSize(2);
        Viewer ward = world.wardOffice();
        assertThat(ward.call(() -> lapseStore.of(ward.scope(), member))).isEmpty();
    }

    @Test
    void two_months_open_no_case_and_the_third_only_lets_people_open_one() {
        absent(1, false);
        absent(3, false);
        assertThatThrownBy(() -> open(ScreeningGround.LAPSES, ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("screening.months-missing");
        absent(5, false);
        assertThat(office.call(() -> queries.counts(office.scope())).running())
                .as("nothing opens by itself")
                .isZero();

        UUID id = open(ScreeningGround.LAPSES, "");

        assertThat(one(id).lines()).hasSize(3).allMatch(line -> line.contains("Bí thư chi bộ"));
        UUID lapse = office.call(() -> lapseStore.of(office.scope(), member)).getFirst().id();
        secretary.scope().run(() -> lapses.withdraw(secretary, member, lapse));
        assertThat(one(id).lines()).as("the facts as they stood").hasSize(3);
        assertThatThrownBy(() -> open(ScreeningGround.CARD, "Trả thẻ."))
                .isInstanceOf(Refusal.class)
                .hasMessage("screening.running");
    }

    @Test
    void who_is_exempt_or_stays_with_a_host_is_not_absent_but_still_pays_dues() {
        World.run("update member.member set status = 'EXEMPT' where id = ?", member);
        assertThatThrownBy(() -> absent(3, false))
                .isInstanceOf(Refusal.class)
                .hasMessage("screening.not-expected");
        note(new Lapses.Noted(LapseKind.DUES, month(3), "Bí thư", null, false));
        World.run(
                "insert into member.period (id, member_id, kind, status, valid) values (?, ?, 'STATUS', 'EXEMPT', daterange(?, null))",
                Ids.next(),
                member,
                month(5));
        absent(4, false);
        assertThatThrownBy(() -> absent(5, false)).isInstanceOf(Refusal.class);
    }

    @Test
    void who_was_introduced_elsewhere_is_looked_at_there() {
        World.run(
                """
                insert into transfer.transfer
                       (from_no, work_no, id, member_id, full_name, folded, sort_key, kind, cause, decision_on, to_name,
                        state, opened_on, number, issued_on, dossier, rulebook, changed_at, changed_by)
                select ?, m.work_no, ?, m.id, m.full_name, m.folded, m.sort_key, 'OFFICIAL', 'JOB', ?, 'Đảng ủy xã Xa',
                       'ISSUED', ?, '1-GTSHĐ/ĐU', ?, 'Hồ sơ', '294-qd-tw', current_timestamp, 'x'
                  from member.member m
                 where m.id = ?
                """,
                world.workplace,
                Ids.next(),
                today(),
                today(),
                today(),
                member);

        assertThatThrownBy(() -> open(ScreeningGround.CARD, "Trả thẻ."))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        no -> {
                            assertThat(no.key()).isEqualTo("screening.leaving");
                            assertThat(Labels.say("refusal." + no.key(), no.words()))
                                    .contains("Đảng ủy xã Xa", "Hủy giấy ấy trước");
                        });
    }

    @Test
    void what_the_book_of_dues_says_is_asked_about_and_counts_for_nothing_before() {
        LocalDate last = today().withDayOfMonth(1).minusMonths(1);
        for (LocalDate month : List.of(last, last.plusMonths(1))) {
            World.run(
                    "insert into away.due (work_no, member_id, month, mark, at, by_whom) values (?, ?, ?, 'UNPAID', current_timestamp, 'x')",
                    world.workCell,
                    member,
                    month);
        }
        List<ScreeningQueries.Warned> warned =
                office.call(() -> queries.warned(office.scope(), last.getYear()));
        assertThat(warned)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.notAsked()).as("the month that runs is not over").isEqualTo(1);
                    assertThat(one.months()).isZero();
                });

        secretary
                .scope()
                .run(() ->
                        lapses.note(
                                secretary,
                                member,
                                new Lapses.Noted(LapseKind.DUES, last, "Bí thư", null, false)));

        assertThat(office.call(() -> queries.warned(office.scope(), last.getYear())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.notAsked()).isZero();
                    assertThat(one.months()).isEqualTo(1);
                });
    }

    @Test
    void what_was_noted_goes_along_to_the_new_cell_with_the_open_case() {
        absent(1, false);
        UUID id = open(ScreeningGround.CARD, "Trả thẻ.");
        self.scope().run(() -> screenings.say(self, id, "Tôi xin nhận lại thẻ."));
        int cell = world.workplace + 20;
        World.run("insert into organisation.unit (no, id) values (?, ?)", cell, Ids.next());
        World.run(
                "insert into organisation.unit_period (unit_no, code, name, kind, side, parent_no, valid) values (?, ?, 'Chi bộ Phòng Hai', 'CELL', 'WORKPLACE', ?, '[2020-01-01,)')",
                cell,
                "T." + cell,
                world.workplace);
        Viewer next = world.viewer(Role.WORKPLACE_CELL_SECRETARY, cell, cell + 9);
        assertThat(next.call(() -> store.one(next.scope(), id))).isEmpty();
        Visitor clerk = visitor("Thào Thị Dời", Role.WORKPLACE_OFFICE, world.workplace, null);
        String periods = "/members/" + member + "/periods";
        clerk.get(periods);

        assertThat(
                        clerk.post(
                                        periods,
                                        "kind",
                                        "WORKPLACE",
                                        "unit",
                                        Integer.toString(cell),
                                        "since",
                                        Show.date(today()))
                                .text())
                .contains("Đã ghi vào quá trình");

        assertThat(next.call(() -> store.one(next.scope(), id))).isPresent();
        assertThat(next.call(() -> store.hearings(next.scope(), List.of(id)))).hasSize(1);
        assertThat(next.call(() -> lapseStore.of(next.scope(), member))).hasSize(1);
        assertThat(secretary.call(() -> store.one(secretary.scope(), id))).isEmpty();
        assertThat(secretary.call(() -> lapseStore.of(secretary.scope(), member))).isEmpty();
    }

    @Test
    void what_was_noted_under_a_record_put_into_another_counts_until_they_are_parted() {
        UUID twin = world.member("Thao Van Xem");
        World.run(
                "insert into screening.lapse (work_no, id, member_id, kind, month, asked_by, good_reason, noted_on, at, by_whom) values (?, ?, ?, 'DUES', ?, 'Bí thư', false, ?, current_timestamp, 'x')",
                world.workCell,
                Ids.next(),
                twin,
                month(1),
                today());
        World.run(
                "insert into away.due (work_no, member_id, month, mark, at, by_whom) values (?, ?, ?, 'REDUCED', current_timestamp, 'x')",
                world.workCell,
                twin,
                month(1));
        Visitor clerk = visitor("Thào Thị Gộp", Role.WORKPLACE_OFFICE, world.workplace, null);
        String pair = "/duplicates/" + member + "/" + twin;
        String versions = clerk.get(pair).hidden("versions");
        Visitor.Page merged =
                clerk.post(pair + "/merge", "versions", versions, "reason", "Đã hỏi đồng chí ấy");
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);

        assertThat(secretary.call(() -> lapseStore.of(secretary.scope(), member))).hasSize(1);
        assertThat(self.call(() -> lapseStore.of(self.scope(), member)))
                .as("the person reads every note")
                .hasSize(1);
        assertThat(office.call(() -> queries.warned(office.scope(), today().getYear())))
                .singleElement()
                .satisfies(one -> assertThat(one.memberId()).isEqualTo(member));
        Visitor phone = visitor("Thào Văn Xem", Role.MEMBER, world.workCell, member);
        assertThat(phone.get("/my-away").text()).contains("Đảng phí năm", "Được giảm");

        World.run(
                "update member.merge set undone_at = current_timestamp, undone_by = 'x' where gone_id = ?",
                twin);
        assertThat(secretary.call(() -> lapseStore.of(secretary.scope(), member))).isEmpty();
        assertThat(self.call(() -> lapseStore.of(self.scope(), member))).isEmpty();
    }

    private long due() {
        Viewer all = world.viewer(Role.ADMINISTRATOR, world.province, world.province + 999);
        return db.one(
                        all.scope(),
                        retained.due(),
                        row -> row.getLong("due"),
                        "kinds",
                        new String[] {NotesRetained.KIND},
                        "days",
                        new String[] {today().minusDays(1095).toString()})
                .orElse(-1L);
    }

    @Test
    void notes_of_long_ago_go_when_two_have_approved_but_not_while_a_case_is_open() {
        LocalDate old = today().minusDays(1200).withDayOfMonth(1);
        absent(1, false);
        World.run(
                "update screening.lapse set month = ?, noted_on = ? where member_id = ?",
                old,
                old.plusDays(40),
                member);
        absent(2, false);
        UUID id = open(ScreeningGround.CARD, "Trả thẻ.");
        assertThat(due()).isZero();
        self.scope().run(() -> screenings.say(self, id, "Tôi xin nhận lại thẻ."));
        propose(id, ScreeningOutcome.KEPT);
        decide(id);
        assertThat(due()).isEqualTo(1);
        Visitor first = visitor("Thào Văn Một", Role.ADMINISTRATOR, world.province, null);
        Visitor second = visitor("Thào Văn Hai", Role.ADMINISTRATOR, world.province, null);
        first.get("/disposals");
        first.post("/disposals", "kind", NotesRetained.KIND);
        String page = second.get("/disposals").text();
        String path = page.substring(page.indexOf("/disposals/"), page.indexOf("/approval"));

        assertThat(second.post(path + "/approval").text()).contains("Đã làm xong với 1 bản ghi");

        assertThat(office.call(() -> lapseStore.of(office.scope(), member)))
                .singleElement()
                .satisfies(lapse -> assertThat(lapse.month()).isEqualTo(month(2)));
        assertThat(one(id).lines()).as("what was decided stays").isNotEmpty();
    }

    @Test
    void one_month_asks_for_a_reminder_two_for_a_talk_and_three_let_the_cell_resolve() {
        Visitor cell = visitor("Thào Thị Bậc", Role.WORKPLACE_CELL_SECRETARY, world.workCell, null);
        String at = "/screening/members/" + member;
        List<String> steps =
                List.of(
                        "Nhắc, hỏi cần giúp gì",
                        "Chi ủy gặp trao đổi",
                        "Chi bộ có thể ra nghị quyết mở trường hợp xem xét");
        assertThat(good(cell.get(at)).text()).doesNotContain("Việc tiếp theo");
        for (int months = 1; months <= 3; months++) {
            absent(months, false);
            String step = steps.get(months - 1);
            assertThat(good(cell.get(at)).text()).contains("Việc tiếp theo: <b>" + step);
            assertThat(good(cell.get("/screening")).text()).contains(step);
        }
    }

    @Test
    void three_months_across_two_years_are_not_three_in_a_year() {
        absent(1, false);
        absent(2, false);
        secretary
                .scope()
                .run(() ->
                        lapses.note(
                                secretary,
                                member,
                                new Lapses.Noted(
                                        LapseKind.ABSENCE,
                                        month(12).minusYears(1),
                                        "Bí thư chi bộ",
                                        null,
                                        false)));

        assertThatThrownBy(() -> open(ScreeningGround.LAPSES, "")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> open(ScreeningGround.TWO_YEARS, ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("screening.years-missing");
    }

    @Test
    void nobody_is_decided_on_who_was_not_heard() {
        UUID id = open(ScreeningGround.CARD, "Ngày 02/03 trả thẻ cho bí thư.");
        assertThatThrownBy(() -> propose(id, ScreeningOutcome.STRIKE_OFF))
                .isInstanceOf(Refusal.class)
                .hasMessage("screening.not-heard");
        assertThatThrownBy(() ->
                        World.run(
                                "update screening.case_file set outcome = 'KEPT' where id = ?", id))
                .hasMessageContaining("nobody_unheard");

        self.scope().run(() -> screenings.say(self, id, "Tôi nóng giận, tôi xin nhận lại thẻ."));

        propose(id, ScreeningOutcome.KEPT);
        decide(id);
        assertThat(one(id).state()).isEqualTo(ScreeningState.DECIDED);
        assertThat(status()).isEqualTo(MemberStatus.OFFICIAL);
    }

    @Test
    void help_comes_before_striking_off_and_has_to_end_first() {
        UUID id = open(ScreeningGround.NO_PROGRESS, "Không nhận việc từ đầu năm.");
        secretary.scope().run(() -> screenings.hear(secretary, id, today(), "Nhà gặp khó khăn."));
        assertThatThrownBy(() -> propose(id, ScreeningOutcome.STRIKE_OFF))
                .isInstanceOf(Refusal.class)
                .hasMessage("screening.no-plan");
        assertThatThrownBy(() -> plan(id, today().plusMonths(12)))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("until"));
        plan(id, today().plusMonths(12).minusDays(1));
        secretary.scope().run(() -> screenings.look(secretary, id, today(), "Đã nhận một việc."));
        assertThatThrownBy(() -> propose(id, ScreeningOutcome.STRIKE_OFF))
                .isInstanceOf(Refusal.class)
                .hasMessage("screening.plan-running");
        assertThatThrownBy(() ->
                        World.run(
                                "update screening.case_file set outcome = 'STRIKE_OFF', heard_on = ?, proposed_on = ? where id = ?",
                                today(),
                                today(),
                                id))
                .hasMessageContaining("nobody_struck_off_before_the_help_has_ended");

        World.run(
                "update screening.case_file set plan_from = ?, plan_until = ? where id = ?",
                today().minusMonths(12),
                today().minusDays(1),
                id);
        propose(id, ScreeningOutcome.STRIKE_OFF);
        assertThat(status()).as("a proposal changes nothing").isEqualTo(MemberStatus.OFFICIAL);
        assertThatThrownBy(() ->
                        secretary
                                .scope()
                                .run(() ->
                                        screenings.decide(
                                                secretary,
                                                id,
                                                one(id).version(),
                                                new Screenings.Paper("1", today(), "x"))))
                .isInstanceOf(NotFound.class);
        decide(id);
        assertThat(status()).isEqualTo(MemberStatus.STRUCK_OFF);
    }

    private void plan(UUID id, LocalDate until) {
        secretary
                .scope()
                .run(() ->
                        screenings.plan(
                                secretary,
                                id,
                                one(id).version(),
                                new Screenings.Plan(
                                        "Giao việc vừa sức.", "Đồng chí Lan", today(), until)));
    }

    @Test
    void who_leaves_on_request_is_not_struck_off_and_a_proposal_can_be_sent_back() {
        UUID id = open(ScreeningGround.OWN_REQUEST, "Đơn xin ra khỏi Đảng ngày 01/03.");
        self.scope().run(() -> screenings.say(self, id, "Tôi tự nguyện xin ra."));
        assertThatThrownBy(() -> propose(id, ScreeningOutcome.STRIKE_OFF))
                .isInstanceOf(Refusal.class)
                .hasMessage("screening.other-ground");
        propose(id, ScreeningOutcome.LEAVE);
        office.scope()
                .run(() ->
                        screenings.sendBack(
                                office, id, one(id).version(), "Gặp lại đồng chí một lần nữa."));
        assertThat(one(id).sentBackBecause()).contains("Gặp lại");
        propose(id, ScreeningOutcome.LEAVE);
        decide(id);
        assertThat(status()).isEqualTo(MemberStatus.LEFT);
    }

    @Test
    void a_person_reads_the_own_case_and_nobody_elses() {
        UUID id = open(ScreeningGround.CARD, "Trả thẻ.");
        Viewer other = world.memberViewer(world.member("Thào Thị Khác"));
        assertThat(self.call(() -> store.own(self.scope()))).hasSize(1);
        assertThat(other.call(() -> store.one(other.scope(), id))).isEmpty();
        assertThatThrownBy(() -> other.scope().run(() -> screenings.say(other, id, "x")))
                .isInstanceOf(NotFound.class);
        Viewer ward = world.wardOffice();
        assertThat(ward.call(() -> store.one(ward.scope(), id))).isEmpty();
    }

    @Test
    void leaving_striking_off_and_expulsion_are_counted_apart() {
        for (String status : List.of("EXPELLED", "STRUCK_OFF", "LEFT", "LEFT")) {
            World.run(
                    "insert into member.period (id, member_id, kind, status, valid) values (?, ?, 'STATUS', ?, daterange(?, null))",
                    Ids.next(),
                    world.member("Thào Văn " + status),
                    status,
                    month(1));
        }
        World.run(
                "insert into member.period (id, member_id, kind, status, valid) values (?, ?, 'STATUS', 'LEFT', daterange(?, null))",
                Ids.next(),
                world.member("Thào Văn Năm Trước"),
                month(1).minusYears(1));
        open(ScreeningGround.CARD, "Trả thẻ.");

        for (String kind : List.of("CELL", "GRASSROOTS")) {
            assertThat(office.call(() -> queries.byUnit(office.scope(), today().getYear(), kind)))
                    .singleElement()
                    .satisfies(unit -> {
                        assertThat(unit.expelled()).isEqualTo(1);
                        assertThat(unit.struckOff()).isEqualTo(1);
                        assertThat(unit.leftParty()).isEqualTo(2);
                        assertThat(unit.opened()).isEqualTo(1);
                    });
        }
        assertThat(office.call(() -> queries.byGround(office.scope(), today().getYear())))
                .singleElement()
                .satisfies(g -> assertThat(g.ground()).isEqualTo(ScreeningGround.CARD));
    }

    @Test
    void what_was_typed_stays_when_the_case_has_moved_on_meanwhile() {
        Visitor cell =
                visitor("Thào Thị Chậm", Role.WORKPLACE_CELL_SECRETARY, world.workCell, null);
        String person = "/screening/members/" + member;
        cell.get(person);
        UUID id = open(ScreeningGround.CARD, "Trả thẻ.");
        Visitor.Page second =
                cell.post(person + "/cases", "ground", "CARD", "facts", "Không đóng đảng phí.");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text())
                .contains("đang có một trường hợp xem xét", "Không đóng đảng phí.", "/cases/" + id);
        String file = "/screening/cases/" + id;
        cell.get(file);
        secretary.scope().run(() -> screenings.hear(secretary, id, today(), "Tôi muốn ở lại."));
        propose(id, ScreeningOutcome.KEPT);

        Visitor.Page plan =
                cell.post(
                        file + "/plan",
                        "version",
                        "1",
                        "what",
                        "Kèm cặp hằng tuần",
                        "from",
                        "03/02/2026");
        assertThat(plan.status()).isEqualTo(409);
        assertThat(plan.text()).contains("Trường hợp đã ở bước", "Kèm cặp hằng tuần", "03/02/2026");
        Visitor.Page heard =
                cell.post(file + "/hearing", "heardOn", "mai", "words", "Nghe lần hai");
        assertThat(heard.status()).isEqualTo(422);
        assertThat(heard.text()).contains("Nghe lần hai</textarea>", "không phải một ngày có thật");

        decide(id);
        Visitor.Page late = cell.post(file + "/hearing", "heardOn", "mai", "words", "Nghe lần ba");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Trường hợp đã ở bước", "Nghe lần ba");
        Visitor phone = visitor("Thào Văn Xem", Role.MEMBER, world.workCell, member);
        phone.get("/my-case");
        Visitor.Page own = phone.post("/my-case/" + id + "/words", "words", "Xin thưa thêm");
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.text()).contains("Xin thưa thêm");
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
    void everything_that_is_missing_is_said_at_once_and_what_was_typed_stays() {
        Visitor cell =
                visitor("Thào Thị Thiếu", Role.WORKPLACE_CELL_SECRETARY, world.workCell, null);
        Visitor office = visitor("Thào Văn Thiếu", Role.WORKPLACE_OFFICE, world.workplace, null);
        String at = "/screening/members/" + member;
        said(
                cell.post(at + "/lapses", "goodReason", "true", "month", ""),
                "Chọn ghi về việc gì.",
                "Chọn tháng.",
                "Ghi ai đã hỏi lý do",
                "Ghi lý do đồng chí ấy trả lời.");
        said(
                cell.post(at + "/talks", "onDay", ""),
                "Chọn: nhắc, hay gặp trao đổi.",
                "Ghi ngày.",
                "Ghi đã nói gì, đồng chí ấy cần giúp gì.");
        said(
                cell.post(at + "/cases", "ground", "CARD", "facts", ""),
                "Ghi số nghị quyết của chi bộ.",
                "Ghi ngày.",
                "Ghi việc gì, ngày nào.");
        UUID id = open(ScreeningGround.CARD, "Trả thẻ.");
        String file = "/screening/cases/" + id;
        said(cell.post(file + "/hearing", "heardOn", ""), "Ghi ngày.", "Ghi đúng lời trình bày.");
        said(
                cell.post(file + "/plan", "version", "1", "helper", "Đồng chí Mỷ", "from", "1/x"),
                "Ghi giúp việc gì, đồng chí ấy cần làm gì.",
                "Đồng chí Mỷ",
                "1/x");
        said(
                cell.post(file + "/proposal", "version", "1", "because", "Đã nhận lại thẻ."),
                "Chọn chi bộ đề nghị thế nào.",
                "Ghi số nghị quyết của chi bộ về đề nghị này.",
                "Ghi ngày.",
                "Đã nhận lại thẻ.");
        self.scope().run(() -> screenings.say(self, id, "Tôi xin nhận lại thẻ."));
        propose(id, ScreeningOutcome.KEPT);
        said(
                office.post(file + "/decision", "version", "2", "on", ""),
                "Ghi số quyết định.",
                "Ghi ngày.",
                "Ghi cấp ủy có thẩm quyền đã quyết định.");
    }

    private static void said(Visitor.Page page, String... words) {
        assertThat(page.status()).as(page.path() + "\n" + page.text()).isEqualTo(422);
        assertThat(page.text()).contains(words);
    }

    @Test
    void the_whole_way_over_the_pages() {
        Visitor cell = visitor("Thào Thị Thư", Role.WORKPLACE_CELL_SECRETARY, world.workCell, null);
        Visitor committee = visitor("Thào Văn Ủy", Role.WORKPLACE_OFFICE, world.workplace, null);
        Visitor person = visitor("Thào Văn Xem", Role.MEMBER, world.workCell, member);
        assertThat(good(cell.get("/screening?q=thao+van+xem")).text()).contains("Thào Văn Xem");
        String at = "/screening/members/" + member;
        good(cell.get(at));
        int now = today().getMonthValue();
        good(
                cell.post(
                        at + "/lapses",
                        "kind",
                        "DUES",
                        "month",
                        "%d-%02d".formatted(today().getYear(), now),
                        "askedBy",
                        "Bí thư"));
        for (int n : List.of(now % 12 + 1, (now + 1) % 12 + 1)) {
            note(new Lapses.Noted(LapseKind.DUES, month(n), "Bí thư", null, false));
        }
        assertThat(cell.post(at + "/lapses", "kind", "DUES", "month", "2026-13").status())
                .isEqualTo(422);
        assertThat(
                        good(cell.post(
                                        at + "/talks",
                                        "talk",
                                        "TALKED",
                                        "onDay",
                                        Show.date(today()),
                                        "words",
                                        "Đồng chí đang khó khăn."))
                                .text())
                .contains("Đồng chí đang khó khăn.");
        assertThat(good(cell.get("/screening")).text()).contains("chưa đóng đảng phí 3 tháng");
        Visitor.Page empty = cell.post(at + "/cases", "facts", "Ba tháng đầu năm.");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("Chọn căn cứ.", "Ghi ngày.", "Ba tháng đầu năm.");
        good(
                cell.post(
                        at + "/cases",
                        "ground",
                        "LAPSES",
                        "resolutionNo",
                        "05-NQ/CB",
                        "resolutionOn",
                        Show.date(today())));
        UUID id = office.call(() -> queries.cases(office.scope(), false)).getFirst().id();
        String file = "/screening/cases/" + id;
        assertThat(good(cell.get("/screening?tab=RUNNING")).text()).contains(file);
        assertThat(person.get("/members/me").text()).contains("/my-case", "Chi bộ theo dõi");
        assertThat(committee.get("/members/" + member).text()).contains(file);
        assertThat(good(person.get("/my-case")).text()).contains("05-NQ/CB");
        assertThat(
                        good(person.post("/my-case/" + id + "/words", "words", "Tôi sẽ đóng đủ."))
                                .text())
                .contains("Đã gửi lời trình bày");
        String version = good(cell.get(file)).hidden("version");
        assertThat(cell.get(file).text())
                .contains("Tôi sẽ đóng đủ.", "value=\"STRIKE_OFF\"")
                .doesNotContain("value=\"LEAVE\"");
        good(
                cell.post(
                        file + "/proposal",
                        "version",
                        version,
                        "outcome",
                        "KEPT",
                        "because",
                        "Đã đóng đủ.",
                        "number",
                        "06-NQ/CB",
                        "on",
                        Show.date(today())));
        String next = good(committee.get(file)).hidden("version");
        Visitor.Page unsaid = committee.post(file + "/sending-back", "version", next);
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text())
                .containsPattern("<details class=\"fold\" open[^>]*><summary>Chuyển lại chi bộ");
        assertThat(
                        good(committee.post(
                                        file + "/decision",
                                        "version",
                                        next,
                                        "number",
                                        "21-TB/ĐU",
                                        "on",
                                        Show.date(today()),
                                        "issuer",
                                        "Đảng ủy"))
                                .text())
                .contains("Đã ghi quyết định", "Thông báo số 21-TB/ĐU");
        good(committee.get("/screening?tab=DECIDED"));
        good(committee.get("/screening/statistics?by=ORGANISATION"));
        assertThat(new String(committee.download("/screening/export?tab=DECIDED&as=csv"), UTF_8))
                .contains("Thào Văn Xem");
        assertThat(PageStatements.of(cell, at)).hasSizeLessThanOrEqualTo(5);
        assertThat(PageStatements.of(cell, file)).hasSizeLessThanOrEqualTo(5);
        assertThat(PageStatements.of(cell, "/screening")).hasSizeLessThanOrEqualTo(5);
    }
}
