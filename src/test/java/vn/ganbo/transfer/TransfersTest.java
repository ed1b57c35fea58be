package vn.ganbo.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
import vn.ganbo.document.Papers;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PortalFiles;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.liaison.Introductions.Placement;
import vn.ganbo.member.Handovers;
import vn.ganbo.member.MemberFile;
import vn.ganbo.member.MemberStatus;
import vn.ganbo.member.Members;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.WorkingDays;

/** Chuyển sinh hoạt đảng: who may be introduced, who sees what when, and who places the member. */
@ProductTest
class TransfersTest {
    private static final List<TransferState> STAYING = List.of(TransferState.STAYING);
    private static final List<String> WHOLE = List.of("review", "card", "decision");

    @Autowired Transfers transfers;
    @Autowired HostStays stays;
    @Autowired PaperStays paperStays;
    @Autowired TransferClock transferClock;
    @Autowired TransferStore store;
    @Autowired TransferQueries queries;
    @Autowired TransferLetterFiles files;
    @Autowired Handovers handovers;
    @Autowired Introductions introductions;
    @Autowired Members members;
    @Autowired Papers papers;
    @Autowired Units units;
    @Autowired WorkingDays workingDays;
    @Autowired Clock clock;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private World there;
    private Viewer office;
    private Viewer newOffice;
    private UUID member;

    @BeforeEach
    void two_workplaces() {
        world = new World();
        there = new World();
        office = world.workplaceOffice();
        newOffice = there.workplaceOffice();
        member = world.member("Giàng Thị Chuyển");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private UUID organisation(World of) {
        return units.require(office.scope(), of.workplace).id();
    }

    private Transfers.Opening opening(@Nullable UUID to) {
        return new Transfers.Opening(
                member,
                TransferCause.JOB,
                false,
                "15-QĐ/TC",
                today().minusDays(10),
                to,
                to == null ? "Đảng ủy phường Rừng Xa, tỉnh Núi Thử" : "",
                null,
                null);
    }

    private UUID open(@Nullable UUID to) {
        return office.call(() -> transfers.open(office, opening(to)));
    }

    private Transfer one(Viewer viewer, UUID id) {
        return viewer.call(() -> store.one(viewer.scope(), id)).orElseThrow();
    }

    private void issue(UUID id) {
        office.scope()
                .run(() ->
                        transfers.issue(
                                office,
                                id,
                                one(office, id).version(),
                                WHOLE,
                                true,
                                new Transfers.Signer("Lò Văn Ký", "Bí thư")));
    }

    private void receive(UUID id) {
        newOffice
                .scope()
                .run(() -> transfers.receive(newOffice, id, one(newOffice, id).version(), today()));
    }

    private void place(UUID id) {
        newOffice
                .scope()
                .run(() ->
                        transfers.place(
                                newOffice,
                                id,
                                one(newOffice, id).version(),
                                there.workCell,
                                today()));
    }

    @Test
    void the_new_office_sees_the_case_from_the_letter_on_and_the_member_once_placed() {
        UUID id = open(organisation(there));
        assertThat(newOffice.call(() -> store.one(newOffice.scope(), id))).isEmpty();

        issue(id);

        Transfer issued = one(newOffice, id);
        assertThat(issued.number()).isEqualTo("01-GTSHĐ/ĐU");
        assertThat(issued.handInDue()).isEqualTo(workingDays.plus(today(), 30));
        assertThat(newOffice.call(() -> members.file(newOffice.scope(), member))).isEmpty();
        UUID paper = java.util.Objects.requireNonNull(issued.paperId());
        assertThat(newOffice.call(() -> papers.read(newOffice.scope(), paper)).number())
                .isEqualTo("01-GTSHĐ/ĐU");

        receive(id);
        place(id);

        MemberFile file =
                newOffice.call(() -> members.file(newOffice.scope(), member)).orElseThrow();
        assertThat(file.workNo()).isEqualTo(there.workCell);
        assertThat(office.call(() -> members.file(office.scope(), member))).isEmpty();
        assertThat(one(office, id).placedName()).isEqualTo("Chi bộ Phòng Một");
    }

    @Test
    void whoever_was_not_handed_a_member_cannot_take_him() {
        UUID id = open(organisation(there));
        World third = new World();
        Viewer stranger = third.workplaceOffice();

        assertThatThrownBy(() -> take(newOffice, id, there.workCell)).isInstanceOf(NotFound.class);
        issue(id);
        assertThatThrownBy(() -> take(stranger, id, third.workCell)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> take(newOffice, id, world.workCell)).isInstanceOf(NotFound.class);
        office.scope().run(() -> transfers.cancel(office, id, one(office, id).version(), "Ở lại."));
        assertThatThrownBy(() -> take(newOffice, id, there.workCell)).isInstanceOf(NotFound.class);
    }

    private void take(Viewer viewer, UUID id, int cell) {
        viewer.scope()
                .run(() ->
                        handovers.take(
                                viewer.scope(),
                                id,
                                cell,
                                today(),
                                new vn.ganbo.member.Decided(null, null, null)));
    }

    @Test
    void while_an_inspection_is_under_way_nothing_is_opened_and_nothing_is_kept_of_it() {
        Transfers.Opening plain = opening(organisation(there));
        Transfers.Opening blocked =
                new Transfers.Opening(
                        member,
                        plain.cause(),
                        true,
                        plain.decisionNo(),
                        plain.decisionOn(),
                        plain.to(),
                        "",
                        null,
                        null);

        assertThatThrownBy(() -> office.call(() -> transfers.open(office, blocked)))
                .isInstanceOf(Refusal.class)
                .hasMessage("transfer.blocked");

        assertThat(office.call(() -> queries.counts(office.scope())).going()).isZero();
    }

    @Test
    void the_dead_the_struck_off_and_the_suspended_are_not_transferred() {
        for (String status : List.of("DECEASED", "STRUCK_OFF", "TRANSFERRED", "SUSPENDED")) {
            World.run("update member.member set status = ? where id = ?", status, member);
            assertThatThrownBy(() -> open(organisation(there)))
                    .as(status)
                    .isInstanceOf(Refusal.class)
                    .hasMessage("transfer.not-in-party-life");
        }
    }

    private UUID screened() {
        UUID id = vn.ganbo.kernel.Ids.next();
        World.run(
                """
                insert into screening.case_file
                       (work_no, id, member_id, full_name, sort_key, ground, resolution_no, resolution_on, facts,
                        state, opened_on, rulebook, changed_at, changed_by)
                select m.work_no, ?, m.id, m.full_name, m.sort_key, 'CARD', '05-NQ/CB', ?, 'Trả thẻ.', 'OPENED', ?,
                       '24-qd-tw', current_timestamp, 'x'
                  from member.member m
                 where m.id = ?
                """,
                id,
                today(),
                today(),
                member);
        return id;
    }

    @Test
    void
            whose_standing_is_looked_at_is_not_introduced_for_good_but_may_stay_elsewhere_for_a_time() {
        UUID before = open(organisation(there));
        screened();
        assertThatThrownBy(() -> issue(before))
                .isInstanceOf(Refusal.class)
                .hasMessage("transfer.held");
        office.scope()
                .run(() ->
                        transfers.cancel(
                                office, before, one(office, before).version(), "Xem xét trước."));
        Visitor clerk = visitor("Giàng Văn Đi", Role.WORKPLACE_OFFICE, world.workplace, null);
        String form = "/transfers/new?member=" + member;
        assertThat(good(clerk.get(form)).text())
                .contains("Chưa chuyển chính thức được", "trường hợp xem xét tư cách đang mở");
        Visitor.Page refused =
                clerk.post(
                        "/transfers",
                        "member",
                        member.toString(),
                        "cause",
                        "JOB",
                        "blocked",
                        "NO",
                        "decisionOn",
                        vn.ganbo.kernel.Show.date(today()),
                        "toName",
                        "Đảng ủy xã Xa");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text())
                .contains("Chưa chuyển sinh hoạt chính thức được", "Đảng ủy xã Xa");
        assertThat(good(clerk.get(form + "&kind=TEMPORARY")).text())
                .doesNotContain("Chưa chuyển chính thức được");

        UUID stay =
                office.call(() ->
                        transfers.open(
                                office,
                                new Transfers.Opening(
                                        member,
                                        TransferCause.STUDY,
                                        false,
                                        null,
                                        today(),
                                        organisation(there),
                                        "",
                                        today(),
                                        today().plusMonths(6))));
        issue(stay);
        assertThat(one(office, stay).state()).isEqualTo(TransferState.ISSUED);
    }

