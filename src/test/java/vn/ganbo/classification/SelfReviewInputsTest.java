package vn.ganbo.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/**
 * What goes into a self-review: plan and reviewed tasks, a paper, and whether the exempt send one.
 */
@ProductTest
class SelfReviewInputsTest {
    @Autowired ApplicationContext context;
    @Autowired ReviewYears years;
    @Autowired SelfReviews selfReviews;
    @Autowired SelfReviewStore store;
    @Autowired TaskInput tasks;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private World world;
    private Viewer office;
    private Viewer secretary;
    private UUID member;
    private Viewer self;
    private int year;

    @BeforeEach
    void a_cell_at_work() {
        world = new World();
        office = world.workplaceOffice();
        secretary = world.viewer(Role.WORKPLACE_CELL_SECRETARY, world.workCell, world.workCell + 9);
        member = world.member("Bế Thị Nguồn");
        self = world.memberViewer(member);
        year = LocalDate.now(clock).getYear();
    }

    private SelfReviewStore.Review mine() {
        return self.call(() -> store.mine(self.scope())).getFirst();
    }

    private UUID open(boolean exempt) {
        return office.call(() -> years.open(office, year, exempt));
    }

    private void plan(String targets, String study) {
        World.run(
                """
                insert into assignment.plan
                       (unit_no, id, member_id, year, targets, measures, study, sent_at, changed_at)
                values (?, ?, ?, ?, ?, '', ?, make_timestamptz(?, 3, 12, 8, 0, 0, 'Asia/Ho_Chi_Minh'), now())
                """,
                world.workCell,
                Ids.next(),
                member,
                year,
                targets,
                study,
                year);
    }

    /** A task, and how each month was reviewed. */
    private void task(String title, int unit, Map<Integer, String> results) {
        UUID task = Ids.next();
        UUID assignment = Ids.next();
        World.run(
                """
                insert into assignment.task
                       (unit_no, id, field, title, search_key, product, since, cycle, hours, chore, changed_at,
                        changed_by)
                values (?, ?, 'PARTY', ?, '', 'báo cáo', make_date(?, 1, 1), 'MONTH', 2, false, now(), 'thử')
                """,
                unit,
                task,
                title,
                year);
        World.run(
                """
                insert into assignment.assignment
                       (unit_no, id, task_id, member_id, full_name, sort_key, contact, state, reason, since,
                        changed_at, changed_by)
                values (?, ?, ?, ?, 'Bế Thị Nguồn', '', false, 'ACCEPTED', 'hợp việc', make_date(?, 1, 1), now(), 'thử')
                """,
                unit,
                assignment,
                task,
                member,
                year);
        results.forEach((month, result) ->
                World.run(
                        """
                        insert into assignment.review
                               (unit_no, id, assignment_id, member_id, cause, from_day, to_day, due_on, result,
                                outcome, words, reviewed_on, reviewed_by, changed_at, changed_by)
                        values (?, ?, ?, ?, 'CYCLE', make_date(?, ?, 1), make_date(?, ?, 28), make_date(?, ?, 28), ?,
                                'KEPT', 'Cần gửi sớm hơn.', make_date(?, ?, 28), 'thử', now(), 'thử')
                        """,
                        unit,
                        Ids.next(),
                        assignment,
                        member,
                        year,
                        month,
                        year,
                        month,
                        year,
                        month,
                        result,
                        year,
                        month));
    }

    private Map<String, List<Prefill.Sentence>> known() {
        return self.call(() ->
                Prefill.of(
                        tasks.done(self.scope(), member, year),
                        tasks.plan(self.scope(), year).orElse(null)));
    }

    private static SelfReviews.Typing whole() {
        Map<String, String> fields = new HashMap<>();
        for (String section :
                List.of(
                        "politics",
                        "tasks",
                        "commitment",
                        "shortcomings",
                        "earlier",
                        "explained",
                        "measures")) {
            fields.put("s-" + section, "Chép từ giấy.");
        }
        fields.put("p-character", "18");
        fields.put("p-style", "5");
        fields.put("p-residence", "4");
        fields.put("p-results", "60");
        return new SelfReviews.Typing(fields, "GOOD");
    }

    private void enter(Viewer viewer, @Nullable LocalDate received) {
        SelfReviewStore.Review review = mine();
        viewer.scope()
                .run(() ->
                        selfReviews.enterPaper(
                                viewer,
                                review.id(),
                                review.version(),
                                whole(),
                                received,
                                new Problems.Gatherer()));
    }

