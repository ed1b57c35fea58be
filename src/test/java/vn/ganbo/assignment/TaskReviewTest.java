package vn.ganbo.assignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
import vn.ganbo.assignment.TaskReviews.Verdict;
import vn.ganbo.kernel.Fact;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.member.MemberFacts;
import vn.ganbo.regulation.ExemptionKind;

/** Kiểm điểm nhiệm vụ: nothing given is left unreviewed, nor unchanged when its person changes. */
@ProductTest
class TaskReviewTest {
    @Autowired Tasks tasks;
    @Autowired Assignments assignments;
    @Autowired AssignmentStore store;
    @Autowired TaskReviews reviews;
    @Autowired TaskReviewStore reviewStore;
    @Autowired ReviewClock night;
    @Autowired TaskPapers papersOfTasks;
    @Autowired TaskPaperStore paperStore;
    @Autowired Facts facts;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Viewer secretary;
    private UUID own;
    private UUID contact;

    @BeforeEach
    void a_residential_cell() {
        world = new World();
        secretary = world.cellSecretary();
        own = world.member("Chẩu Thị Rà");
        World.run("update member.member set work_no = ? where id = ?", world.cell1, own);
        contact = world.member("Chẩu Văn Soát");
        World.run("update member.member set res_no = ? where id = ?", world.cell1, contact);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The last day of the month before. */
    private LocalDate ended() {
        return today().withDayOfMonth(1).minusDays(1);
    }

    /** A task of each month that somebody said yes to before the last month ended. */
    private UUID accepted(UUID person) {
        UUID task =
                secretary.call(() ->
                        tasks.add(
                                secretary,
                                new Tasks.NewTask(
                                        TaskField.SECURITY,
                                        "Tuần tra",
                                        null,
                                        null,
                                        null,
                                        "Không mất trộm",
                                        null,
                                        "02-QC/CB",
                                        LocalDate.of(2026, 1, 3),
                                        today().minusMonths(6),
                                        null,
                                        ReviewCycle.MONTH,
                                        4,
                                        null,
                                        false)));
        UUID id =
                secretary.call(() ->
                        assignments.propose(
                                secretary,
                                task,
                                new Assignments.Proposal(
                                        person, "Khỏe", ended().minusMonths(3), null)));
        secretary
                .scope()
                .run(() ->
                        assignments.noteAnswer(secretary, id, 1, true, "", ended().minusDays(9)));
        return id;
    }

    private void look() {
        Viewer system = Viewer.system("test");
        system.scope().run(() -> night.look(system));
    }

    private List<TaskReview> of(UUID assignment) {
        return secretary.call(() -> reviewStore.ofAssignment(secretary.scope(), assignment));
    }

    private AssignmentState state(UUID id) {
        return secretary.call(() -> store.find(secretary.scope(), id)).orElseThrow().state();
    }

    private void review(TaskReview review, Verdict verdict) {
        secretary
                .scope()
                .run(() -> reviews.review(secretary, review.id(), review.version(), verdict));
    }

    private void told(Viewer viewer, Fact fact) {
        viewer.scope()
                .run(() ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(_ -> facts.tell(viewer, fact)));
    }

    @Test
    void each_ended_period_is_reviewed_once_within_ten_days_and_none_before_the_yes() {
        UUID id = accepted(own);

        look();
        look();

        List<TaskReview> all = of(id);
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().toDay()).isEqualTo(ended());
        assertThat(all.getFirst().fromDay()).isEqualTo(ended().withDayOfMonth(1));
        assertThat(all.getFirst().dueOn()).isEqualTo(today().minusDays(1).plusDays(10));
    }

