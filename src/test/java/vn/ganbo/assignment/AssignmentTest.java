package vn.ganbo.assignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
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
import vn.ganbo.assignment.Assignments.CellReply;
import vn.ganbo.assignment.Assignments.Proposal;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/** Phân công nhiệm vụ: what a cell can give to whom, and how the person and the cell agree. */
@ProductTest
class AssignmentTest {
    @Autowired Tasks tasks;
    @Autowired Assignments assignments;
    @Autowired AssignmentStore store;
    @Autowired TaskStore taskStore;
    @Autowired TaskQueries catalogue;
    @Autowired PeopleQueries people;
    @Autowired CoverageQueries coverage;
    @Autowired Clock clock;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Viewer secretary;

    /** One of the cell's own members. */
    private UUID own;

    /** One of its register: works elsewhere, lives here. */
    private UUID contact;

    @BeforeEach
    void a_residential_cell() {
        world = new World();
        secretary = world.cellSecretary();
        own = ownMember("Chẩu Thị Sở");
        contact = world.member("Chẩu Văn Ngoài");
        World.run("update member.member set res_no = ? where id = ?", world.group1, contact);
    }

    private UUID ownMember(String name) {
        UUID id = world.member(name);
        World.run("update member.member set work_no = ? where id = ?", world.cell1, id);
        return id;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Tasks.NewTask task(String title, @Nullable String expertise) {
        return new Tasks.NewTask(
                TaskField.ENVIRONMENT,
                title,
                "Khu A",
                45,
                null,
                "Ngõ sạch",
                null,
                null,
                null,
                today().minusMonths(8),
                today().plusMonths(6),
                ReviewCycle.QUARTER,
                6,
                expertise,
                false);
    }

    private UUID added(String title) {
        return secretary.call(() -> tasks.add(secretary, task(title, null)));
    }

    private UUID proposed(UUID task, UUID person) {
        return secretary.call(() ->
                assignments.propose(
                        secretary,
                        task,
                        new Proposal(person, "Quen địa bàn", today(), today().plusMonths(3))));
    }

    private Assignment at(UUID id) {
        return secretary.call(() -> store.find(secretary.scope(), id)).orElseThrow();
    }

    private void answer(Viewer viewer, UUID id, boolean accepts, String words) {
        viewer.scope().run(() -> assignments.answer(viewer, id, at(id).version(), accepts, words));
    }

    @Test
    void a_cell_gives_tasks_to_its_own_members_and_to_those_on_its_register() {
        Viewer neighbour =
                world.viewer(Role.RESIDENCE_CELL_SECRETARY, world.cell2, world.cell2 + 9);
        UUID task = added("Giữ sạch ngõ");

        assertThat(secretary.call(() -> people.list(secretary.scope(), world.cell1)))
                .extracting(Person::fullName, Person::contact)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Chẩu Thị Sở", false),
                        org.assertj.core.groups.Tuple.tuple("Chẩu Văn Ngoài", true));
        assertThat(at(proposed(task, contact)).contact()).isTrue();
        assertThat(at(proposed(task, own)).contact()).isFalse();
        UUID stranger = world.member("Chẩu Văn Lạ");
        assertThatThrownBy(() -> proposed(task, stranger)).isInstanceOf(NotFound.class);
        assertThat(neighbour.call(() -> taskStore.find(neighbour.scope(), task))).isEmpty();
        Viewer workplace = world.workplaceOffice();
        assertThat(workplace.call(() -> taskStore.find(workplace.scope(), task))).isEmpty();
    }