    @Test
    void each_sentence_of_the_program_says_where_it_comes_from_and_none_is_made_up() {
        assertThat(known()).isEmpty();
        plan("Kèm hai đảng viên mới.\nXong đề án số hóa;", "Học lớp trung cấp");
        task("Phụ trách tủ sách", world.workCell, Map.of(3, "EXCEEDED", 4, "ON_TIME", 5, "LATE"));

        assertThat(known().get("tasks"))
                .extracting(Prefill.Sentence::text)
                .containsExactly(
                        "Nhiệm vụ “Phụ trách tủ sách”: chi ủy kiểm điểm 3 kỳ, 1 vượt yêu cầu, 1 đúng hạn, 1 chậm.",
                        "Mục tiêu đã đăng ký: Kèm hai đảng viên mới.",
                        "Mục tiêu đã đăng ký: Xong đề án số hóa.");
        assertThat(known().get("tasks"))
                .extracting(Prefill.Sentence::source)
                .containsExactly(
                        "kiểm điểm nhiệm vụ, lần gần nhất ngày 28/05/" + year,
                        "kế hoạch năm, gửi chi bộ ngày 12/03/" + year,
                        "kế hoạch năm, gửi chi bộ ngày 12/03/" + year);
        assertThat(known().get("shortcomings"))
                .extracting(Prefill.Sentence::text)
                .containsExactly(
                        "Nhiệm vụ “Phụ trách tủ sách” kỳ 01/05/%d – 28/05/%d: chậm (ý kiến chi ủy: Cần gửi sớm hơn)."
                                .formatted(year, year));
        assertThat(known().get("commitment"))
                .extracting(Prefill.Sentence::link)
                .containsExactly("/my-plan");
        assertThat(known()).doesNotContainKeys("politics", "measures", "earlier");
    }

    @Test
    void a_new_self_review_is_prefilled_and_what_the_member_typed_is_never_replaced() {
        plan("Kèm hai đảng viên mới.", "");
        open(false);
        Visitor me = new Visitor(port);
        me.signIn(
                new Holders(context)
                        .holder("Bế Thị Nguồn", Role.MEMBER, world.workCell, member)
                        .userName(),
                Holders.PASSWORD);
        String at = "/my-review/" + mine().id();

        assertThat(me.get("/my-review").text())
                .contains(
                        "\nMục tiêu đã đăng ký: Kèm hai đảng viên mới.</textarea>",
                        "Nguồn: <a href=\"/my-plan\">kế hoạch năm, gửi chi bộ ngày 12/03/" + year);
        assertThat(mine().started()).isFalse();

        Visitor.Page added =
                me.post(
                        at + "/sentences?section=tasks",
                        "version",
                        "1",
                        "s-tasks",
                        "Tôi tự viết.",
                        "s-politics",
                        "Gương mẫu.",
                        "p-style",
                        "nhiều");
        assertThat(added.text())
                .contains(
                        "\nTôi tự viết.\nMục tiêu đã đăng ký: Kèm hai đảng viên mới.</textarea>",
                        "\nGương mẫu.</textarea>",
                        "value=\"nhiều\"");
        assertThat(mine().started()).isFalse();

        assertThat(me.post(at, "version", "1", "s-tasks", "Tôi tự viết.", "s-politics", "").text())
                .contains("\nTôi tự viết.</textarea>")
                .doesNotContain("\nMục tiêu đã đăng ký");
        assertThat(me.get("/my-review").text()).contains("\nTôi tự viết.</textarea>");
    }

    @Test
    void a_paper_is_written_down_by_the_cell_and_says_so() {
        open(false);
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);

        enter(secretary, yesterday);