    @Test
    void what_a_server_that_was_off_has_missed_is_looked_at_once_and_nobody_is_flooded() {
        UUID id = accepted(own);
        look();
        LocalDate month = ended().withDayOfMonth(1);
        World.run(
                "update assignment.assignment set since = ?, answered_on = ? where id = ?",
                month.minusMonths(7),
                month.minusMonths(7),
                id);
        World.run(
                "update assignment.review set from_day = ?, to_day = ? where assignment_id = ?",
                month.minusMonths(6),
                month.minusMonths(5).minusDays(1),
                id);

        look();
        look();

        assertThat(of(id)).hasSize(2);
        TaskReview missed = of(id).getFirst();
        assertThat(missed.fromDay()).isEqualTo(month.minusMonths(5));
        assertThat(missed.toDay()).isEqualTo(ended());
        assertThat(missed.periods()).isEqualTo(6);
        assertThat(missed.dueOn()).isEqualTo(today().minusDays(1).plusDays(10));
        Visitor cell = visitor("Chẩu Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        assertThat(good(cell.get("/assignments/reviews")).text()).contains("(gộp 6 kỳ)");
        assertThat(good(cell.get("/assignments/reviews/" + missed.id())).text())
                .contains("Kiểm điểm một lần cho 6 kỳ");
        Visitor phone = visitor("Chẩu Thị Rà", Role.MEMBER, world.cell1, own);
        assertThat(good(phone.get("/my-tasks")).text()).contains("(gộp 6 kỳ)");
    }

    @Test
    void missed_half_years_count_from_the_one_in_which_the_person_said_yes() {
        UUID id = accepted(own);
        LocalDate last =
                today().withDayOfMonth(1)
                        .minusMonths((today().getMonthValue() - 1) % 6)
                        .minusDays(1);
        LocalDate yes = last.minusMonths(14);
        World.run(
                "update assignment.task set cycle = 'HALF_YEAR' where id = (select task_id from assignment.assignment where id = ?)",
                id);
        World.run(
                "update assignment.assignment set since = ?, answered_on = ? where id = ?",
                yes.minusMonths(20),
                yes,
                id);

        look();

        TaskReview missed = of(id).getFirst();
        assertThat(missed.fromDay()).isEqualTo(last.plusDays(1).minusMonths(18));
        assertThat(missed.toDay()).isEqualTo(last);
        assertThat(missed.periods()).isEqualTo(3);
        assertThat(of(id)).hasSize(1);
    }

    @Test
    void the_person_reports_then_the_cell_reviews_and_the_period_is_closed() {
        UUID id = accepted(contact);
        look();
        TaskReview first = of(id).getFirst();
        Viewer self = world.memberViewer(contact);
        self.scope().run(() -> reviews.report(self, first.id(), 1, "Đã tuần tra 8 buổi."));
        TaskReview reported = of(id).getFirst();
        assertThat(reported.selfWords()).isEqualTo("Đã tuần tra 8 buổi.");
        assertThatThrownBy(() -> review(reported, new Verdict(TaskResult.LATE, null, "", null)))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.byField()).containsOnlyKeys("outcome", "words"));

        review(reported, new Verdict(TaskResult.EXCEEDED, ReviewOutcome.KEPT, "", null));