    @Test
    void nobody_who_is_away_exempt_or_suspended_is_given_a_task() {
        UUID task = added("Tuần tra đêm");
        for (String status : List.of("AWAY", "EXEMPT", "SUSPENDED", "DECEASED", "TRANSFERRED")) {
            World.run("update member.member set status = ? where id = ?", status, own);
            assertThatThrownBy(() -> proposed(task, own))
                    .as(status)
                    .isInstanceOf(Refusal.class)
                    .hasMessage("assignment.person-not-available");
        }
        World.run(
                """
                insert into member.exemption (id, member_id, kind, ground, valid, rulebook)
                values (?, ?, 'MEETINGS', 'x', '[2020-01-01,)', 'x')
                """,
                UUID.randomUUID(),
                contact);
        assertThatThrownBy(() -> proposed(task, contact))
                .hasMessage("assignment.person-not-available");
        assertThat(secretary.call(() -> store.ofTask(secretary.scope(), task))).isEmpty();
    }

    @Test
    void a_person_has_a_task_once_at_a_time_and_within_its_days() {
        UUID task = added("Thu gom phế liệu");
        proposed(task, own);

        assertThatThrownBy(() -> proposed(task, own)).hasMessage("assignment.has-it-already");
        assertThatThrownBy(() ->
                        secretary.call(() ->
                                assignments.propose(
                                        secretary,
                                        task,
                                        new Proposal(
                                                contact,
                                                "Gần nhà",
                                                today(),
                                                today().plusMonths(7)))))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("since"));
        assertThatThrownBy(() ->
                        secretary.call(() ->
                                assignments.propose(
                                        secretary,
                                        task,
                                        new Proposal(contact, " ", today(), null))))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("reason"));
    }

    @Test
    void the_person_asks_for_an_adjustment_and_the_cell_decides_with_a_reason() {
        UUID id = proposed(added("Vận động hiến máu"), own);
        Viewer self = world.memberViewer(own);
        assertThatThrownBy(() -> answer(self, id, false, " ")).isInstanceOf(Problems.class);
        answer(self, id, false, "Chỉ làm được từ tháng sau.");
        assertThat(at(id).state()).isEqualTo(AssignmentState.ADJUSTMENT_ASKED);
        assertThatThrownBy(() -> answer(self, id, true, ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("assignment.wrong-state");

        secretary
                .scope()
                .run(() ->
                        assignments.decide(
                                secretary,
                                id,
                                at(id).version(),
                                CellReply.OTHERWISE,
                                "Lùi một tháng.",
                                today().plusMonths(1),
                                today().plusMonths(4)));
        assertThat(at(id).state()).isEqualTo(AssignmentState.PROPOSED);
        assertThat(at(id).since()).isEqualTo(today().plusMonths(1));
        answer(self, id, true, "");

        assertThat(at(id).state()).isEqualTo(AssignmentState.ACCEPTED);
        secretary.scope().run(() -> assignments.end(secretary, id, at(id).version(), "Đã xong."));
        assertThat(at(id).state()).isEqualTo(AssignmentState.ENDED);
    }

    @Test
    void an_oral_answer_is_written_down_with_its_day_and_by_whom() {
        UUID id = proposed(added("Dạy chữ cho trẻ"), own);
        int version = at(id).version();
        assertThatThrownBy(() ->
                        secretary
                                .scope()
                                .run(() ->
                                        assignments.noteAnswer(
                                                secretary,
                                                id,
                                                version,
                                                true,
                                                "",
                                                today().plusDays(1))))
                .isInstanceOf(Problems.class);

        secretary
                .scope()
                .run(() ->
                        assignments.noteAnswer(
                                secretary, id, version, true, "Vâng.", today().minusDays(1)));

        assertThat(at(id).answerNotedBy()).contains("Người Thử");
        assertThat(at(id).answeredOn()).isEqualTo(today().minusDays(1));
        assertThatThrownBy(() ->
                        secretary
                                .scope()
                                .run(() -> assignments.end(secretary, id, version, "Thôi.")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void nobody_answers_for_another_person() {
        UUID id = proposed(added("Trông nhà văn hóa"), own);
        Viewer other = world.memberViewer(contact);

        assertThatThrownBy(() -> answer(other, id, true, "")).isInstanceOf(NotFound.class);
    }

    @Test
    void a_task_that_somebody_has_is_not_closed_nor_cut_short() {
        UUID task = added("Quản lý quỹ khuyến học");
        UUID id = proposed(task, own);
        Tasks.NewTask shorter =
                new Tasks.NewTask(
                        TaskField.CULTURE,
                        "Quản lý quỹ khuyến học",
                        null,
                        null,
                        null,
                        "Quỹ đúng",
                        null,
                        null,
                        null,
                        today().minusMonths(8),
                        today().plusMonths(1),
                        ReviewCycle.QUARTER,
                        6,
                        null,
                        false);
        assertThatThrownBy(() ->
                        secretary.scope().run(() -> tasks.change(secretary, task, 1, shorter)))
                .hasMessage("assignment.period-cuts-people");
        assertThatThrownBy(() ->
                        secretary.scope().run(() -> tasks.close(secretary, task, 1, "Đã xong.")))
                .hasMessage("assignment.task-has-people");
        secretary
                .scope()
                .run(() ->
                        assignments.decide(
                                secretary,
                                id,
                                at(id).version(),
                                CellReply.WITHDRAW,
                                "Đổi việc.",
                                null,
                                null));

        secretary.scope().run(() -> tasks.close(secretary, task, 1, "Đã xong."));

        assertThatThrownBy(() -> proposed(task, own)).hasMessage("assignment.task-closed");
    }

    @Test
    void a_cell_at_work_gives_tasks_to_its_members_and_the_residence_reads_none() {
        Viewer work =
                world.viewer(Role.WORKPLACE_CELL_SECRETARY, world.workCell, world.workCell + 9);
        UUID task = work.call(() -> tasks.add(work, task("Hướng dẫn đoàn viên", null)));
        UUID id =
                work.call(() ->
                        assignments.propose(
                                work, task, new Proposal(contact, "Trẻ", today(), null)));

        Viewer office = world.workplaceOffice();
        assertThat(office.call(() -> store.find(office.scope(), id)).orElseThrow().contact())
                .isFalse();
        Viewer ward = world.wardOffice();
        assertThat(ward.call(() -> store.find(ward.scope(), id))).isEmpty();
        assertThat(work.call(() -> people.list(work.scope(), world.workCell)))
                .extracting(Person::tasks)
                .containsExactly(1L);
        Visitor file = visitor("Chẩu Văn Việc", Role.WORKPLACE_OFFICE, world.workplace, null);
        assertThat(good(file.get("/members/" + contact)).text())
                .contains("Nhiệm vụ được phân công", "Hướng dẫn đoàn viên");
    }

    @Test
    void who_knows_the_trade_and_has_time_stands_first_and_who_cannot_last() {
        UUID accountant = ownMember("Chẩu Thị Kế");
        UUID away = ownMember("Chẩu Văn Xa");
        World.run("update member.member set expertise = 'Kế toán trưởng' where id = ?", accountant);
        World.run(
                "update member.member set expertise = 'kế toán', status = 'AWAY' where id = ?",
                away);

        List<Person> beside =
                secretary.call(() ->
                        people.beside(secretary.scope(), world.cell1, "ke toan, thu quy", false));

        assertThat(beside.getFirst().id()).isEqualTo(accountant);
        assertThat(beside.getFirst().matches("ke toan, thu quy")).isEqualTo(1);
        assertThat(beside.getLast().id()).isEqualTo(away);
        assertThat(beside.getLast().unavailable()).isEqualTo("Đi làm ăn xa");
    }

    @Test
    void a_chore_of_the_residential_group_is_offered_to_the_cells_own_members_first() {
        List<Person> chore =
                secretary.call(() -> people.beside(secretary.scope(), world.cell1, null, true));

        assertThat(chore).extracting(Person::contact).isSorted().contains(true, false);
        Visitor cell = visitor("Chẩu Thị Tổ", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        assertThat(good(cell.get("/tasks/" + added("Việc từ nay Chẩu"))).text())
                .contains("chưa có việc nào", "name=\"since\"")
                .contains("value=\"" + Show.date(today()) + "\"");
    }

    @Test
    void who_does_less_for_health_is_named_so_and_stands_behind_who_is_well() {
        UUID well = ownMember("Chẩu Văn Khỏe");
        World.run(
                """
                insert into away.application
                       (work_no, id, member_id, ground, away, decided_by, extent, place, valid, way, given_on, rulebook,
                        state, supported_on, resolved_on, resolution_no, votes_for, votes_against, granted, changed_at,
                        changed_by)
                values (?, ?, ?, 'health', false, 'CELL', 'REDUCED', 'Tại nhà', '[2020-01-01,)', 'ORAL', '2020-01-01',
                        'x', 'RESOLVED', '2020-01-01', '2020-01-01', '1-NQ/CB', 5, 0, true, current_timestamp, 'x')
                """,
                world.cell1,
                UUID.randomUUID(),
                own);

        assertThat(secretary.call(() -> people.beside(secretary.scope(), world.cell1, null, false)))
                .filteredOn(one -> !one.contact())
                .extracting(Person::id, Person::spared)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(well, false),
                        org.assertj.core.groups.Tuple.tuple(own, true));
        Visitor cell = visitor("Chẩu Thị Khỏe", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        assertThat(good(cell.get("/tasks/" + added("Việc nhẹ Chẩu"))).text())
                .contains("đang được giảm công tác");
    }

    @Test
    void what_is_left_out_and_who_has_nothing_or_too_much_is_on_one_page() {
        UUID chore =
                secretary.call(() ->
                        tasks.add(
                                secretary,
                                new Tasks.NewTask(
                                        TaskField.NEIGHBOURHOOD,
                                        "Thu quỹ tổ",
                                        "Tổ 1",
                                        60,
                                        null,
                                        "Đủ quỹ",
                                        null,
                                        null,
                                        null,
                                        today(),
                                        null,
                                        ReviewCycle.MONTH,
                                        25,
                                        null,
                                        true)));
        added("Giữ sạch ngõ");
        proposed(chore, contact);
        Viewer ward = world.wardOffice();

        CoverageQueries.Line line =
                ward.call(() -> coverage.cells(ward.scope(), world.cell1, 20)).getFirst();

        assertThat(line)
                .isEqualTo(
                        new CoverageQueries.Line(
                                line.id(), "Chi bộ Tổ dân phố 1", 2, 1, 105, 45, 2, 1, 1, 1, 1, 0));
        assertThat(line.share()).isEqualTo(100);
        Visitor office = visitor("Chẩu Thị Rộng", Role.RESIDENCE_OFFICE, world.ward, null);
        assertThat(good(office.get("/assignments/coverage")).text())
                .contains("Chi bộ Tổ dân phố 1", "Chi bộ Tổ dân phố 2", "1 quá tải");
        Visitor cell = visitor("Chẩu Thị Hẹp", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        assertThat(good(cell.get("/assignments/coverage")).text())
                .contains("Giữ sạch ngõ", "Chẩu Thị Sở", "không làm thay", "trên 20 giờ");
        assertThat(good(cell.get("/assignments/coverage?hours=30")).text())
                .doesNotContain("trên 20 giờ");
        assertThat(new String(cell.download("/assignments/coverage/export?as=csv"), UTF_8))
                .contains("Đảng viên chưa có nhiệm vụ", "Giữ sạch ngõ");
        assertThat(PageStatements.of(office, "/assignments/coverage")).hasSizeLessThanOrEqualTo(5);
        assertThat(PageStatements.of(cell, "/assignments/coverage")).hasSizeLessThanOrEqualTo(5);
    }

    /** So many own members of the cell who have nothing to do yet. */
    private void idle(int many) {
        for (int n = 0; n < many; n++) {
            UUID person = world.member("Chẩu Thị Rảnh " + n);
            World.run("update member.member set work_no = ? where id = ?", world.cell1, person);
        }
    }

    @Test
    void the_coverage_of_a_usual_cell_is_one_page_and_a_larger_one_flows_with_its_heading()
            throws IOException {
        Visitor cell = visitor("Chẩu Thị Giấy", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        idle(40);
        try (PDDocument usual =
                Loader.loadPDF(cell.download("/assignments/coverage/export?as=pdf"))) {
            assertThat(usual.getNumberOfPages()).isEqualTo(1);
            PDRectangle sheet = usual.getPage(0).getMediaBox();
            assertThat(sheet.getHeight()).isGreaterThan(sheet.getWidth());
            assertThat(new PDFTextStripper().getText(usual))
                    .contains("Chẩu Thị Rảnh 39", "Trang 1/1");
        }
        idle(60);
        try (PDDocument large =
                Loader.loadPDF(cell.download("/assignments/coverage/export?as=pdf"))) {
            assertThat(large.getNumberOfPages()).isGreaterThan(1);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(large)).contains("Nhiệm vụ, đảng viên", "Chi tiết");
        }
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
    void a_task_for_somebody_away_is_refused_on_the_page_and_what_was_typed_stays() {
        UUID task = added("Gõ chuông Chẩu");
        Visitor cell = visitor("Chẩu Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        World.run("update member.member set status = 'AWAY' where id = ?", own);
        cell.get("/tasks/" + task);

        Visitor.Page refused =
                cell.post(
                        "/tasks/" + task + "/assignments",
                        "member",
                        own.toString(),
                        "reason",
                        "Nhà ở ngay cạnh chuông",
                        "since",
                        today().toString());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text())
                .contains(
                        "Chưa phân công được đồng chí Chẩu Thị Sở: Đi làm ăn xa",
                        "Nhà ở ngay cạnh chuông");
    }

    @Test
    void a_line_of_the_catalogue_that_names_a_citizen_is_refused_and_what_was_typed_stays() {
        Visitor cell = visitor("Chẩu Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        cell.get("/tasks/new");

        Visitor.Page refused =
                cell.post(
                        "/tasks",
                        "title",
                        "Theo dõi hộ Chẩu Văn Nghèo",
                        "field",
                        "SECURITY",
                        "area",
                        "Ngõ 3 phố bà Triệu",
                        "product",
                        "Bà con yên tâm",
                        "since",
                        today().toString(),
                        "cycle",
                        "MONTH");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains(
                        "“hộ Chẩu Văn Nghèo” có vẻ là tên hoặc số của người dân",
                        "value=\"Ngõ 3 phố bà Triệu\"",
                        "Bà con yên tâm");
        assertThat(named("Giúp ông Tư đầu ngõ", "gọi 0601 222 333", "hộ bà Chẩu", "001085001234"))
                .containsExactly("ông Tư", "0601 222 333", "bà Chẩu", "001085001234");
        assertThat(
                        named(
                                "Nhà văn hóa, 40 hộ Khmer ở phố Bà Triệu",
                                "Phối hợp các anh Công an phường, các cụ Hội Người cao tuổi",
                                "Giúp đồng chí Chẩu Thị Rà",
                                "Căn cứ 02-QC/CB ngày 03/01/2026, 12.000 hộ"))
                .isEmpty();
    }

    @Test
    void a_bare_name_is_refused_and_a_street_a_comrade_or_a_school_of_that_name_is_not() {
        assertThat(
                        named(
                                "Giúp Nguyễn Văn Nghèo sửa nhà",
                                "Ngõ 3: Giàng Thị Mỷ",
                                "Tổ trưởng Trần Thị Bích Hoa"))
                .containsExactly("Nguyễn Văn Nghèo", "Giàng Thị Mỷ", "Trần Thị Bích Hoa");
        assertThat(
                        named(
                                "Đường Trần Hưng Đạo",
                                "các phố Lê Lợi, Nguyễn Công Trứ và Hoàng Hoa Thám",
                                "Trường Lê Hồng Phong",
                                "cùng đồng chí Nguyễn Văn A",
                                "Học tập Hồ Chí Minh",
                                "dãy Hoàng Liên Sơn",
                                "Hoàng Sa và Trường Sa",
                                "Tổ dân phố Lê Lợi",
                                "Phạm vi ngõ 3"))
                .isEmpty();
        Problems.Gatherer problems = new Problems.Gatherer();
        Citizens.keepOut(problems, "area", "Lê Hồng Phong");
        assertThatThrownBy(problems::check)
                .isInstanceOfSatisfying(
                        Problems.class,
                        p ->
                                assertThat(p.byField().get("area"))
                                        .singleElement()
                                        .asString()
                                        .contains(
                                                "ghi chữ ấy đứng trước, như “đường Lê Hồng Phong”"));
    }

    /** What is taken for a citizen's name or number in these lines. */
    private static List<String> named(String... lines) {
        return Stream.of(lines).map(Citizens::named).flatMap(Optional::stream).toList();
    }

    @Test
    void the_catalogue_shows_what_was_asked_for_and_nothing_else() {
        added("Dọn ngõ Chẩu");
        UUID given = added("Trồng hoa Chẩu");
        proposed(given, own);
        UUID over = added("Sơn tường Chẩu");
        secretary.scope().run(() -> tasks.close(secretary, over, 1, "Đã xong"));
        Viewer neighbour =
                world.viewer(Role.RESIDENCE_CELL_SECRETARY, world.cell2, world.cell2 + 9);
        neighbour.call(() -> tasks.add(neighbour, task("Việc bên kia Chẩu", null)));
        Visitor ward = visitor("Chẩu Thị Lọc", Role.RESIDENCE_OFFICE, world.ward, null);

        assertThat(shown(ward, "")).containsOnly("Dọn ngõ", "Trồng hoa", "Việc bên kia");
        assertThat(shown(ward, "?which=nobody")).containsOnly("Dọn ngõ", "Việc bên kia");
        assertThat(shown(ward, "?which=closed")).containsOnly("Sơn tường");
        assertThat(shown(ward, "?q=trong%20hoa")).containsOnly("Trồng hoa");
        assertThat(shown(ward, "?field=ENVIRONMENT&q=hoa")).containsOnly("Trồng hoa");
        assertThat(shown(ward, "?field=SECURITY")).isEmpty();
        String cell =
                World.texts(
                                "select u.id::text from organisation.unit u where u.no = ?",
                                world.cell2)
                        .getFirst();
        assertThat(shown(ward, "?unit=" + cell)).containsOnly("Việc bên kia");
        assertThat(ward.get("/tasks?unit=" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    /** Which of the tasks of this story a page lists. */
    private static List<String> shown(Visitor visitor, String query) {
        String page = good(visitor.get("/tasks" + query)).text();
        return Stream.of("Dọn ngõ", "Trồng hoa", "Sơn tường", "Việc bên kia")
                .filter(title -> page.contains(title + " Chẩu</a>"))
                .toList();
    }

    @Test
    void of_many_people_the_nearest_eight_are_shown_and_the_rest_is_folded() {
        for (int i = 1; i <= 13; i++) {
            World.run(
                    "update member.member set work_no = ? where id = ?",
                    world.cell1,
                    world.member("Chẩu Văn Đông " + i));
        }
        Visitor cell = visitor("Chẩu Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        UUID task = secretary.call(() -> tasks.add(secretary, task("Canh gác", null)));

        String page = good(cell.get("/tasks/" + task)).text();

        String shown = page.substring(0, page.indexOf("đồng chí khác…"));
        assertThat(shown.split("name=\"member\"", -1)).hasSize(9);
        assertThat(page.split("name=\"member\"", -1).length).isGreaterThan(13);
    }

    @Test
    void the_whole_way_from_the_catalogue_to_the_members_phone() {
        Visitor cell = visitor("Chẩu Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        Visitor phone = visitor("Chẩu Thị Sở", Role.MEMBER, world.cell1, own);
        Visitor ward = visitor("Chẩu Thị Phường", Role.RESIDENCE_OFFICE, world.ward, null);
        assertThat(good(cell.get("/tasks")).text()).contains("Chưa có nhiệm vụ nào");
        good(cell.get("/tasks/new"));
        Visitor.Page wrong = cell.post("/tasks", "title", "Giữ gìn ngõ xóm");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Chọn lĩnh vực", "Ghi kết quả cần đạt");
        Visitor.Page made =
                good(
                        cell.post(
                                "/tasks",
                                "title",
                                "Giữ gìn ngõ xóm",
                                "field",
                                "ENVIRONMENT",
                                "area",
                                "Khu A",
                                "households",
                                "45",
                                "product",
                                "Ngõ sạch mỗi tuần",
                                "since",
                                today().toString(),
                                "cycle",
                                "MONTH",
                                "hours",
                                "5",
                                "expertise",
                                "môi trường"));
        assertThat(made.text())
                .contains("Chẩu Thị Sở", "Chẩu Văn Ngoài", "rõ thẩm quyền")
                .contains("Chưa có ai khai chuyên môn “môi trường”")
                .doesNotContain("đồng chí khác…");
        String task = made.path();
        assertThat(cell.post(task + "/assignments", "reason", "Gần nhà").status()).isEqualTo(422);
        assertThat(cell.post(task + "/assignments", "since", today().toString()).text())
                .contains("Chọn người được phân công.", "Ghi lý do phân công người này.");
        Visitor.Page proposal =
                good(
                        cell.post(
                                task + "/assignments",
                                "member",
                                own.toString(),
                                "reason",
                                "Gần nhà",
                                "since",
                                today().toString()));
        assertThat(proposal.text()).contains("Chờ đảng viên trả lời");
        Visitor.Page unsaid =
                cell.post(proposal.path() + "/decision", "version", "1", "reply", "WITHDRAW");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text())
                .containsPattern("<details class=\"sheet fold\" open[^>]*><summary>Rút đề nghị")
                .doesNotContainPattern("<details class=\"sheet fold\" open[^>]*><summary>Ghi trả");
        Visitor.Page mine = good(phone.get("/my-tasks"));
        assertThat(mine.text()).contains("Giữ gìn ngõ xóm", "Tôi nhận nhiệm vụ");
        String at = proposal.path().replace("/assignments/", "/my-tasks/") + "/answer";
        assertThat(
                        phone.post(
                                        at,
                                        "version",
                                        mine.hidden("version"),
                                        "said",
                                        "ASKS",
                                        "words",
                                        "")
                                .status())
                .isEqualTo(422);
        assertThat(
                        good(phone.post(at, "version", mine.hidden("version"), "said", "ACCEPTS"))
                                .text())
                .contains("Đang làm");
        assertThat(good(ward.get("/assignments?q=chau%20thi%20so")).text())
                .contains("Chẩu Thị Sở", "Giữ gìn ngõ xóm");
        assertThat(good(ward.get(task)).text()).doesNotContain("Đề nghị phân công");
        assertThat(new String(ward.download("/tasks/export?as=csv"), UTF_8))
                .contains("Giữ gìn ngõ xóm", "Chẩu Thị Sở");
        assertThat(
                        secretary.call(() ->
                                catalogue.counts(
                                        secretary.scope(),
                                        new TaskQueries.Filter(null, null, "giu gin", "open"))))
                .isEqualTo(new TaskQueries.Counts(1, 0, 0));
        for (String page : List.of("/tasks", task, "/assignments", proposal.path())) {
            assertThat(PageStatements.of(cell, page)).as(page).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(PageStatements.of(phone, "/my-tasks")).hasSizeLessThanOrEqualTo(5);
    }
}