        assertThat(mine().state()).isEqualTo(ReviewState.SENT);
        assertThat(mine().receivedOn()).isEqualTo(yesterday);
        assertThat(mine().enteredBy()).isNotBlank();
        assertThat(mine().written().answers()).containsEntry("tasks", "Chép từ giấy.");
        assertThatThrownBy(() -> enter(secretary, yesterday))
                .isInstanceOf(Refusal.class)
                .hasMessage("classification.already-sent");
        SelfReviewStore.Review sent = mine();
        secretary
                .scope()
                .run(() -> selfReviews.giveBack(secretary, sent.id(), sent.version(), "Thiếu ý."));
        enter(secretary, yesterday);
        assertThat(mine().state()).isEqualTo(ReviewState.SENT);
    }

    @Test
    void a_paper_never_overwrites_what_the_member_has_begun_here() {
        open(false);
        SelfReviewStore.Review review = mine();
        self.scope()
                .run(() ->
                        selfReviews.save(
                                self,
                                review.id(),
                                review.version(),
                                new SelfReviews.Typing(Map.of("s-tasks", "Tôi đang viết."), "")));

        assertThatThrownBy(() -> enter(secretary, LocalDate.now(clock)))
                .isInstanceOf(Refusal.class)
                .hasMessage("classification.member-writes");

        assertThat(mine().written().answers()).containsEntry("tasks", "Tôi đang viết.");
        assertThat(mine().state()).isEqualTo(ReviewState.DRAFT);
    }

    @Test
    void a_paper_has_a_day_that_has_come_and_only_the_own_cell_writes_it_down() {
        open(false);

        assertThatThrownBy(() -> enter(secretary, LocalDate.now(clock).plusDays(1)))
                .isInstanceOfSatisfying(
                        Problems.class,
                        problems -> assertThat(problems.byField()).containsOnlyKeys("receivedOn"));
        Viewer other = world.viewer(Role.RESIDENCE_CELL_SECRETARY, world.cell1, world.cell1 + 9);
        assertThatThrownBy(() -> enter(other, LocalDate.now(clock))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> enter(self, LocalDate.now(clock))).isInstanceOf(NotFound.class);
        assertThat(mine().state()).isEqualTo(ReviewState.DRAFT);
    }

    @Test
    void the_secretary_types_the_paper_and_the_member_reads_that_it_came_on_paper() {
        open(false);
        Holders holders = new Holders(context);
        Visitor cell = new Visitor(port);
        cell.signIn(
                holders.holder("Bế Văn Thư", Role.WORKPLACE_CELL_SECRETARY, world.workCell)
                        .userName(),
                Holders.PASSWORD);
        String at = "/classification/reviews/" + mine().id();
        assertThat(cell.get(at).text()).contains("Nhập bản giấy");
        assertThat(cell.get(at + "/paper").text()).contains("Ngày nhận bản giấy");

        Visitor.Page wrong =
                cell.post(
                        at + "/paper", "version", "1", "receivedOn", "", "s-tasks", "Đã chép dở.");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Ghi ngày nhận bản giấy", "Đã chép dở.");
        enter(secretary, LocalDate.now(clock));

        Visitor me = new Visitor(port);
        me.signIn(
                holders.holder("Bế Thị Nguồn", Role.MEMBER, world.workCell, member).userName(),
                Holders.PASSWORD);
        assertThat(me.get("/my-review").text()).contains("nhập từ bản giấy của đồng chí");
        assertThat(cell.get(at).text()).contains("Nhập từ bản giấy, nhận ngày");
    }

    @Test
    void the_cell_reads_beside_the_self_review_how_the_tasks_it_gave_went() {
        task(
                "Trực tiếp công dân",
                world.workCell,
                Map.of(1, "ON_TIME", 2, "ON_TIME", 3, "NOT_DONE"));
        task("Việc của khu dân cư", world.cell1, Map.of(1, "LATE"));
        open(false);
        Visitor cell = new Visitor(port);
        cell.signIn(
                new Holders(context)
                        .holder("Bế Văn Đọc", Role.WORKPLACE_CELL_SECRETARY, world.workCell)
                        .userName(),
                Holders.PASSWORD);

        assertThat(cell.get("/classification/reviews/" + mine().id()).text())
                .contains("3 lượt kiểm điểm", "đúng hạn <b>2</b> (67 %)", "Trực tiếp công dân")
                .doesNotContain("Việc của khu dân cư");
        assertThat(known().get("tasks"))
                .extracting(Prefill.Sentence::text)
                .anyMatch(text -> text.contains("Việc của khu dân cư"));
    }

    @Test
    void a_committee_chooses_in_its_year_whether_the_exempt_review_and_back_again() {
        World.run("update member.member set status = 'EXEMPT' where id = ?", member);
        UUID id = open(false);
        assertThat(mine().whyNot()).isEqualTo(WhyNot.EXEMPT);

        assertThat(office.<Integer>call(() -> years.chooseExempt(office, id, true))).isEqualTo(1);
        assertThat(mine().state()).isEqualTo(ReviewState.DRAFT);
        assertThatThrownBy(() -> office.call(() -> years.chooseExempt(office, id, true)))
                .isInstanceOf(Refusal.class);

        assertThat(office.<Integer>call(() -> years.chooseExempt(office, id, false))).isEqualTo(1);
        assertThat(mine().whyNot()).isEqualTo(WhyNot.EXEMPT);

        office.call(() -> years.chooseExempt(office, id, true));
        enter(secretary, LocalDate.now(clock));
        assertThat(office.<Integer>call(() -> years.chooseExempt(office, id, false))).isZero();
        assertThat(mine().state()).isEqualTo(ReviewState.SENT);
        Viewer other = world.wardOffice();
        assertThatThrownBy(() -> other.call(() -> years.chooseExempt(other, id, true)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_choice_is_shown_on_the_board_and_offered_again_next_year() {
        UUID id = open(true);
        Visitor board = new Visitor(port);
        board.signIn(
                new Holders(context)
                        .holder("Bế Thị Văn Phòng", Role.WORKPLACE_OFFICE, world.workplace)
                        .userName(),
                Holders.PASSWORD);

        assertThat(board.get("/classification").text())
                .contains("Người được miễn công tác và sinh hoạt cũng tự kiểm điểm");
        assertThat(board.get("/classification/new").text())
                .containsPattern("name=\"exempt\"[^>]*checked");
        assertThat(board.post("/classification/" + id + "/exempt", "review", "false").text())
                .contains("không phải tự kiểm điểm");
        assertThat(board.get("/classification/new").text())
                .doesNotContainPattern("name=\"exempt\"[^>]*checked");
    }
}