        assertThat(state(id)).isEqualTo(AssignmentState.ACCEPTED);
        assertThatThrownBy(() ->
                        review(
                                of(id).getFirst(),
                                new Verdict(TaskResult.LATE, ReviewOutcome.KEPT, "Chậm.", null)))
                .isInstanceOf(Refusal.class)
                .hasMessage("assignment.review-closed");
        assertThatThrownBy(() ->
                        self.scope()
                                .run(() -> reviews.report(self, first.id(), 3, "Thêm một buổi.")))
                .hasMessage("assignment.review-closed");
        look();
        assertThat(of(id)).hasSize(1);
    }

    @Test
    void a_review_ends_the_assignment_or_proposes_it_otherwise() {
        UUID ends = accepted(own);
        UUID changes = accepted(contact);
        look();

        review(
                of(ends).getFirst(),
                new Verdict(TaskResult.NOT_DONE, ReviewOutcome.ENDED, "Sức khỏe yếu.", null));
        review(
                of(changes).getFirst(),
                new Verdict(
                        TaskResult.ON_TIME,
                        ReviewOutcome.CHANGED,
                        "Làm đến hết tháng sau.",
                        today().plusMonths(1)));

        assertThat(state(ends)).isEqualTo(AssignmentState.ENDED);
        assertThat(state(changes)).isEqualTo(AssignmentState.PROPOSED);
    }

    @Test
    void a_change_of_post_or_an_exemption_puts_the_persons_tasks_up_at_once() {
        UUID mine = accepted(own);
        UUID other = accepted(contact);
        Viewer office = world.workplaceOffice();

        told(office, new MemberFacts.RecordChanged(contact, "điện thoại"));
        assertThat(of(other)).isEmpty();
        told(office, new MemberFacts.RecordChanged(contact, "chức vụ, điện thoại"));
        told(office, new MemberFacts.RecordChanged(contact, "chức vụ"));

        assertThat(of(other)).extracting(TaskReview::cause).containsExactly(ReviewCause.POST);
        assertThat(of(mine)).isEmpty();
        assertThat(
                        office.call(() ->
                                reviewStore.list(office.scope(), null, "open", today(), null, 0)))
                .isEmpty();
        review(of(other).getFirst(), new Verdict(null, ReviewOutcome.KEPT, "", null));
        assertThat(state(other)).isEqualTo(AssignmentState.ACCEPTED);
    }

    /** The workplace's office enters what has changed, on the page where it does. */
    private void enters(UUID person, String... pairs) {
        Visitor office = new Visitor(port);
        office.signIn(
                new Holders(context)
                        .holder("Chẩu Thị Văn Thư", Role.WORKPLACE_OFFICE, world.workplace)
                        .userName(),
                Holders.PASSWORD);
        office.get("/members/" + person + "/periods");
        assertThat(office.post("/members/" + person + "/periods", pairs).text())
                .contains("Đã ghi vào quá trình");
    }

    @Test
    void who_moves_or_has_another_standing_is_looked_at_at_once_and_nothing_ends_by_itself() {
        UUID moved = world.member("Chẩu Văn Dời");
        World.run("update member.member set res_no = ? where id = ?", world.cell1, moved);
        UUID changed = world.member("Chẩu Thị Chuyển");
        World.run("update member.member set res_no = ? where id = ?", world.cell1, changed);
        World.run(
                "insert into organisation.unit (no, id) values (?, ?)",
                world.base + 520,
                UUID.randomUUID());
        World.run(
                """
                insert into organisation.unit_period
                       (unit_no, code, name, kind, side, parent_no, commune_code, valid)
                values (?, ?, 'Chi bộ Phòng Hai', 'CELL', 'WORKPLACE', ?, null, '[2020-01-01,)')
                """,
                world.base + 520,
                "T." + (world.base + 520),
                world.workplace);
        UUID suspended = accepted(contact);
        UUID elsewhere = accepted(moved);
        UUID inNewCell = accepted(changed);
        String day = Show.date(today());

        enters(contact, "kind", "STATUS", "status", "SUSPENDED", "since", day);
        enters(moved, "kind", "RESIDENCE", "place", "Số 9 đường Mới, phường Khác", "since", day);

        enters(
                changed,
                "kind",
                "WORKPLACE",
                "unit",
                Integer.toString(world.base + 520),
                "since",
                day);

        assertThat(of(inNewCell))
                .extracting(TaskReview::cause)
                .containsExactly(ReviewCause.WORKPLACE);
        assertThat(of(suspended)).extracting(TaskReview::cause).containsExactly(ReviewCause.STATUS);
        assertThat(of(elsewhere))
                .extracting(TaskReview::cause)
                .containsExactly(ReviewCause.RESIDENCE);
        assertThat(of(elsewhere).getFirst().dueOn()).isEqualTo(today().plusDays(10));
        assertThat(state(elsewhere)).isEqualTo(AssignmentState.ACCEPTED);
    }

    @Test
    void an_exemption_at_the_residence_puts_up_what_the_residence_gave_and_nothing_else() {
        UUID here = accepted(contact);
        UUID inCell = accepted(own);
        Viewer office = world.workplaceOffice();

        told(office, exempted(contact));
        told(office, exempted(own));

        assertThat(of(here)).extracting(TaskReview::cause).containsExactly(ReviewCause.EXEMPTION);
        assertThat(of(inCell)).isEmpty();
    }

    private Fact exempted(UUID person) {
        return new MemberFacts.ExemptionGranted(
                person, ExemptionKind.MEETINGS, today(), today().plusYears(1));
    }

    @Test
    void who_left_the_cell_without_a_word_is_found_at_night_and_ending_answers_it() {
        UUID id = accepted(own);
        World.run("update member.member set work_no = ? where id = ?", world.workCell, own);

        look();

        assertThat(of(id))
                .extracting(TaskReview::cause)
                .containsExactlyInAnyOrder(ReviewCause.LEFT_CELL, ReviewCause.CYCLE);
        int version =
                secretary.call(() -> store.find(secretary.scope(), id)).orElseThrow().version();
        secretary.scope().run(() -> assignments.end(secretary, id, version, "Đã chuyển đi."));
        assertThat(of(id))
                .filteredOn(one -> one.cause() == ReviewCause.LEFT_CELL)
                .extracting(TaskReview::outcome)
                .containsExactly(ReviewOutcome.ENDED);
    }

    @Test
    void a_late_review_is_reminded_of_once_and_the_ward_is_told_once() {
        UUID id = accepted(own);
        look();
        World.run(
                "update assignment.review set due_on = ? where assignment_id = ?",
                today().minusDays(20),
                id);

        look();
        look();

        assertThat(of(id).getFirst().late(today())).isEqualTo(20);
        Visitor ward = visitor("Chẩu Thị Phường", Role.RESIDENCE_OFFICE, world.ward, null);
        String notices = ward.get("/notifications").text();
        assertThat(notices.split("<b>Chi bộ chậm kiểm điểm", -1)).hasSize(2);
        assertThat(notices.split("<b>Quá hạn kiểm điểm nhiệm vụ", -1)).hasSize(2);
        assertThat(ward.get("/").text()).contains("Kiểm điểm nhiệm vụ quá hạn ở chi bộ");
    }

    @Test
    void a_review_of_a_closed_period_is_refused_on_the_page_and_what_was_written_stays() {
        UUID id = accepted(own);
        look();
        TaskReview review = of(id).getFirst();
        Visitor cell = visitor("Chẩu Thị Khóa", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        Visitor phone = visitor("Chẩu Thị Rà", Role.MEMBER, world.cell1, own);
        String at = "/assignments/reviews/" + review.id();
        cell.get(at);
        phone.get("/my-tasks");
        review(review, new Verdict(TaskResult.ON_TIME, ReviewOutcome.KEPT, "", null));

        Visitor.Page late =
                cell.post(
                        at,
                        "version",
                        "2",
                        "result",
                        "LATE",
                        "outcome",
                        "KEPT",
                        "words",
                        "Ý kiến ghi sau khi đã kiểm điểm");
        Visitor.Page report =
                phone.post(
                        "/my-tasks/reviews/" + review.id(),
                        "version",
                        "2",
                        "words",
                        "Báo cáo gửi muộn một ngày");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .contains("Kỳ này chi ủy đã kiểm điểm ngày", "Ý kiến ghi sau khi đã kiểm điểm");
        assertThat(report.status()).isEqualTo(409);
        assertThat(report.text())
                .contains("Kỳ này chi ủy đã kiểm điểm ngày", "Báo cáo gửi muộn một ngày");
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

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void who_is_ill_says_so_on_the_phone_and_the_cell_looks_at_once_with_somebody_to_follow() {
        UUID id = accepted(contact);
        UUID other = accepted(own);
        Visitor cell = visitor("Chẩu Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        Visitor phone = visitor("Chẩu Văn Soát", Role.MEMBER, world.workCell, contact);
        String version = good(phone.get("/my-tasks")).hidden("version");
        String hard = "/my-tasks/" + id + "/hardship";
        Visitor.Page empty = phone.post(hard, "version", version, "words", " ");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("còn làm được đến đâu");
        assertThat(phone.post("/my-tasks/" + other + "/hardship", "version", "2", "words", "x"))
                .extracting(Visitor.Page::status)
                .isEqualTo(404);

        assertThat(good(phone.post(hard, "version", version, "words", "Mỗi tuần một buổi.")).text())
                .contains("Đã báo chi bộ", "Đảng viên báo khó làm tiếp")
                .doesNotContain(hard);

        TaskReview look = of(id).getFirst();
        assertThat(look.cause()).isEqualTo(ReviewCause.HARDSHIP);
        assertThat(look.dueOn()).isEqualTo(today().plusDays(10));
        assertThat(state(id)).isEqualTo(AssignmentState.ACCEPTED);
        assertThat(of(other)).isEmpty();
        assertThat(phone.post(hard, "version", version, "words", "Lại nữa").status())
                .isEqualTo(409);
        assertThat(good(cell.get("/assignments/reviews?which=changed")).text())
                .contains("Chẩu Văn Soát", "Đảng viên báo khó làm tiếp");
        assertThat(good(cell.get("/assignments/reviews/" + look.id())).text())
                .contains("Mỗi tuần một buổi.", "có thể đề nghị <b>Chẩu Thị Rà</b>");
        assertThat(good(cell.get("/assignments/" + id)).text())
                .contains("Mỗi tuần một buổi.")
                .doesNotContain("/assignments/" + id + "/hardship");
        assertThat(good(cell.get("/assignments/papers")).text())
                .contains("<b>1</b> phân công đã nhận chưa có quyết định");
    }

    @Test
    void what_was_said_to_the_secretary_puts_the_task_up_as_well() {
        UUID id = accepted(own);
        Visitor cell = visitor("Chẩu Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        Visitor.Page page = good(cell.get("/assignments/" + id));

        good(
                cell.post(
                        "/assignments/" + id + "/hardship",
                        "version",
                        page.hidden("version"),
                        "words",
                        "Nằm viện, xin nghỉ hai tháng."));

        assertThat(of(id))
                .extracting(TaskReview::cause, TaskReview::selfWords)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                ReviewCause.HARDSHIP, "Nằm viện, xin nghỉ hai tháng."));
    }

    @Test
    void the_whole_way_from_the_night_to_the_words_on_the_members_phone() throws IOException {
        UUID id = accepted(own);
        look();
        Visitor cell = visitor("Chẩu Thị Thư", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        Visitor phone = visitor("Chẩu Thị Rà", Role.MEMBER, world.cell1, own);
        UUID review = of(id).getFirst().id();
        Visitor.Page mine = good(phone.get("/my-tasks"));
        assertThat(mine.text()).contains("Báo cáo: Tuần tra");
        String report = "/my-tasks/reviews/" + review;
        assertThat(phone.post(report, "version", "1", "words", " ").status()).isEqualTo(422);
        good(phone.post(report, "version", "1", "words", "Đã tuần tra 6 buổi."));
        assertThat(good(cell.get("/assignments/reviews")).text())
                .contains("Chẩu Thị Rà", "đã tự báo cáo");
        String at = "/assignments/reviews/" + review;
        Visitor.Page form = good(cell.get(at));
        assertThat(form.text()).contains("Đã tuần tra 6 buổi.");
        assertThat(cell.post(at, "version", form.hidden("version")).status()).isEqualTo(422);
        good(
                cell.post(
                        at,
                        "version",
                        form.hidden("version"),
                        "result",
                        "LATE",
                        "outcome",
                        "KEPT",
                        "words",
                        "Bù hai buổi vào tháng này."));
        assertThat(good(phone.get("/my-tasks")).text())
                .contains("Bù hai buổi vào tháng này.", "Chậm");
        assertThat(good(cell.get("/assignments/" + id)).text()).contains("Bù hai buổi");
        assertThat(
                        new String(
                                cell.download("/assignments/reviews/export?as=csv&which=done"),
                                UTF_8))
                .contains("Chẩu Thị Rà", "Chậm");
        Visitor.Page papers = good(cell.get("/assignments/papers"));
        assertThat(papers.text()).contains("Soạn quyết định", "Soạn biên bản");
        List<TaskPaperStore.ToDecide> undecided =
                secretary.call(() -> paperStore.toDecide(secretary.scope(), secretary.unitNo()));
        assertThat(undecided).isNotEmpty();
        String paper = cell.post("/assignments/papers/decision").path();
        String decision = words(cell.download(paper));
        assertThat(new String(cell.download(paper + "/docx"), 0, 2, UTF_8)).isEqualTo("PK");
        assertThat(decision)
                .contains("QUYẾT ĐỊNH", "phân công nhiệm vụ", "Rõ thẩm quyền", "Chẩu Thị Rà")
                .containsSubsequence(
                        "Điều 3.",
                        "Nơi nhận",
                        "BẢNG PHÂN CÔNG NHIỆM VỤ CHO ĐẢNG VIÊN",
                        "(kèm theo Quyết định số 01-QĐ/CB, ngày ",
                        "Rõ người")
                .contains("Căn cứ Quy chế số 02-QC/CB ngày 03/01/2026;");
        assertThat(good(cell.get("/assignments/papers")).text())
                .contains("Mọi phân công đã nhận đều có trong quyết định");
        assertThatThrownBy(() -> secretary.call(() -> papersOfTasks.decide(secretary)))
                .isInstanceOf(Refusal.class)
                .hasMessage("assignment.nothing-to-decide");
        assertThat(
                        secretary.call(() ->
                                paperStore.decided(
                                        secretary.scope(), UUID.randomUUID(), undecided)))
                .as("two people who press at once make one decision")
                .isFalse();
        Visitor.Page half =
                cell.post(
                        "/assignments/papers/minutes",
                        "metOn",
                        today().toString(),
                        "place",
                        "Nhà văn hóa",
                        "present",
                        "9");
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.text())
                .contains("Ghi kết luận của cuộc họp", "value=\"Nhà văn hóa\"", "value=\"9\"");
        String minutes =
                words(
                        cell.download(
                                cell.post(
                                                "/assignments/papers/minutes",
                                                "metOn",
                                                today().toString(),
                                                "place",
                                                "Nhà văn hóa",
                                                "present",
                                                "9",
                                                "conclusion",
                                                "Đồng ý")
                                        .path()));
        assertThat(minutes).contains("BIÊN BẢN", "Bù hai buổi", "Có mặt 9 đồng chí");
        assertThat(good(cell.get("/assignments/papers")).text()).doesNotContain("Soạn biên bản");
        assertThat(good(cell.get("/assignments/" + id)).text()).contains("Mở quyết định");
        for (String page : List.of("/assignments/reviews", at, "/assignments/" + id)) {
            assertThat(PageStatements.of(cell, page)).as(page).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(PageStatements.of(phone, "/my-tasks")).hasSizeLessThanOrEqualTo(5);
    }
}