    @Test
    void days_that_cannot_be_are_said_on_the_page_and_what_was_typed_stays() {
        Visitor clerk = visitor("Giàng Văn Ngày", Role.WORKPLACE_OFFICE, world.workplace, null);
        String today = vn.ganbo.kernel.Show.date(today());
        clerk.get("/transfers/new?member=" + member + "&kind=TEMPORARY");
        Visitor.Page tooLong =
                clerk.post(
                        "/transfers",
                        "member",
                        member.toString(),
                        "cause",
                        "STUDY",
                        "blocked",
                        "NO",
                        "decisionNo",
                        "31/QĐ-ĐT",
                        "decisionOn",
                        today,
                        "toName",
                        "Đảng ủy Trường Xa",
                        "since",
                        today,
                        "until",
                        vn.ganbo.kernel.Show.date(today().plusYears(3)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text())
                .contains(
                        "Chuyển tạm thời để học tập từ 3 tháng đến hết 24 tháng",
                        "Đảng ủy Trường Xa",
                        "31/QĐ-ĐT");

        Visitor.Page empty =
                clerk.post("/transfers", "member", member.toString(), "kind", "TEMPORARY");
        assertThat(empty.text())
                .as("everything at once")
                .contains(
                        "Chọn lý do chuyển",
                        "Ghi ngày của quyết định",
                        "Chọn tổ chức đảng nơi đến",
                        "Ghi ngày đầu của thời gian tạm thời",
                        "Ghi ngày cuối của thời gian tạm thời");
        clerk.get("/transfers/new?member=" + member);
        Visitor.Page tooEarly =
                clerk.post(
                        "/transfers",
                        "member",
                        member.toString(),
                        "cause",
                        "JOB",
                        "blocked",
                        "NO",
                        "decisionOn",
                        vn.ganbo.kernel.Show.date(today().plusDays(2)),
                        "toName",
                        "Đảng ủy xã Xa");
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.text())
                .contains("chưa đến. Mở hồ sơ khi đã có quyết định", "Đảng ủy xã Xa");

        World.run("update member.member set status = 'DECEASED' where id = ?", member);
        Visitor.Page gone =
                clerk.post(
                        "/transfers",
                        "member",
                        member.toString(),
                        "cause",
                        "JOB",
                        "blocked",
                        "NO",
                        "decisionOn",
                        today,
                        "toName",
                        "Đảng ủy xã Xa");
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.text()).contains("Từ trần", "Đảng ủy xã Xa");
    }

    @Test
    void a_list_opens_where_somebody_waits() {
        Visitor other = visitor("Giàng Văn Đến", Role.WORKPLACE_OFFICE, there.workplace, null);
        assertThat(good(other.get("/transfers")).text()).contains("Không có ai đang chuyển đi");
        issue(open(organisation(there)));

        assertThat(good(other.get("/transfers")).text()).contains("Giàng Thị Chuyển");
        assertThat(good(other.get("/transfers?tab=GOING")).text())
                .doesNotContain("Giàng Thị Chuyển");
    }

    @Test
    void one_transfer_at_a_time_and_none_within_the_own_office() {
        open(organisation(there));
        assertThatThrownBy(() -> open(null))
                .isInstanceOf(Refusal.class)
                .hasMessage("transfer.running");
        member = world.member("Giàng Văn Hai");
        assertThatThrownBy(() -> open(organisation(world)))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("to"));
    }

    @Test
    void a_cell_proposes_and_the_office_above_issues_or_declines() {
        Viewer secretary =
                world.viewer(Role.WORKPLACE_CELL_SECRETARY, world.workCell, world.workCell + 9);
        Transfers.Opening of = opening(organisation(there));
        UUID declined = secretary.call(() -> transfers.open(secretary, of));
        assertThat(one(office, declined).state()).isEqualTo(TransferState.PROPOSED);
        assertThat(newOffice.call(() -> store.one(newOffice.scope(), declined))).isEmpty();
        assertThatThrownBy(() ->
                        secretary
                                .scope()
                                .run(() ->
                                        transfers.issue(
                                                secretary,
                                                declined,
                                                1,
                                                WHOLE,
                                                true,
                                                new Transfers.Signer("Lò Văn Ký", "Bí thư"))))
                .isInstanceOf(NotFound.class);
        office.scope().run(() -> transfers.cancel(office, declined, 1, "Chờ quyết định mới."));

        UUID id = secretary.call(() -> transfers.open(secretary, of));
        issue(id);

        assertThat(one(newOffice, id).state()).isEqualTo(TransferState.ISSUED);
        member = world.member("Giàng Văn Nội");
        Transfers.Opening inside = opening(organisation(world));
        assertThatThrownBy(() -> secretary.call(() -> transfers.open(secretary, inside)))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("to"));
    }

    @Test
    void a_letter_needs_the_whole_sealed_file_and_a_day_neither_early_nor_to_come() {
        UUID id = open(organisation(there));
        assertThatThrownBy(() ->
                        office.scope()
                                .run(() ->
                                        transfers.issue(
                                                office,
                                                id,
                                                one(office, id).version(),
                                                List.of("card"),
                                                false,
                                                new Transfers.Signer("", ""))))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p ->
                                assertThat(p.byField())
                                        .containsOnlyKeys("dossier", "sealed", "signer", "post"));
        issue(id);
        for (LocalDate wrong : List.of(today().minusDays(1), today().plusDays(1))) {
            assertThatThrownBy(() ->
                            newOffice
                                    .scope()
                                    .run(() ->
                                            transfers.receive(
                                                    newOffice,
                                                    id,
                                                    one(newOffice, id).version(),
                                                    wrong)))
                    .isInstanceOf(Problems.class);
        }
        assertThatThrownBy(() -> issue(id))
                .isInstanceOf(Refusal.class)
                .hasMessage("transfer.wrong-state");
    }

    @Test
    void a_letter_that_is_given_back_says_why_and_the_member_stays() {
        UUID id = open(organisation(there));
        issue(id);
        newOffice
                .scope()
                .run(() ->
                        transfers.giveBack(
                                newOffice,
                                id,
                                one(newOffice, id).version(),
                                "Chưa có quyết định tiếp nhận."));

        assertThat(one(office, id).because()).isEqualTo("Chưa có quyết định tiếp nhận.");
        assertThatThrownBy(() -> take(newOffice, id, there.workCell)).isInstanceOf(NotFound.class);
        assertThat(open(organisation(there))).isNotEqualTo(id);
    }

    @Test
    void who_goes_outside_is_transferred_once_the_slip_has_come_back() {
        UUID id = open(null);
        issue(id);
        assertThat(office.call(() -> members.file(office.scope(), member)).orElseThrow().status())
                .isEqualTo(MemberStatus.OFFICIAL);

        office.scope()
                .run(() ->
                        transfers.leave(
                                office, id, one(office, id).version(), "07-PB/ĐU", today()));

        MemberFile file = office.call(() -> members.file(office.scope(), member)).orElseThrow();
        assertThat(file.status()).isEqualTo(MemberStatus.TRANSFERRED);
        assertThat(one(office, id).state()).isEqualTo(TransferState.LEFT);
    }

    private UUID stay(@Nullable UUID to, LocalDate since, LocalDate until) {
        Transfers.Opening of =
                new Transfers.Opening(
                        member,
                        TransferCause.POSTING,
                        false,
                        "16-QĐ/TC",
                        today().minusDays(10),
                        to,
                        to == null ? "Đảng ủy phường Rừng Xa" : "",
                        since,
                        until);
        return office.call(() -> transfers.open(office, of));
    }

    @Test
    void a_stay_is_three_months_to_under_a_year_and_the_head_count_stays() {
        assertThatThrownBy(() -> stay(null, today(), today().plusMonths(12)))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("until"));
        UUID id = stay(organisation(there), today(), today().plusMonths(6));
        issue(id);
        newOffice
                .scope()
                .run(() -> stays.begin(newOffice, id, one(newOffice, id).version(), today(), null));

        MemberFile file = office.call(() -> members.file(office.scope(), member)).orElseThrow();
        assertThat(file.workNo()).isEqualTo(world.workCell);
        assertThat(file.status()).isEqualTo(MemberStatus.OFFICIAL);
        assertThatThrownBy(() -> take(newOffice, id, there.workCell)).isInstanceOf(NotFound.class);
    }

    @Test
    void the_host_is_asked_once_a_year_and_answers_in_words_that_the_home_cell_reads() {
        UUID id = stay(organisation(there), today(), today().plusMonths(6));
        issue(id);
        newOffice
                .scope()
                .run(() -> stays.begin(newOffice, id, one(newOffice, id).version(), today(), null));
        office.scope().run(() -> stays.ask(office, id));
        assertThatThrownBy(() -> office.scope().run(() -> stays.ask(office, id)))
                .isInstanceOf(Refusal.class);
        UUID comment = newOffice.call(() -> store.comments(newOffice.scope(), id)).getFirst().id();
        assertThatThrownBy(
                        () -> office.scope().run(() -> stays.answer(office, id, comment, "Tốt.")))
                .isInstanceOf(NotFound.class);

        newOffice
                .scope()
                .run(() -> stays.answer(newOffice, id, comment, "Sinh hoạt đều, việc tốt."));

        Viewer secretary =
                world.viewer(Role.WORKPLACE_CELL_SECRETARY, world.workCell, world.workCell + 9);
        assertThat(secretary.call(() -> store.comments(secretary.scope(), id)))
                .singleElement()
                .satisfies(c -> assertThat(c.answer()).isEqualTo("Sinh hoạt đều, việc tốt."));
        office.scope().run(() -> stays.end(office, id, one(office, id).version(), today()));
        assertThat(one(office, id).state()).isEqualTo(TransferState.ENDED);
    }

    /** The secretary of the cell where the member lives for the time. */
    private Viewer hostSecretary() {
        return there.viewer(Role.WORKPLACE_CELL_SECRETARY, there.workCell, there.workCell + 9);
    }

    private UUID hosted(@Nullable Integer cell) {
        UUID id = stay(organisation(there), today(), today().plusMonths(6));
        issue(id);
        newOffice
                .scope()
                .run(() -> stays.begin(newOffice, id, one(newOffice, id).version(), today(), cell));
        return id;
    }

    private List<String> living(UUID member) {
        return World.texts(
                "select coalesce(host_no::text, '-') || ' ' || coalesce(ended_on::text, '-') from member.stay where member_id = ?",
                member);
    }

    @Test
    void the_host_says_in_which_cell_and_may_say_it_again() {
        UUID id = hosted(null);
        Viewer secretary = hostSecretary();
        assertThat(living(member)).containsExactly("- -");
        assertThat(secretary.call(() -> store.one(secretary.scope(), id))).isEmpty();
        assertThatThrownBy(() ->
                        newOffice
                                .scope()
                                .run(() ->
                                        stays.live(
                                                newOffice,
                                                id,
                                                one(newOffice, id).version(),
                                                world.workCell)))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("cell"));
        assertThatThrownBy(() ->
                        office.scope()
                                .run(() ->
                                        stays.live(
                                                office,
                                                id,
                                                one(office, id).version(),
                                                world.workCell)))
                .isInstanceOf(NotFound.class);

        newOffice
                .scope()
                .run(() -> stays.live(newOffice, id, one(newOffice, id).version(), there.workCell));

        assertThat(living(member)).containsExactly(there.workCell + " -");
        assertThat(secretary.call(() -> queries.list(secretary.scope(), "STAYING", STAYING, 5, 0)))
                .singleElement()
                .satisfies(line -> assertThat(line.placedName()).isEqualTo("Chi bộ Phòng Một"));
        assertThat(noticed(there.workCell)).contains("transfer.stay-cell-named");
        office.scope().run(() -> stays.end(office, id, one(office, id).version(), today()));
        assertThat(living(member)).containsExactly(there.workCell + " " + today());
    }

    private static List<String> noticed(int unit) {
        return World.texts("select key from notification.notice where unit_no = ?", unit);
    }

    @Test
    void a_cell_whose_guest_goes_to_another_one_is_told() {
        int second = secondCell(there);
        UUID id = hosted(there.workCell);
        assertThat(noticed(there.workCell)).doesNotContain("transfer.stay-cell-named");

        newOffice
                .scope()
                .run(() -> stays.live(newOffice, id, one(newOffice, id).version(), second));

        assertThat(noticed(second)).contains("transfer.stay-cell-named");
        assertThat(noticed(there.workCell)).contains("transfer.stay-left-cell");
        Visitor before =
                visitor("Giàng Văn Trước", Role.WORKPLACE_CELL_SECRETARY, there.workCell, null);
        assertThat(good(before.get("/notifications")).text())
                .contains(
                        "Đồng chí Giàng Thị Chuyển chuyển sang sinh hoạt tạm thời tại Chi bộ Phòng Hai");
        assertThat(
                        World.texts(
                                "select details::text from audit.fact where key = 'transfer.stay-left-cell'"))
                .isNotEmpty()
                .noneMatch(kept -> kept.contains("Giàng"));
    }

    private static int secondCell(World of) {
        int no = of.workCell + 10;
        World.run(
                "insert into organisation.unit (no, id) values (?, ?)",
                no,
                vn.ganbo.kernel.Ids.next());
        World.run(
                "insert into organisation.unit_period (unit_no, code, name, kind, side, parent_no, valid) values (?, ?, 'Chi bộ Phòng Hai', 'CELL', 'WORKPLACE', ?, '[2020-01-01,)')",
                no,
                "T." + no,
                of.workplace);
        return no;
    }

    private void extend(Viewer viewer, UUID id, LocalDate until, LocalDate decided) {
        viewer.scope()
                .run(() ->
                        stays.extend(
                                viewer,
                                id,
                                one(viewer, id).version(),
                                new HostStays.Longer(until, "40-CV/ĐU", decided)));
    }

    @Test
    void a_stay_is_extended_by_the_home_and_the_whole_of_it_stays_within_the_rule() {
        UUID id = hosted(there.workCell);
        LocalDate end = today().plusMonths(6);
        LocalDate longer = today().plusMonths(11);
        assertThatThrownBy(() -> extend(newOffice, id, longer, today()))
                .as("the host does not say so of a home in this program")
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> extend(office, id, today().plusMonths(12), today()))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p ->
                                assertThat(p.byField().get("until"))
                                        .singleElement()
                                        .asString()
                                        .contains("dưới 12 tháng", "Quy định 29-QĐ/TW"));
        assertThatThrownBy(() -> extend(office, id, end, today().plusDays(1)))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.byField()).containsOnlyKeys("until", "decisionOn"));
        assertThatThrownBy(() -> extend(office, id, longer, today().minusDays(1)))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.byField()).containsOnlyKeys("decisionOn"));

        World.run("update transfer.transfer set stay_reminded = 7 where id = ?", id);
        extend(office, id, longer, today());

        assertThat(one(newOffice, id).until()).isEqualTo(longer);
        assertThat(
                        World.texts(
                                "select s.until::text || ' ' || coalesce(t.stay_reminded::text, '-') from member.stay s join transfer.transfer t on t.id = s.id where s.id = ?",
                                id))
                .as(
                        "the host's meetings call the guest until then, and the end is reminded of again")
                .containsExactly(longer + " -");
        for (int told : List.of(there.workCell, world.workCell)) {
            assertThat(noticed(told)).contains("transfer.stay-extended");
        }
        Visitor clerk = visitor("Giàng Văn Gia", Role.WORKPLACE_OFFICE, world.workplace, null);
        Visitor other = visitor("Giàng Văn Hạn", Role.WORKPLACE_OFFICE, there.workplace, null);
        Visitor cell = visitor("Giàng Văn Tổ", Role.WORKPLACE_CELL_SECRETARY, there.workCell, null);
        String said =
                "từ hết %s đến hết %s, theo văn bản số 40-CV/ĐU"
                        .formatted(
                                vn.ganbo.kernel.Show.date(end), vn.ganbo.kernel.Show.date(longer));
        for (Visitor one : List.of(clerk, other, cell)) {
            assertThat(good(one.get("/transfers/" + id)).text()).contains(said);
        }
        for (Visitor one : List.of(clerk, other)) {
            Visitor.Page page = one.get("/transfers/" + id);
            java.util.regex.Matcher paper =
                    java.util.regex.Pattern.compile(
                                    "href=\"(/papers/[0-9a-f-]{36})\">Mở công văn gia hạn")
                            .matcher(page.text());
            assertThat(paper.find()).isTrue();
            assertThat(one.get(paper.group(1)).status()).isEqualTo(200);
        }
        assertThat(other.get("/transfers/" + id).text()).doesNotContain("Gia hạn và ra công văn");
        Visitor person = visitor("Giàng Thị Chuyển", Role.MEMBER, world.workCell, member);
        Visitor.Page mine = good(person.get("/members/me"));
        assertThat(mine.text())
                .contains(
                        "từ hết %s đến hết %s"
                                .formatted(
                                        vn.ganbo.kernel.Show.date(end),
                                        vn.ganbo.kernel.Show.date(longer)));
        java.util.regex.Matcher own =
                java.util.regex.Pattern.compile("(/papers/[0-9a-f-]{36})[^>]*>[^<]*từ hết")
                        .matcher(mine.text());
        assertThat(own.find()).as(mine.text()).isTrue();
        assertThat(person.get(own.group(1)).status()).isEqualTo(200);
        assertThat(cell.get("/transfers/" + id).text())
                .as("no link that leads nowhere")
                .doesNotContain("Mở công văn gia hạn", "Mở giấy giới thiệu");
        assertThat(PageStatements.of(clerk, "/transfers/" + id)).hasSizeLessThanOrEqualTo(5);

        Visitor.Page wrong =
                clerk.post(
                        "/transfers/" + id + "/extension",
                        "version",
                        Integer.toString(one(office, id).version()),
                        "until",
                        vn.ganbo.kernel.Show.date(today().plusYears(2)),
                        "decisionNo",
                        "41-CV/ĐU",
                        "decisionOn",
                        "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("Ghi ngày của văn bản gia hạn", "41-CV/ĐU")
                .contains(vn.ganbo.kernel.Show.date(today().plusYears(2)));
    }

    /** Somebody comes to the ward for a time with a letter on paper. */
    private UUID onPaper(Viewer ward, String fullName) {
        return ward.call(() ->
                paperStays.receive(
                        ward,
                        new PaperStays.Arrived(
                                null,
                                null,
                                "Đảng ủy xã Rất Xa",
                                "Chi bộ Thôn Đầu",
                                "07-GTSHĐ/ĐU",
                                today().minusDays(20),
                                TransferCause.POSTING,
                                today().minusDays(15),
                                today().minusDays(15).plusMonths(6),
                                today().minusDays(10),
                                world.cell1,
                                fullName,
                                null)));
    }

    @Test
    void the_end_of_a_stay_on_paper_is_reminded_of_at_the_host_by_night() {
        Viewer ward = world.wardOffice();
        UUID id = onPaper(ward, "Giàng Thị Giấy");
        Viewer night = Viewer.system("test");
        night.scope().run(() -> transferClock.remind(night));
        assertThat(noticed(world.cell1)).doesNotContain("transfer.stay-ending");

        for (int days : List.of(60, 30, 7)) {
            int before = reminded();
            World.run(
                    "update transfer.transfer set until = ? where id = ?",
                    today().plusDays(days + 1),
                    id);
            night.scope().run(() -> transferClock.remind(night));
            assertThat(reminded()).as(days + " days and one").isEqualTo(before);
            World.run(
                    "update transfer.transfer set until = ? where id = ?",
                    today().plusDays(days),
                    id);
            night.scope().run(() -> transferClock.remind(night));
            int told = reminded();
            assertThat(told).isGreaterThan(before);
            night.scope().run(() -> transferClock.remind(night));
            assertThat(reminded()).as("once").isEqualTo(told);
        }
    }

    @Test
    void the_end_of_a_stay_is_reminded_of_at_sixty_thirty_and_seven_days_at_home_host_and_member() {
        UUID id = hosted(there.workCell);
        Viewer night = Viewer.system("test");
        night.scope().run(() -> transferClock.remind(night));
        assertThat(remindedEverywhere()).containsExactly(0L, 0L, 0L);

        long times = 0;
        for (int days : List.of(60, 30, 7)) {
            World.run(
                    "update transfer.transfer set until = ? where id = ?",
                    today().plusDays(days),
                    id);
            night.scope().run(() -> transferClock.remind(night));
            night.scope().run(() -> transferClock.remind(night));
            times++;
            assertThat(remindedEverywhere())
                    .as("%d days before the end, once each", days)
                    .containsExactly(times, times, times);
        }
        World.run("update transfer.transfer set stay_reminded = null where id = ?", id);
        night.scope().run(() -> transferClock.remind(night));
        assertThat(remindedEverywhere())
                .as("only the nearest one after missed nights")
                .containsExactly(times + 1, times + 1, times + 1);
    }

    /** At the home cell, at the host's, and on the member's own page. */
    private List<Long> remindedEverywhere() {
        return Stream.of(
                        "n.unit_no = " + world.workCell,
                        "n.unit_no = " + there.workCell,
                        "n.member_id = '" + member + "'")
                .map(whose ->
                        (long)
                                World.texts(
                                                "select distinct n.fact_id::text from notification.notice n where n.key = 'transfer.stay-ending' and "
                                                        + whose)
                                        .size())
                .toList();
    }

    private int reminded() {
        return (int) noticed(world.cell1).stream().filter("transfer.stay-ending"::equals).count();
    }

    @Test
    void a_stay_on_paper_is_extended_by_its_host_from_the_paper_of_the_home() {
        Viewer ward = world.wardOffice();
        UUID id = onPaper(ward, "Giàng Thị Thêm");
        LocalDate longer = today().plusMonths(9);

        extend(ward, id, longer, today().minusDays(1));

        assertThat(one(ward, id).until()).isEqualTo(longer);
        assertThat(ward.call(() -> store.extensions(ward.scope(), id)))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.untilBefore()).isEqualTo(today().minusDays(15).plusMonths(6));
                    assertThat(e.paperId()).as("the paper is the home's").isNull();
                });
        assertThat(noticed(world.cell1)).contains("transfer.stay-extended");
        Visitor clerk = visitor("Giàng Văn Phường", Role.RESIDENCE_OFFICE, world.ward, null);
        assertThat(good(clerk.get("/transfers/" + id)).text()).contains("Ghi đã được gia hạn");
    }

    @Test
    void who_came_on_paper_is_forgotten_two_years_after_when_two_have_approved() {
        Viewer ward = world.wardOffice();
        UUID gone = onPaper(ward, "Giàng Thị Quên");
        ward.scope().run(() -> stays.ask(ward, gone));
        UUID guest = one(ward, gone).memberId();
        ward.scope().run(() -> stays.end(ward, gone, one(ward, gone).version(), today()));
        Visitor first = visitor("Giàng Văn Nhất", Role.ADMINISTRATOR, world.ward, null);
        Visitor second = visitor("Giàng Văn Nhì", Role.ADMINISTRATOR, world.ward, null);
        over(gone, 730);
        first.get("/disposals");
        first.post("/disposals", "kind", "guests");
        assertThat(second.get("/disposals").text())
                .as("not a day before its term")
                .doesNotContain("/approval");
        over(gone, 731);
        first.post("/disposals", "kind", "guests");
        assertThat(one(ward, gone).fullName()).isEqualTo("Giàng Thị Quên");
        String page = second.get("/disposals").text();
        String path = page.substring(page.indexOf("/disposals/"), page.indexOf("/approval"));

        assertThat(second.post(path + "/approval").text()).contains("Đã làm xong với 1 bản ghi");

        assertThat(one(ward, gone).fullName()).isEqualTo("Hồ sơ đã ẩn danh");
        assertThat(ward.call(() -> store.comments(ward.scope(), gone))).isEmpty();
        assertThat(
                        World.texts(
                                "select m.full_name || m.folded || s.full_name || s.sort_key from member.member m join member.stay s on s.member_id = m.id where m.id = ?",
                                guest))
                .containsExactly("Hồ sơ đã ẩn danhHồ sơ đã ẩn danh");
    }

    @Test
    void who_left_is_forgotten_in_transfers_and_stays_too_wherever_they_were_opened() {
        World.run(
                "update member.member set full_name = 'Giàng Thị Lãng', folded = 'giang thi lang' where id = ?",
                member);
        UUID id = hosted(there.workCell);
        office.scope().run(() -> stays.ask(office, id));
        office.scope().run(() -> stays.end(office, id, one(office, id).version(), today()));
        World.run("update transfer.transfer set from_no = ? where id = ?", there.workplace, id);
        World.run("update member.member set status = 'LEFT' where id = ?", member);
        World.run(
                "insert into member.period (id, member_id, kind, status, valid) values (?, ?, 'STATUS', 'LEFT', daterange(?, null))",
                UUID.randomUUID(),
                member,
                today().minusDays(4000));
        Visitor first = visitor("Giàng Văn Nhất", Role.ADMINISTRATOR, world.province, null);
        Visitor second = visitor("Giàng Văn Nhì", Role.ADMINISTRATOR, world.province, null);
        first.get("/guidance");
        String draft =
                first.post(
                                "/guidance",
                                "key",
                                "retention.members-left",
                                "value",
                                "3650",
                                "source",
                                "Hướng dẫn số 9-HD/TU về lưu giữ",
                                "from",
                                "01/01/2024")
                        .text();
        first.post(between(draft, "/guidance/", "/publication") + "/publication", "version", "1");
        first.get("/disposals");
        first.post("/disposals", "kind", "members-left");
        assertThat(places("Giàng Thị Lãng"))
                .contains("transfer.transfer.full_name", "member.stay.full_name");
        String path = between(second.get("/disposals").text(), "/disposals/", "/approval");

        assertThat(second.post(path + "/approval").text()).contains("Đã làm xong với 1 bản ghi");

        assertThat(places("Giàng Thị Lãng")).isEmpty();
        assertThat(places("giang thi lang")).isEmpty();
        assertThat(
                        World.texts(
                                "select t.full_name || ' ' || count(c.id) from transfer.transfer t left join transfer.stay_comment c on c.transfer_id = t.id where t.id = ? group by t.id",
                                id))
                .containsExactly("Hồ sơ đã ẩn danh 0");
    }

    private static String between(String page, String from, String to) {
        int end = page.indexOf(to);
        return page.substring(page.lastIndexOf(from, end), end);
    }

    /** Every column of people and of transfers in which these words stand. */
    private static List<String> places(String words) {
        return World.texts(
                        """
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where c.table_schema in ('member', 'transfer')
                           and t.table_type = 'BASE TABLE'
                           and c.data_type = 'text'
                        """)
                .stream()
                .filter(column -> stands(column, words))
                .toList();
    }

    private static boolean stands(String column, String words) {
        int dot = column.lastIndexOf('.');
        return !World.texts(
                        "select 'here' from %s where %s like ?"
                                .formatted(column.substring(0, dot), column.substring(dot + 1)),
                        "%" + words + "%")
                .isEmpty();
    }

    private void over(UUID stay, int days) {
        LocalDate on = today().minusDays(days);
        World.run(
                "update transfer.transfer set closed_on = ?, received_on = ? where id = ?",
                on,
                on.minusDays(10),
                stay);
        World.run(
                "update member.stay set ended_on = ?, since = ? where id = ?",
                on,
                on.minusDays(10),
                stay);
    }

    @Test
    void who_is_back_is_not_extended() {
        UUID id = hosted(there.workCell);
        office.scope().run(() -> stays.end(office, id, one(office, id).version(), today()));

        assertThatThrownBy(() -> extend(office, id, today().plusMonths(8), today()))
                .isInstanceOf(Refusal.class)
                .hasMessage("transfer.wrong-state");
    }

    @Test
    void the_cell_where_the_member_lives_is_asked_and_answers() {
        UUID id = hosted(there.workCell);
        assertThat(noticed(there.workCell)).contains("transfer.stay-begun");
        office.scope().run(() -> stays.ask(office, id));
        assertThat(noticed(there.workCell)).contains("transfer.comment-asked");
        Viewer secretary = hostSecretary();
        UUID comment = secretary.call(() -> store.comments(secretary.scope(), id)).getFirst().id();
        Viewer home =
                world.viewer(Role.WORKPLACE_CELL_SECRETARY, world.workCell, world.workCell + 9);
        assertThatThrownBy(() -> home.scope().run(() -> stays.answer(home, id, comment, "Tốt.")))
                .isInstanceOf(NotFound.class);

        secretary.scope().run(() -> stays.answer(secretary, id, comment, "Dự đủ, làm tốt."));

        assertThat(home.call(() -> store.comments(home.scope(), id)))
                .singleElement()
                .satisfies(c -> assertThat(c.answer()).isEqualTo("Dự đủ, làm tốt."));
        Visitor other =
                visitor("Giàng Văn Chủ", Role.WORKPLACE_CELL_SECRETARY, there.workCell, null);
        assertThat(good(other.get("/transfers/" + id)).text())
                .contains("Giàng Thị Chuyển", "Dự đủ, làm tốt.")
                .doesNotContain("Ghi đã trở về", "Đổi chi bộ");
        assertThat(other.get("/members/" + member).status()).isEqualTo(404);
    }

    @Test
    void within_one_organisation_a_member_helps_in_another_cell_for_a_time() {
        secondCell(world);
        UUID cell = units.require(office.scope(), world.workCell + 10).id();
        UUID own = units.require(office.scope(), world.workCell).id();
        Viewer beside =
                world.viewer(
                        Role.WORKPLACE_CELL_SECRETARY, world.workCell + 10, world.workCell + 19);
        for (UUID wrong : List.of(own, organisation(world))) {
            assertThatThrownBy(() -> stay(wrong, today(), today().plusMonths(6)))
                    .isInstanceOfSatisfying(
                            Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("to"));
        }
        Visitor clerk = visitor("Giàng Văn Đi", Role.WORKPLACE_OFFICE, world.workplace, null);
        String form = "/transfers/new?member=" + member + "&unit=T." + (world.workCell + 10);
        assertThat(good(clerk.get(form)).text()).doesNotContain(cell.toString());
        assertThat(good(clerk.get(form + "&kind=TEMPORARY")).text()).contains(cell.toString());

        UUID id = stay(cell, today(), today().plusMonths(6));
        assertThat(beside.call(() -> store.one(beside.scope(), id))).isEmpty();
        office.scope()
                .run(() ->
                        transfers.issue(
                                office,
                                id,
                                1,
                                List.of(),
                                false,
                                new Transfers.Signer("Lò Văn Ký", "Bí thư")));
        assertThat(good(clerk.get("/transfers/" + id)).text())
                .contains("Chi bộ Phòng Hai")
                .doesNotContain("Hồ sơ đã niêm phong", "Trả lại nơi giới thiệu");
        office.scope().run(() -> stays.begin(office, id, one(office, id).version(), today(), null));

        assertThat(living(member)).containsExactly((world.workCell + 10) + " -");
        assertThat(beside.call(() -> store.one(beside.scope(), id))).isPresent();
        MemberFile file = office.call(() -> members.file(office.scope(), member)).orElseThrow();
        assertThat(file.workNo()).isEqualTo(world.workCell);
    }

    @Test
    void what_is_late_is_told_of_once_and_the_end_of_a_stay_twice_before_it_comes() {
        UUID late = open(null);
        member = world.member("Giàng Văn Muộn");
        UUID slow = open(null);
        issue(slow);
        member = world.member("Giàng Văn Tạm");
        UUID stay = stay(null, today(), today().plusMonths(6));
        issue(stay);
        office.scope()
                .run(() -> stays.begin(office, stay, one(office, stay).version(), today(), null));
        remind();

        World.run("update transfer.transfer set start_due = ? where id = ?", yesterday(), late);
        World.run("update transfer.transfer set hand_in_due = ? where id = ?", yesterday(), slow);
        World.run(
                "update transfer.transfer set until = ? where id = ?", today().plusDays(25), stay);
        assertThat(remind()).isEqualTo(new TransferClock.Found(1, 1, 1, 0));
        assertThat(remind()).isEqualTo(new TransferClock.Found(0, 0, 0, 0));
        World.run("update transfer.transfer set until = ? where id = ?", today().plusDays(7), stay);
        assertThat(remind()).isEqualTo(new TransferClock.Found(0, 0, 1, 0));
        assertThat(remind()).isEqualTo(new TransferClock.Found(0, 0, 0, 0));
    }

    private LocalDate yesterday() {
        return today().minusDays(1);
    }

    /** As an office's own night: other tests' transfers are not among them. */
    private TransferClock.Found remind() {
        return office.call(() -> transferClock.remind(office));
    }

    @Test
    void letters_of_more_than_three_months_are_gone_through_and_that_is_recorded() {
        UUID id = open(null);
        issue(id);
        assertThat(notHandedIn()).isEmpty();
        World.run(
                "update transfer.transfer set issued_on = ?, decision_on = ? where id = ?",
                today().minusMonths(3).minusDays(1),
                today().minusMonths(4),
                id);
        assertThat(notHandedIn()).hasSize(1);
        assertThat(remind().checkDue()).isEqualTo(1);
        assertThat(remind().checkDue()).as("told once").isZero();

        assertThatThrownBy(() -> office.call(() -> transferClock.check(office, "")))
                .isInstanceOf(Problems.class);
        office.call(() -> transferClock.check(office, "Đã gọi đồng chí, hẹn nộp trong tuần."));

        assertThat(office.call(() -> queries.lastChecks(office.scope())))
                .singleElement()
                .satisfies(check -> assertThat(check.waiting()).isEqualTo(1));
        World.run("update transfer.transfer set check_told_on = null where id = ?", id);
        assertThat(remind().checkDue()).as("gone through").isZero();
    }

    private List<TransferQueries.Line> notHandedIn() {
        return office.call(
                () -> queries.notHandedIn(office.scope(), transferClock.before(today())));
    }

    @Test
    void the_code_of_the_portal_is_kept_with_the_letter() {
        UUID id = open(organisation(there));
        issue(id);

        Map<UUID, @Nullable String> codes = new HashMap<>();
        codes.put(id, "DCS-261127-0042");
        office.scope().run(() -> files.keep(office, codes));

        assertThat(one(newOffice, id).portalFileCode()).isEqualTo("DCS-261127-0042");
        assertThat(
                        office.call(() ->
                                files.list(office, new PortalFiles.Ask("0042", false, null, 0))))
                .singleElement()
                .satisfies(line -> assertThat(line.number()).isEqualTo("01-GTSHĐ/ĐU"));
        String name = one(newOffice, id).fullName();
        assertThat(office.call(() -> files.list(office, new PortalFiles.Ask(name, false, null, 0))))
                .as("by the name, with its marks")
                .hasSize(1);
    }

    /** A letter to the ward, acknowledged and placed, as the old workplace sent it. */
    private void introduced() {
        Viewer ward = world.wardOffice();
        UUID letter =
                office.call(() -> {
                    List<UUID> letters = introductions.issue(office, List.of(member)).letters();
                    introductions.sign(
                            office, letters, new Introductions.Signer("Lò Văn Ký", "Bí thư"));
                    introductions.send(office, letters);
                    return letters.getFirst();
                });
        UUID cell = units.require(ward.scope(), world.cell1).id();
        ward.scope()
                .run(() ->
                        introductions.acknowledge(
                                ward, letter, 3, new Placement(cell, null, null)));
    }

    private static UUID personOf(UUID member) {
        UUID person = vn.ganbo.kernel.Ids.next();
        World.run(
                "insert into member.person (id, member_id, full_name, folded, sort_key) values (?, ?, 'Giàng Thị Chuyển', 'giang thi chuyen', 'x')",
                person,
                member);
        return person;
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
    void the_introduction_to_the_residence_goes_on_under_the_new_workplace() {
        introduced();
        UUID without = world.member("Giàng Thị Chưa");
        UUID id = open(organisation(there));
        issue(id);
        receive(id);
        place(id);
        UUID kept = member;
        member = without;
        UUID second = open(organisation(there));
        issue(second);
        receive(second);
        place(second);
        World.run(
                "update member.member set residence_commune = ? where id = ?",
                there.commune(),
                kept);
        Visitor clerk = visitor("Giàng Văn Phòng", Role.WORKPLACE_OFFICE, there.workplace, null);

        assertThat(clerk.get("/introductions/changes").text())
                .as("the letter in force followed; the new home proposes a new one")
                .contains("Giàng Thị Chuyển", "Kết thúc giấy cũ, lập giấy về");
        assertThat(clerk.get("/introductions/new").text()).contains("Giàng Thị Chưa");
        Visitor old = visitor("Giàng Văn Cũ", Role.WORKPLACE_OFFICE, world.workplace, null);
        assertThat(old.get("/introductions/changes").text()).doesNotContain("Giàng Thị Chuyển");
    }

    @Test
    void the_whole_way_over_the_pages() {
        Visitor clerk = visitor("Giàng Văn Đi", Role.WORKPLACE_OFFICE, world.workplace, null);
        Visitor other = visitor("Giàng Văn Đến", Role.WORKPLACE_OFFICE, there.workplace, null);
        assertThat(good(clerk.get("/transfers")).text()).contains("Không có ai đang chuyển đi");
        assertThat(good(clerk.get("/transfers/new?q=giang+thi+chuyen")).text())
                .contains("Giàng Thị Chuyển");
        String form = "/transfers/new?member=" + member;
        assertThat(good(clerk.get(form + "&unit=T." + there.workplace)).text())
                .contains("Đảng bộ Trường Thử Nghiệm", organisation(there).toString());
        good(clerk.get(form + "&kind=TEMPORARY"));

        Visitor.Page wrong = clerk.post("/transfers", "member", member.toString(), "toName", "x");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Chọn lý do chuyển", "Trả lời: có, hoặc không");
        assertThat(
                        clerk.post(
                                        "/transfers",
                                        "member",
                                        member.toString(),
                                        "cause",
                                        "JOB",
                                        "blocked",
                                        "YES",
                                        "decisionOn",
                                        "01/01/2026",
                                        "toName",
                                        "x")
                                .text())
                .contains("nên chưa chuyển sinh hoạt (Quy định 294-QĐ/TW, điểm 6.3.1)");
        Visitor.Page opened =
                clerk.post(
                        "/transfers",
                        "member",
                        member.toString(),
                        "cause",
                        "JOB",
                        "blocked",
                        "NO",
                        "decisionNo",
                        "15-QĐ/TC",
                        "decisionOn",
                        vn.ganbo.kernel.Show.date(today()),
                        "to",
                        organisation(there).toString());
        String at = good(opened).path();
        assertThat(other.get(at).status()).isEqualTo(404);
        World.run(
                "insert into member.office (id, person_id, unit_no, role, title, valid) values (?, ?, ?, 'WORKPLACE_CELL_SECRETARY', 'Bí thư', '[2020-01-01,)')",
                vn.ganbo.kernel.Ids.next(),
                personOf(member),
                world.workCell);
        assertThat(clerk.get(at).text()).contains("Đồng chí còn giữ: Bí thư, Chi bộ Phòng Một");
        String version = opened.hidden("version");
        assertThat(clerk.post(at + "/issuing", "version", version).text())
                .contains("Hồ sơ còn thiếu");
        Visitor.Page issued =
                clerk.post(
                        at + "/issuing",
                        "version",
                        version,
                        "dossier",
                        "review",
                        "dossier",
                        "card",
                        "dossier",
                        "decision",
                        "sealed",
                        "true",
                        "signer",
                        "Lò Văn Ký",
                        "post",
                        "Bí thư");
        assertThat(good(issued).text()).contains("Đã cấp số và lưu giấy", "01-GTSHĐ/ĐU");

        assertThat(good(other.get("/transfers?tab=COMING")).text()).contains("Giàng Thị Chuyển");
        Visitor.Page coming = good(other.get(at));
        Visitor.Page received =
                other.post(
                        at + "/receipt",
                        "version",
                        coming.hidden("version"),
                        "on",
                        vn.ganbo.kernel.Show.date(today()));
        Visitor.Page placed =
                other.post(
                        at + "/placement",
                        "version",
                        good(received).hidden("version"),
                        "cell",
                        Integer.toString(there.workCell),
                        "on",
                        vn.ganbo.kernel.Show.date(today()));
        assertThat(good(placed).text()).contains("Đã về chi bộ mới");
        assertThat(good(other.get("/members/" + member)).text())
                .contains("Chuyển sinh hoạt đảng", "Đã về chi bộ mới");

        good(clerk.get("/transfers/check"));
        assertThat(good(clerk.post("/transfers/check", "remark", "Không còn giấy nào.")).text())
                .contains("Không còn giấy nào.");
        assertThat(PageStatements.of(other, at)).hasSizeLessThanOrEqualTo(5);
        assertThat(PageStatements.of(clerk, "/transfers")).hasSizeLessThanOrEqualTo(5);
    }
}
