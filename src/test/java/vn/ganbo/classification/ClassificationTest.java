package vn.ganbo.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import vn.ganbo.PageStatements;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.assignment.TaskResult;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.regulation.ReviewFormKind;
import vn.ganbo.transfer.HostStays;
import vn.ganbo.transfer.TransferCause;
import vn.ganbo.transfer.Transfers;
import vn.ganbo.web.Picked;
import vn.ganbo.web.Typed;

/** Kiểm điểm, xếp loại: who reviews, who reads what when, and what the committee may decide. */
@ProductTest
class ClassificationTest {
    @Autowired ReviewYears years;
    @Autowired SelfReviews selfReviews;
    @Autowired ReviewMeetings meetings;
    @Autowired LevelDecisions decisions;
    @Autowired ClassificationRules rules;
    @Autowired Dossiers dossiers;
    @Autowired TemporaryStays stays;
    @Autowired TemporaryStayStore stayStore;
    @Autowired SelfReviewStore store;
    @Autowired ReviewQueries queries;
    @Autowired ReviewMeetingStore meetingStore;
    @Autowired Transfers transfers;
    @Autowired HostStays hostStays;
    @Autowired Units units;
    @Autowired Clock clock;
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
        member = world.member("Tẩn Thị Kiểm");
        self = world.memberViewer(member);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private UUID open() {
        return office.call(() -> years.open(office, today().getYear(), false));
    }

    private SelfReviewStore.Review mine(Viewer viewer) {
        return viewer.call(() -> store.mine(viewer.scope())).getFirst();
    }

    private static Map<String, String> fields() {
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
            fields.put("s-" + section, "Đã ghi.");
        }
        fields.put("p-character", "18");
        fields.put("p-style", "5");
        fields.put("p-residence", "4");
        fields.put("p-results", "60");
        return fields;
    }

    private void send(Viewer viewer, ClassificationLevel level) {
        SelfReviewStore.Review review = mine(viewer);
        viewer.scope()
                .run(() ->
                        selfReviews.send(
                                viewer,
                                review.id(),
                                review.version(),
                                new SelfReviews.Typing(fields(), level.name())));
    }

    private void meet(UUID... reviews) {
        List<ReviewMeetings.Votes> votes = new ArrayList<>();
        for (UUID review : reviews) {
            votes.add(new ReviewMeetings.Votes(review, 1, 4, 0, 0));
        }
        secretary.call(() ->
                meetings.record(
                        secretary,
                        new ReviewMeetings.Meeting(today(), 5, "Góp ý thẳng thắn."),
                        votes));
    }

    private void propose(Viewer viewer, ClassificationLevel level) {
        SelfReviewStore.Review review = mine(viewer);
        secretary
                .scope()
                .run(() -> meetings.propose(secretary, review.id(), review.version(), level));
    }

    private UUID decide(UUID year, String because, Map<Viewer, ClassificationLevel> levels) {
        List<LevelDecisions.Given> given = new ArrayList<>();
        levels.forEach((viewer, level) -> {
            SelfReviewStore.Review review = mine(viewer);
            given.add(new LevelDecisions.Given(new Picked(review.id(), review.version()), level));
        });
        return office.call(() ->
                decisions.decide(
                        office,
                        new LevelDecisions.Decision(
                                year, "12-QĐ/ĐU", today(), 20, because, given)));
    }

    @Test
    void everybody_reviews_but_the_exempt_the_suspended_and_the_newly_admitted() {
        UUID exempt = world.member("Tẩn Văn Miễn");
        UUID suspended = world.member("Tẩn Văn Chỉ");
        UUID recent = world.member("Tẩn Văn Mới");
        UUID half = world.member("Tẩn Văn Đủ");
        LocalDate end = LocalDate.of(today().getYear(), 12, 31);
        World.run("update member.member set status = 'EXEMPT' where id = ?", exempt);
        World.run("update member.member set status = 'SUSPENDED' where id = ?", suspended);
        World.run(
                "update member.member set status = 'PROBATIONARY', official = null, admitted = ? where id = ?",
                end.minusMonths(6).plusDays(1),
                recent);
        World.run(
                "update member.member set status = 'PROBATIONARY', official = null, admitted = ? where id = ?",
                end.minusMonths(6),
                half);

        UUID year = open();

        Map<String, String> why = new HashMap<>();
        office.call(() -> queries.list(office.scope(), year, null, null, 0))
                .forEach(line -> why.put(line.fullName(), String.valueOf(line.whyNot())));
        assertThat(why)
                .containsEntry("Tẩn Thị Kiểm", "null")
                .containsEntry("Tẩn Văn Miễn", "EXEMPT")
                .containsEntry("Tẩn Văn Chỉ", "SUSPENDED")
                .containsEntry("Tẩn Văn Mới", "RECENT")
                .containsEntry("Tẩn Văn Đủ", "null");
        assertThatThrownBy(this::open).isInstanceOf(Refusal.class);
    }

    @Test
    void a_committee_may_ask_the_exempt_to_review_too() {
        World.run("update member.member set status = 'EXEMPT' where id = ?", member);

        office.call(() -> years.open(office, today().getYear(), true));

        assertThat(mine(self).state()).isEqualTo(ReviewState.DRAFT);
    }

    @Test
    void a_draft_is_read_by_its_writer_alone_until_it_is_sent() {
        open();
        SelfReviewStore.Review review = mine(self);
        self.scope()
                .run(() ->
                        selfReviews.save(
                                self,
                                review.id(),
                                review.version(),
                                new SelfReviews.Typing(Map.of("s-tasks", "Dở dang."), "")));
        assertThat(mine(self).written().answers()).containsEntry("tasks", "Dở dang.");
        assertThat(at(secretary, review.id()).written().answers()).isEmpty();
        assertThat(at(office, review.id()).written().answers()).isEmpty();

        send(self, ClassificationLevel.GOOD);

        assertThat(at(secretary, review.id()).written().points()).containsEntry("results", 60);
        assertThatThrownBy(() -> send(self, ClassificationLevel.GOOD))
                .isInstanceOf(Refusal.class)
                .hasMessage("classification.already-sent");
        Viewer stranger = world.memberViewer(world.member("Tẩn Văn Lạ"));
        assertThat(stranger.call(() -> store.find(stranger.scope(), review.id()))).isEmpty();
        Viewer ward = world.wardOffice();
        assertThat(ward.call(() -> store.find(ward.scope(), review.id()))).isEmpty();
    }

    private SelfReviewStore.Review at(Viewer viewer, UUID id) {
        return viewer.call(() -> store.find(viewer.scope(), id)).orElseThrow();
    }

    @Test
    void a_cells_dossiers_are_ordered_by_given_name_and_a_draft_has_none() {
        Viewer first = world.memberViewer(world.member("Tẩn Văn An"));
        Viewer drafting = world.memberViewer(world.member("Tẩn Văn Bình"));
        UUID year = open();
        send(self, ClassificationLevel.GOOD);
        send(first, ClassificationLevel.GOOD);

        String cell =
                text(secretary.call(() -> dossiers.cell(secretary, year, world.workCell)).pdf());

        assertThat(cell).doesNotContain("Tẩn Văn Bình");
        assertThat(cell.indexOf("Tẩn Văn An")).isBetween(0, cell.indexOf("Tẩn Thị Kiểm"));
        UUID draft = mine(drafting).id();
        assertThatThrownBy(() -> secretary.call(() -> dossiers.one(secretary, draft)))
                .isInstanceOf(NotFound.class);
        UUID sent = mine(self).id();
        assertThatThrownBy(() -> self.call(() -> dossiers.cell(self, year, world.workCell)))
                .isInstanceOf(NotFound.class);
        Viewer ward = world.wardOffice();
        assertThatThrownBy(() -> ward.call(() -> dossiers.one(ward, sent)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void who_has_temporary_party_life_elsewhere_is_proposed_after_that_cell_was_heard() {
        open();
        send(self, ClassificationLevel.GOOD);
        UUID review = mine(self).id();
        meet(review);
        assertThatThrownBy(() -> office.scope().run(() -> stays.mark(office, review, " ", null)))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.byField()).containsOnlyKeys("stayCell", "stayAsked"));
        LocalDate asked = today().minusDays(9);
        office.scope().run(() -> stays.mark(office, review, "Chi bộ Đoàn Dự án", asked));

        assertThatThrownBy(() -> propose(self, ClassificationLevel.GOOD))
                .isInstanceOf(Refusal.class)
                .hasMessage("classification.temporary-cell-not-heard");
        assertThatThrownBy(() ->
                        secretary
                                .scope()
                                .run(() ->
                                        stays.receive(
                                                secretary, review, asked.minusDays(1), "Làm tốt.")))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.byField()).containsOnlyKeys("stayReceived"));
        secretary.scope().run(() -> stays.receive(secretary, review, today(), "Sinh hoạt đầy đủ."));
        propose(self, ClassificationLevel.GOOD);

        assertThat(text(office.call(() -> dossiers.one(office, review)).pdf()))
                .contains("3. Nhận xét của chi bộ nơi sinh hoạt tạm thời", "Sinh hoạt đầy đủ.");
        assertThat(self.call(() -> stayStore.stays(self.scope(), List.of(review)))).isEmpty();
        assertThatThrownBy(() -> office.scope().run(() -> stays.withdraw(office, review)))
                .isInstanceOf(Refusal.class)
                .hasMessage("classification.stay-is-fixed");
    }

    @Test
    void what_the_host_of_a_stay_wrote_is_read_from_its_case_and_not_typed_again()
            throws IOException {
        open();
        send(self, ClassificationLevel.GOOD);
        UUID review = mine(self).id();
        String at = "/classification/reviews/" + review;
        meet(review);
        World there = new World();
        UUID stay = hosted(there);
        Viewer host = there.workplaceOffice();
        Visitor cell = visitor("Tẩn Thị Đón", Role.WORKPLACE_CELL_SECRETARY, world.workCell, null);

        assertThatThrownBy(() -> propose(self, ClassificationLevel.GOOD))
                .isInstanceOf(Refusal.class)
                .hasMessage("classification.temporary-cell-not-heard");
        assertThat(good(cell.get(at)).text()).contains("/transfers/" + stay, "mục 7.6");
        assertThat(cell.post(at + "/temporary-stay/host").text())
                .contains("Năm nay chưa xin nhận xét của nơi sinh hoạt tạm thời");

        office.scope().run(() -> hostStays.ask(office, stay));
        good(cell.post(at + "/temporary-stay/host"));
        assertThat(requireNonNull(stay(review)).receivedOn()).isNull();

        UUID asked =
                UUID.fromString(
                        World.texts(
                                        "select id::text from transfer.stay_comment where transfer_id = ?",
                                        stay)
                                .getFirst());
        host.scope().run(() -> hostStays.answer(host, stay, asked, "Dự đủ, việc tốt."));
        good(cell.post(at + "/temporary-stay/host"));

        assertThat(good(cell.get(at)).text())
                .contains("Dự đủ, việc tốt.", "nơi ấy tự ghi", "Chi bộ đề nghị")
                .doesNotContain("name=\"stayComment\"");
        assertThat(PageStatements.of(cell, at)).hasSizeLessThanOrEqualTo(5);
        propose(self, ClassificationLevel.GOOD);
        assertThat(text(office.call(() -> dossiers.one(office, review)).pdf()))
                .contains("nơi ấy ghi trong hồ sơ sinh hoạt tạm thời: Dự đủ, việc tốt.");
    }

    private TemporaryStayStore.@Nullable Stay stay(UUID review) {
        return secretary.call(() -> stayStore.stay(secretary.scope(), review));
    }

    /** The member is with the host for half a year. */
    private UUID hosted(World there) {
        Viewer host = there.workplaceOffice();
        UUID id =
                office.call(() ->
                        transfers.open(
                                office,
                                new Transfers.Opening(
                                        member,
                                        TransferCause.POSTING,
                                        false,
                                        "16-QĐ/TC",
                                        today().minusDays(10),
                                        units.require(office.scope(), there.workplace).id(),
                                        "",
                                        today(),
                                        today().plusMonths(6))));
        office.scope()
                .run(() ->
                        transfers.issue(
                                office,
                                id,
                                1,
                                List.of("review", "card", "decision"),
                                true,
                                new Transfers.Signer("Lò Văn Ký", "Bí thư")));
        host.scope().run(() -> hostStays.begin(host, id, 2, today(), there.workCell));
        return id;
    }

    @Test
    void a_proposal_of_a_cell_that_was_merged_meanwhile_is_decided_all_the_same() {
        UUID year = open();
        send(self, ClassificationLevel.GOOD);
        meet(mine(self).id());
        propose(self, ClassificationLevel.GOOD);
        World.run(
                "update organisation.unit_period set valid = daterange(lower(valid), ?::date) where unit_no = ?",
                today().toString(),
                world.workCell);

        decide(year, "", Map.of(self, ClassificationLevel.GOOD));

        assertThat(mine(self).level()).isEqualTo(ClassificationLevel.GOOD);
        assertThat(mine(self).cellName()).isEqualTo("Chi bộ Phòng Một");
    }

    @Test
    void what_is_on_record_speaks_for_or_against_each_level_and_none_is_chosen() {
        LocalDate day = today();
        List<TaskInput.Done> tasks = new ArrayList<>();
        for (TaskResult result :
                List.of(
                        TaskResult.EXCEEDED,
                        TaskResult.ON_TIME,
                        TaskResult.ON_TIME,
                        TaskResult.ON_TIME,
                        TaskResult.LATE)) {
            tasks.add(new TaskInput.Done("Việc", day, day, result, null, day));
        }

        List<CellReviewPages.Weighed> weighed =
                CellReviewPages.weighed(rules.on(today()), 87, tasks);

        assertThat(weighed)
                .extracting(CellReviewPages.Weighed::level)
                .containsExactly(ClassificationLevel.values());
        assertThat(weighed.getFirst().forIt()).isEmpty();
        assertThat(String.join(" ", weighed.getFirst().against()))
                .contains("còn thiếu 3 điểm", "Vượt yêu cầu: 1 trong 5", "mức này: từ 30 %");
        assertThat(String.join(" ", weighed.get(2).forIt()))
                .contains(
                        "Hoàn thành, kể cả chậm: 5 trong 5",
                        "Chậm tiến độ: 1 trong 5",
                        "không quá 20 %");
        assertThat(String.join(" ", weighed.get(3).against())).contains("trên 50 %");
        assertThat(CellReviewPages.weighed(rules.on(today()), 87, List.of()).getFirst().against())
                .singleElement()
                .asString()
                .contains("điểm");
    }

    @Test
    void a_mark_that_was_wrong_is_taken_away_and_the_cell_may_propose() {
        open();
        send(self, ClassificationLevel.GOOD);
        UUID review = mine(self).id();
        meet(review);
        office.scope().run(() -> stays.mark(office, review, "Chi bộ Đoàn Dự án", today()));
        office.scope().run(() -> stays.withdraw(office, review));

        propose(self, ClassificationLevel.GOOD);

        assertThat(mine(self).state()).isEqualTo(ReviewState.PROPOSED);
    }

    @Test
    void what_is_missing_or_too_much_is_said_by_line_and_nothing_is_sent() {
        open();
        SelfReviewStore.Review review = mine(self);
        Map<String, String> typed = fields();
        typed.put("p-residence", "6");
        typed.remove("s-measures");
        assertThatThrownBy(() ->
                        self.scope()
                                .run(() ->
                                        selfReviews.send(
                                                self,
                                                review.id(),
                                                review.version(),
                                                new SelfReviews.Typing(typed, ""))))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p ->
                                assertThat(p.byField())
                                        .containsOnlyKeys("p-residence", "s-measures", "level"));
        assertThat(mine(self).state()).isEqualTo(ReviewState.DRAFT);
    }

    @Test
    void a_self_review_given_back_is_written_again_and_needs_a_new_vote() {
        open();
        send(self, ClassificationLevel.EXCELLENT);
        SelfReviewStore.Review sent = mine(self);
        meet(sent.id());
        assertThatThrownBy(() ->
                        secretary
                                .scope()
                                .run(() ->
                                        selfReviews.giveBack(
                                                secretary, sent.id(), sent.version(), " ")))
                .isInstanceOf(Problems.class);
        secretary
                .scope()
                .run(() ->
                        selfReviews.giveBack(
                                secretary, sent.id(), sent.version(), "Thiếu nguyên nhân."));
        assertThat(mine(self).givenBackBecause()).isEqualTo("Thiếu nguyên nhân.");

        send(self, ClassificationLevel.GOOD);

        assertThatThrownBy(() -> propose(self, ClassificationLevel.GOOD))
                .isInstanceOf(Refusal.class)
                .hasMessage("classification.no-meeting");
        meet(sent.id());
        propose(self, ClassificationLevel.GOOD);
        assertThat(mine(self).state()).isEqualTo(ReviewState.PROPOSED);
    }

    @Test
    void nothing_goes_up_without_a_meeting_whoever_writes() {
        open();
        send(self, ClassificationLevel.GOOD);
        SelfReviewStore.Review review = mine(self);

        assertThatThrownBy(() -> propose(self, ClassificationLevel.GOOD))
                .isInstanceOf(Refusal.class)
                .hasMessage("classification.no-meeting");
        assertThatThrownBy(() ->
                        World.run(
                                "update classification.review set state = 'PROPOSED' where id = ?",
                                review.id()))
                .hasMessageContaining("no_proposal_without_a_meeting");
        assertThatThrownBy(() ->
                        World.run(
                                "update classification.review set state = 'PROPOSED', meeting_id = ? where id = ?",
                                UUID.randomUUID(),
                                review.id()))
                .hasMessageContaining("meeting_voted_on_this_review");
    }

    @Test
    void a_meeting_has_people_a_day_that_has_come_and_no_more_votes_than_people() {
        open();
        send(self, ClassificationLevel.GOOD);
        UUID review = mine(self).id();
        assertThatThrownBy(() ->
                        secretary.call(() ->
                                meetings.record(
                                        secretary,
                                        new ReviewMeetings.Meeting(today().plusDays(1), 3, " "),
                                        List.of(new ReviewMeetings.Votes(review, 4, 0, 0, 0)))))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.byField()).containsOnlyKeys("metOn", "minutes", "votes"));
        Viewer ward = world.wardOffice();
        assertThatThrownBy(() ->
                        ward.call(() ->
                                meetings.record(
                                        ward,
                                        new ReviewMeetings.Meeting(today(), 3, "Họp."),
                                        List.of(new ReviewMeetings.Votes(review, 1, 0, 0, 0)))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void more_excellent_ones_than_a_fifth_of_the_good_need_a_reason() {
        Viewer second = world.memberViewer(world.member("Tẩn Văn Hai"));
        UUID year = open();
        send(self, ClassificationLevel.EXCELLENT);
        send(second, ClassificationLevel.GOOD);
        meet(mine(self).id(), mine(second).id());
        propose(self, ClassificationLevel.EXCELLENT);
        propose(second, ClassificationLevel.GOOD);
        Map<Viewer, ClassificationLevel> levels =
                Map.of(self, ClassificationLevel.EXCELLENT, second, ClassificationLevel.GOOD);

        assertThatThrownBy(() -> decide(year, "", levels))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("because"));
        assertThat(mine(self).level()).isNull();

        decide(year, "Cấp trên đồng ý.", levels);

        assertThat(mine(self).level()).isEqualTo(ClassificationLevel.EXCELLENT);
        assertThat(mine(self).number()).isEqualTo("12-QĐ/ĐU");
        assertThat(mine(second).level()).isEqualTo(ClassificationLevel.GOOD);
    }

    @Test
    void a_level_recorded_wrongly_is_corrected_with_a_reason_and_what_stood_is_not_lost()
            throws IOException {
        Viewer second = world.memberViewer(world.member("Tẩn Văn Hai"));
        UUID year = open();
        for (Viewer one : List.of(self, second)) {
            send(one, ClassificationLevel.GOOD);
            meet(mine(one).id());
            propose(one, ClassificationLevel.GOOD);
        }
        decide(
                year,
                "",
                Map.of(self, ClassificationLevel.FULFILLED, second, ClassificationLevel.GOOD));
        UUID review = mine(self).id();
        String at = "/classification/reviews/" + review;
        Visitor desk = visitor("Tẩn Thị Sửa", Role.WORKPLACE_OFFICE, world.workplace, null);
        Visitor phone = visitor("Tẩn Thị Kiểm", Role.MEMBER, world.workCell, member);
        assertThat(good(desk.get(at)).text()).contains(at + "/correction");

        Visitor.Page form = good(desk.get(at + "/correction"));
        assertThat(form.text())
                .contains("value=\"12-QĐ/ĐU\"", "cả 2 đảng viên cùng quyết định này")
                .containsPattern("value=\"FULFILLED\"[^>]*selected");
        assertThat(PageStatements.of(desk, at + "/correction")).hasSizeLessThanOrEqualTo(5);
        Visitor.Page refused = correct(desk, form, "level-" + review, "FULFILLED");
        assertThat(refused.text()).contains("Chưa có gì khác điều đã ghi", "Ghi lý do sửa");
        Visitor.Page above =
                correct(
                        desk,
                        form,
                        "level-" + review,
                        "EXCELLENT",
                        "correctedBecause",
                        "Đánh máy nhầm.");
        assertThat(above.text()).contains("lý do vượt trần", "Đánh máy nhầm.");

        Visitor.Page done =
                correct(
                        desk,
                        form,
                        "level-" + review,
                        "EXCELLENT",
                        "because",
                        "Cấp trên đồng ý.",
                        "number",
                        "14-QĐ/ĐU",
                        "whole",
                        "true",
                        "correctedBecause",
                        "Đánh máy nhầm.");

        String before =
                "Trước khi sửa: hoàn thành nhiệm vụ, quyết định số 12-QĐ/ĐU ngày %s. Lý do sửa: Đánh máy nhầm."
                        .formatted(Show.date(today()));
        assertThat(good(done).text()).contains("14-QĐ/ĐU", before);
        assertThat(good(phone.get("/my-review")).text())
                .contains("<b>Hoàn thành xuất sắc nhiệm vụ</b>: quyết định số 14-QĐ/ĐU", before);
        assertThat(text(desk.download(at + "/dossier")))
                .contains("Hoàn thành xuất sắc nhiệm vụ, quyết định số 14-QĐ/ĐU", before);
        assertThat(mine(second).level()).isEqualTo(ClassificationLevel.GOOD);
        assertThat(mine(second).number()).isEqualTo("14-QĐ/ĐU");
        assertThat(mine(second).corrections()).hasSize(1);
        assertThat(new String(desk.download("/classification/export?as=csv"), UTF_8))
                .contains("Ngày sửa", "14-QĐ/ĐU", "Hoàn thành xuất sắc nhiệm vụ")
                .doesNotContain("12-QĐ/ĐU");
        assertThat(good(desk.get("/classification")).text()).contains("đã sửa ngày");
        assertThat(good(phone.get("/notifications")).text())
                .contains("Sửa quyết định xếp loại đã ghi, nay theo số 14-QĐ/ĐU");
        for (String page : List.of(at, "/classification")) {
            assertThat(PageStatements.of(desk, page)).as(page).hasSizeLessThanOrEqualTo(5);
        }

        assertThat(correct(desk, form, "correctedBecause", "Cửa sổ cũ.", "number", "15").text())
                .contains("vừa thay đổi ở cửa sổ khác");
        assertThatThrownBy(() ->
                        World.run(
                                "update classification.review set level = 'GOOD' where id = ?",
                                review))
                .hasStackTraceContaining("corrected, never overwritten");
        Visitor cell = visitor("Tẩn Thị Thư", Role.WORKPLACE_CELL_SECRETARY, world.workCell, null);
        assertThat(good(cell.get(at)).text()).contains(before).doesNotContain("/correction");
        assertThat(cell.get(at + "/correction").status()).isEqualTo(404);
        assertThat(phone.get(at + "/correction").status()).isEqualTo(404);
    }

    /** What stands on the form of a correction, and what somebody changed in it. */
    private Visitor.Page correct(Visitor desk, Visitor.Page form, String... changed) {
        Map<String, String> fields = new HashMap<>();
        fields.put("seen", form.hidden("seen"));
        fields.put("number", "12-QĐ/ĐU");
        fields.put("decidedOn", today().toString());
        fields.put("cap", "20");
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        fields.putIfAbsent("level-" + mine(self).id(), "GOOD");
        List<String> sent = new ArrayList<>();
        fields.forEach((name, value) -> sent.addAll(List.of(name, value)));
        return desk.post(
                "/classification/reviews/" + mine(self).id() + "/correction",
                sent.toArray(String[]::new));
    }

    @Test
    void nobody_is_decided_on_whom_nobody_chose_and_one_tick_takes_what_a_cell_proposes() {
        LevelDecisions.Given first = proposal(ClassificationLevel.GOOD);
        LevelDecisions.Given second = proposal(ClassificationLevel.FULFILLED);
        LevelDecisions.Given third = proposal(ClassificationLevel.GOOD);
        LevelDecisions.Given elsewhere = proposal(ClassificationLevel.EXCELLENT);
        Map<String, String[]> page = new HashMap<>();
        page.put(
                "seen",
                new String[] {
                    LevelsChosen.seen(1, first),
                    LevelsChosen.seen(1, second),
                    LevelsChosen.seen(1, third),
                    LevelsChosen.seen(2, elsewhere)
                });

        assertThat(LevelsChosen.read(Typed.of(page))).isEmpty();

        page.put("asProposed", new String[] {"1"});
        assertThat(LevelsChosen.read(Typed.of(page))).containsExactly(first, second, third);

        page.put(LevelsChosen.field(second.review().id()), new String[] {"NOT_FULFILLED"});
        page.put(LevelsChosen.field(third.review().id()), new String[] {"LATER"});
        assertThat(LevelsChosen.read(Typed.of(page)))
                .containsExactly(
                        first,
                        new LevelDecisions.Given(
                                second.review(), ClassificationLevel.NOT_FULFILLED));
    }

    private static LevelDecisions.Given proposal(ClassificationLevel level) {
        return new LevelDecisions.Given(new Picked(UUID.randomUUID(), 3), level);
    }

    @Test
    void the_cap_is_a_fifth_of_the_good_rounded_down_and_the_other_reading_stands_beside_it() {
        ExcellentCap cap = new ExcellentCap(ReviewFormKind.NO_POST, 20, 2, 9, 14);
        assertThat(cap.most()).isEqualTo(1);
        assertThat(cap.mostOfAll()).isEqualTo(2);
        assertThat(cap.exceeded()).isTrue();
        assertThat(new ExcellentCap(ReviewFormKind.NO_POST, 25, 2, 9, 14).exceeded()).isFalse();
    }

    @Test
    void who_has_sent_keeps_the_form_and_the_others_get_the_chosen_one() {
        Viewer second = world.memberViewer(world.member("Tẩn Văn Trưởng"));
        UUID year = open();
        send(self, ClassificationLevel.GOOD);
        List<UUID> both = List.of(mine(self).id(), mine(second).id());

        int changed =
                office.call(() -> years.chooseForm(office, year, both, ReviewFormKind.LEADER));

        assertThat(changed).isEqualTo(1);
        assertThat(mine(self).form()).isEqualTo(ReviewFormKind.NO_POST);
        assertThat(mine(second).form()).isEqualTo(ReviewFormKind.LEADER);
    }

    @Test
    void a_proposal_given_back_is_with_the_cell_again_which_reads_why() {
        UUID year = open();
        send(self, ClassificationLevel.EXCELLENT);
        UUID review = mine(self).id();
        assertThatThrownBy(() -> sendBack("Chưa đến lượt."))
                .isInstanceOf(Refusal.class)
                .hasMessage("classification.no-proposal");
        meet(review);
        propose(self, ClassificationLevel.EXCELLENT);
        assertThatThrownBy(() -> sendBack(" "))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.byField()).containsOnlyKeys("backBecause"));

        sendBack("Chưa nêu việc vượt yêu cầu.");

        assertThat(mine(self).state()).isEqualTo(ReviewState.SENT);
        ReviewMeetingStore.Proposed back =
                requireNonNull(
                        secretary
                                .call(() -> meetingStore.steps(secretary.scope(), review))
                                .proposed());
        assertThat(back.sentBackBecause()).isEqualTo("Chưa nêu việc vượt yêu cầu.");
        assertThat(self.call(() -> meetingStore.steps(self.scope(), review)).proposed()).isNull();
        assertThatThrownBy(() -> decide(year, "", Map.of(self, ClassificationLevel.GOOD)))
                .isInstanceOf(Refusal.class)
                .hasMessage("classification.changed");

        propose(self, ClassificationLevel.GOOD);

        assertThat(
                        requireNonNull(
                                        secretary
                                                .call(() ->
                                                        meetingStore.steps(
                                                                secretary.scope(), review))
                                                .proposed())
                                .sentBackOn())
                .isNull();
        decide(year, "", Map.of(self, ClassificationLevel.GOOD));
        assertThat(mine(self).level()).isEqualTo(ClassificationLevel.GOOD);
    }

    private void sendBack(String because) {
        SelfReviewStore.Review review = mine(self);
        office.scope()
                .run(() -> decisions.sendBack(office, review.id(), review.version(), because));
    }

    @Test
    void who_joins_after_the_opening_is_taken_in_and_whose_reason_is_gone_reviews_after_all() {
        UUID exempt = world.member("Tẩn Văn Miễn");
        World.run("update member.member set status = 'EXEMPT' where id = ?", exempt);
        UUID year = open();
        assertThat(moves(year).joined()).isEmpty();
        UUID fresh = world.member("Tẩn Văn Về");
        UUID suspended = world.member("Tẩn Văn Chỉ");
        World.run("update member.member set status = 'SUSPENDED' where id = ?", suspended);
        World.run("update member.member set status = 'OFFICIAL' where id = ?", exempt);
        assertThat(moves(year).joined()).hasSize(3);

        assertThat(office.<Integer>call(() -> years.takeIn(office, year))).isEqualTo(3);

        assertThat(mine(world.memberViewer(fresh)).state()).isEqualTo(ReviewState.DRAFT);
        assertThat(mine(world.memberViewer(exempt)).state()).isEqualTo(ReviewState.DRAFT);
        assertThat(mine(world.memberViewer(suspended)).whyNot()).isEqualTo(WhyNot.SUSPENDED);
        assertThat(moves(year).joined()).isEmpty();
        assertThatThrownBy(() -> office.call(() -> years.takeIn(office, year)))
                .isInstanceOf(Refusal.class)
                .hasMessage("classification.nobody-joined");
        Viewer other = world.viewer(Role.WORKPLACE_OFFICE, world.ward, world.ward + 99);
        assertThatThrownBy(() -> other.call(() -> years.takeIn(other, year)))
                .isInstanceOf(NotFound.class);
    }

    private ReviewYears.Moves moves(UUID year) {
        return office.call(() -> years.moves(office, year));
    }

    @Test
    void who_left_is_shown_and_taken_out_with_a_reason_and_stays_on_the_list() {
        UUID year = open();
        send(self, ClassificationLevel.GOOD);
        UUID review = mine(self).id();
        meet(review);
        propose(self, ClassificationLevel.GOOD);
        List<Picked> nobody = List.of(new Picked(review, mine(self).version()));
        assertThatThrownBy(() -> office.call(() -> years.takeOut(office, year, nobody, "Đã đi.")))
                .as("who is still there is not taken out")
                .isInstanceOf(Refusal.class);
        World.run("update member.member set status = 'TRANSFERRED' where id = ?", member);
        assertThat(moves(year).left()).hasSize(1);
        assertThatThrownBy(() -> office.call(() -> years.takeOut(office, year, nobody, " ")))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("because"));

        office.call(() -> years.takeOut(office, year, nobody, "Chuyển sinh hoạt đi 10/10."));

        assertThat(mine(self).state()).isEqualTo(ReviewState.NOT_DUE);
        assertThat(mine(self).takenOutBecause()).isEqualTo("Chuyển sinh hoạt đi 10/10.");
        assertThat(moves(year).left()).isEmpty();
        World.run("update member.member set status = 'OFFICIAL' where id = ?", member);
        office.call(() -> years.takeIn(office, year));
        assertThat(mine(self).state()).isEqualTo(ReviewState.DRAFT);
        assertThat(mine(self).takenOutBecause()).isNull();
    }

    @Test
    void a_ward_reviews_those_who_have_their_party_life_in_its_cells_on_their_own_form() {
        World.run("update member.member set work_no = ? where id = ?", world.cell1, member);
        UUID atWork = world.member("Tẩn Văn Công");
        Viewer ward = world.wardOffice();
        Viewer cell = world.cellSecretary();

        UUID year = ward.call(() -> years.open(ward, today().getYear(), false));

        assertThat(ward.call(() -> queries.list(ward.scope(), year, null, null, 0)))
                .extracting(ReviewQueries.Line::fullName)
                .containsExactly("Tẩn Thị Kiểm");
        SelfReviewStore.Review review = mine(self);
        assertThat(review.form()).isEqualTo(ReviewFormKind.OUTSIDE);
        assertThat(review.livesHere()).isTrue();
        assertThat(cell.call(() -> queries.years(cell.scope()))).hasSize(1);
        Viewer worker = world.memberViewer(atWork);
        assertThat(worker.call(() -> store.mine(worker.scope()))).isEmpty();
    }

    @Test
    void a_committee_reviews_its_own_cells_and_not_those_of_a_committee_below() {
        Viewer above = world.viewer(Role.WORKPLACE_OFFICE, world.province, world.province + 999);
        World.run("update member.member set work_no = ? where id = ?", world.cell2, member);

        UUID year = above.call(() -> years.open(above, today().getYear(), false));

        assertThat(above.call(() -> queries.list(above.scope(), year, null, null, 0))).isEmpty();
        World.run(
                "update organisation.unit_period set parent_no = ? where unit_no = ?",
                world.province,
                world.cell2);
        assertThat(above.call(() -> years.moves(above, year)).joined()).hasSize(1);
    }

    @Test
    void the_organisation_above_does_not_look_into_the_year_of_one_below() {
        UUID year = open();
        Viewer above = world.viewer(Role.RESIDENCE_OFFICE, world.province, world.province + 999);
        Visitor superior = visitor("Tẩn Thị Trên", Role.RESIDENCE_OFFICE, world.province, null);

        assertThat(superior.get("/classification/reviews/" + mine(self).id()).status())
                .isEqualTo(404);
        assertThatThrownBy(() -> above.call(() -> years.takeIn(above, year)))
                .isInstanceOf(NotFound.class);
    }

    /**
     * The second wall: whoever writes SQL with the member's rights changes nothing that is sent.
     */
    @Test
    void what_was_sent_is_not_written_by_its_writer_until_it_is_given_back() throws SQLException {
        open();
        UUID id = mine(self).id();
        String write =
                "update classification.self_review set answers = '{}' where review_id = '"
                        + id
                        + "'";
        String unsend = "update classification.review set state = 'DRAFT' where id = '" + id + "'";
        String read =
                "update classification.self_review set level = level where review_id = '"
                        + id
                        + "'";
        send(self, ClassificationLevel.GOOD);
        Viewer stranger = world.memberViewer(world.member("Tẩn Văn Lạ"));

        assertThat(changed(self, write)).isZero();
        assertThat(changed(self, unsend)).isZero();
        assertThat(changed(secretary, write)).isZero();
        assertThat(changed(office, write)).isZero();
        assertThat(changed(stranger, read)).isZero();
        assertThat(mine(self).written().answers()).containsEntry("tasks", "Đã ghi.");

        SelfReviewStore.Review sent = mine(self);
        secretary
                .scope()
                .run(() -> selfReviews.giveBack(secretary, sent.id(), sent.version(), "Thiếu ý."));

        assertThat(changed(self, write)).isOne();
        assertThat(changed(stranger, write)).isZero();
        assertThatThrownBy(() ->
                        changed(
                                self,
                                "update classification.self_review set member_id = '%s' where review_id = '%s'"
                                        .formatted(UUID.randomUUID(), id)))
                .hasMessageContaining("permission denied");
    }

    /** As the program's own role with this viewer's settings; rolled back. */
    private static int changed(Viewer viewer, String sql) throws SQLException {
        try (Connection app = TestDatabase.current().connect("app");
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            UUID person = viewer.scope().self();
            statement.execute(
                    "select set_config('app.scope', '%s', true), set_config('app.self', '%s', true)"
                            .formatted(viewer.scope().multirange(), person == null ? "" : person));
            try {
                return statement.executeUpdate(sql);
            } finally {
                app.rollback();
            }
        }
    }

    /** A returned slip as the residence left it; how it came about is told in assessment. */
    private void returned(UUID slip, UUID person) throws SQLException {
        try (Connection superuser = TestDatabase.current().connect("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    """
                    insert into assessment.comment
                           (unit_no, cell_no, ward_no, work_no, id, round_id, member_id, contact_id, year,
                            form, state, answers, other, complete, decision_id, met_on, cell_signed_on,
                            confirmed_on, returned_on, paper_id, full_name, sort_key, work_name, rulebook,
                            changed_at, changed_by)
                    values (%1$d, %1$d, %2$d, %3$d, '%4$s', '%4$s', '%5$s', '%4$s', %6$d, 'NORMAL',
                            'RETURNED', '{"example": "good"}', 'Dọn vệ sinh ngõ 12 ngày 12/3.', true, '%4$s', '%7$s', '%7$s', '%7$s', '%7$s',
                            '%4$s', 'x', 'x', 'x', '213-qd-tw/1', '%7$s', 'x')
                    """
                            .formatted(
                                    world.cell1,
                                    world.ward,
                                    world.workCell,
                                    slip,
                                    person,
                                    today().getYear(),
                                    today()));
        }
    }

    @Test
    void the_residences_comment_of_the_year_lies_beside_the_self_review() throws SQLException {
        open();
        send(self, ClassificationLevel.GOOD);
        UUID review = mine(self).id();
        Visitor cell = visitor("Tẩn Thị Đọc", Role.WORKPLACE_CELL_SECRETARY, world.workCell, null);
        assertThat(cell.get("/classification/reviews/" + review).text())
                .contains("Nơi cư trú chưa gửi nhận xét");
        UUID slip = UUID.randomUUID();

        returned(slip, member);

        String shown = good(cell.get("/classification/reviews/" + review)).text();
        String drawn = text(cell.download("/classification/reviews/" + review + "/dossier"));
        World.run("delete from assessment.comment where id = ?", slip);
        assertThat(shown)
                .contains("Nêu gương tốt", "Dọn vệ sinh ngõ 12", "/comments/" + slip)
                .doesNotContain("Nơi cư trú chưa gửi nhận xét");
        assertThat(drawn).contains("Nêu gương tốt", "Nhận xét khác: Dọn vệ sinh ngõ 12 ngày 12/3.");
    }

    /** What a PDF says, on one line. */
    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
    void a_ward_and_its_cell_walk_the_same_way_and_ask_no_comment_of_themselves() {
        World.run("update member.member set work_no = ? where id = ?", world.cell1, member);
        Visitor ward = visitor("Tẩn Thị Phường", Role.RESIDENCE_OFFICE, world.ward, null);
        Visitor cell = visitor("Tẩn Thị Phố", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        assertThat(good(ward.get("/classification")).text()).contains("Mẫu 2C");
        good(ward.post("/classification", "year", Integer.toString(today().getYear())));
        assertThat(good(cell.get("/")).text()).contains("Bản tự kiểm điểm chưa gửi");
        SelfReviewStore.Review draft = mine(self);
        Map<String, String> typed = fields();
        typed.putAll(
                Map.of("p-criticism", "9", "p-duties", "28", "p-study", "18", "p-local", "18"));
        self.scope()
                .run(() ->
                        selfReviews.send(
                                self,
                                draft.id(),
                                draft.version(),
                                new SelfReviews.Typing(typed, "GOOD")));

        String at = "/classification/reviews/" + draft.id();
        assertThat(good(cell.get(at)).text())
                .contains("Không áp dụng: đảng viên sinh hoạt ở chi bộ nơi cư trú");
        good(
                cell.post(
                        "/classification/meeting",
                        "metOn",
                        today().toString(),
                        "present",
                        "5",
                        "minutes",
                        "Chi bộ góp ý.",
                        "v-GOOD-" + draft.id(),
                        "5"));
        Visitor.Page ready = good(cell.get(at));
        good(cell.post(at + "/proposal", "version", ready.hidden("version"), "level", "GOOD"));

        assertThat(good(ward.get(at)).text()).contains("Chi bộ đề nghị ngày");
        assertThat(text(ward.download(at + "/dossier")))
                .contains("Mẫu 2C", "Không áp dụng: đảng viên sinh hoạt");
        good(ward.get("/classification/" + draft.yearId() + "/decision"));
    }

    @Test
    void the_whole_way_from_the_opening_to_the_level_on_the_members_page() {
        Visitor desk = visitor("Tẩn Thị Đảng", Role.WORKPLACE_OFFICE, world.workplace, null);
        Visitor cell = visitor("Tẩn Thị Thư", Role.WORKPLACE_CELL_SECRETARY, world.workCell, null);
        Visitor phone = visitor("Tẩn Thị Kiểm", Role.MEMBER, world.workCell, member);
        assertThat(good(phone.get("/my-review")).text()).contains("Chưa có đợt kiểm điểm");
        assertThat(good(desk.get("/classification")).text()).contains("Mở đợt kiểm điểm");
        String year = Integer.toString(today().getYear());
        Visitor.Page board = good(desk.post("/classification", "year", year));
        assertThat(board.text()).contains("Tẩn Thị Kiểm", "Đang tự kiểm điểm", "Đổi mẫu");

        Visitor.Page form = good(phone.get("/my-review"));
        assertThat(form.text()).contains("nơi cư trú", "Tiêu chí chung (30 điểm)");
        UUID review = mine(self).id();
        List<String> typed = new ArrayList<>(List.of("version", form.hidden("version")));
        fields().forEach((name, value) -> typed.addAll(List.of(name, value)));
        Visitor.Page early =
                phone.post("/my-review/" + review + "/sending", typed.toArray(String[]::new));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("Chọn mức tự đề nghị", "Đã ghi.");
        typed.addAll(List.of("level", "GOOD"));
        Visitor.Page sent =
                good(phone.post("/my-review/" + review + "/sending", typed.toArray(String[]::new)));
        assertThat(sent.text()).contains("27/30 tiêu chí chung + 60/70 kết quả = 87/100");

        String at = "/classification/reviews/" + review;
        assertThat(good(cell.get(at)).text())
                .contains(
                        "Nơi cư trú chưa gửi nhận xét",
                        "còn thiếu 3 điểm so với mức từ 90",
                        "Chưa gửi được đề nghị");
        good(cell.get("/classification/meeting"));
        good(
                cell.post(
                        "/classification/meeting",
                        "metOn",
                        today().toString(),
                        "present",
                        "7",
                        "minutes",
                        "Chi bộ góp ý.",
                        "v-GOOD-" + review,
                        "6",
                        "v-FULFILLED-" + review,
                        "1"));
        Visitor.Page ready = good(cell.get(at));
        assertThat(ready.text()).contains("7 người dự", "Gửi cấp ủy");
        good(cell.post(at + "/proposal", "version", ready.hidden("version"), "level", "GOOD"));
        assertThat(good(phone.get("/my-review")).text()).doesNotContain("Chi bộ đã đề nghị");
        Visitor.Page proposed = good(desk.get(at));
        good(
                desk.post(
                        at + "/sending-back",
                        "version",
                        proposed.hidden("version"),
                        "backBecause",
                        "Nêu rõ việc vượt yêu cầu."));
        Visitor.Page back = good(cell.get(at));
        assertThat(back.text()).contains("Cấp ủy chuyển lại", "Nêu rõ việc vượt yêu cầu.");
        assertThat(good(cell.get("/")).text()).contains("Đề nghị xếp loại cấp ủy chuyển lại");
        good(
                desk.post(
                        at + "/temporary-stay",
                        "stayCell",
                        "Chi bộ Đoàn Dự án",
                        "stayAsked",
                        today().toString()));
        Visitor.Page early2 =
                cell.post(at + "/proposal", "version", back.hidden("version"), "level", "GOOD");
        assertThat(early2.text()).contains("mục 7.6");
        good(
                cell.post(
                        at + "/temporary-stay/comment",
                        "stayReceived",
                        today().toString(),
                        "stayComment",
                        "Sinh hoạt đầy đủ."));
        good(cell.post(at + "/proposal", "version", back.hidden("version"), "level", "GOOD"));
        assertThat(good(desk.get("/")).text())
                .contains("Đề nghị xếp loại của chi bộ chờ quyết định");

        assertThat(good(desk.get(at)).text())
                .contains("Chưa ghi ý kiến nào", "<b>Thuận:</b>", "Nghỉ ốm từ 3 tháng", "mục 7.5");
        assertThat(desk.post(at + "/opinions", "opinionFrom", "Đảng ủy xã").text())
                .contains("Ghi ngày có ý kiến", "Chép nội dung ý kiến", "Đảng ủy xã");
        good(
                desk.post(
                        at + "/opinions",
                        "opinionFrom",
                        "Ban Thường vụ Đảng ủy",
                        "opinionOn",
                        today().toString(),
                        "opinionWords",
                        "Đồng ý với chi bộ."));
        assertThat(good(cell.get(at)).text())
                .contains("Ban Thường vụ Đảng ủy", "Đồng ý với chi bộ.")
                .doesNotContain("Ghi một ý kiến");
        assertThat(cell.post(at + "/opinions", "opinionFrom", "x").status()).isEqualTo(404);
        desk.get(at);
        good(
                desk.post(
                        at + "/opinions",
                        "opinionFrom",
                        "Nhầm người",
                        "opinionOn",
                        today().toString(),
                        "opinionWords",
                        "Ghi nhầm."));
        String mistaken =
                World.texts(
                                "select id::text from classification.review_opinion where from_whom = 'Nhầm người' and review_id = ?",
                                review)
                        .getFirst();
        good(desk.post(at + "/opinions/" + mistaken + "/withdrawal"));
        assertThat(good(desk.get(at)).text()).doesNotContain("Nhầm người");
        assertThat(phone.get("/my-review").text()).doesNotContain("Đồng ý với chi bộ.");

        world.member("Tẩn Văn Muộn");
        assertThat(good(desk.get("/classification")).text()).contains("Tẩn Văn Muộn");
        String ofYear = "/classification/" + mine(self).yearId();
        assertThat(good(desk.post(ofYear + "/joined")).text()).contains("Đã thêm 1 đảng viên");
        assertThat(desk.post(ofYear + "/left").text())
                .contains("Chọn ít nhất một người đã rời tổ chức đảng");

        UUID yearId = mine(self).yearId();
        String decision = "/classification/" + yearId + "/decision";
        Visitor.Page empty = good(desk.get(decision));
        assertThat(empty.text())
                .contains("cách đọc khác", "Theo đề nghị của chi bộ: hoàn thành tốt nhiệm vụ 1")
                .doesNotContainPattern("name=\"asProposed\"[^>]*checked")
                .doesNotContainPattern("value=\"GOOD\"[^>]*selected");
        assertThat(
                        desk.post(
                                        decision,
                                        "seen",
                                        empty.hidden("seen"),
                                        "cap",
                                        "20",
                                        "number",
                                        "1",
                                        "decidedOn",
                                        today().toString())
                                .text())
                .contains("Chọn mức cho ít nhất một người");
        good(
                desk.post(
                        decision,
                        "seen",
                        empty.hidden("seen"),
                        "asProposed",
                        Integer.toString(world.workCell),
                        "cap",
                        "20",
                        "number",
                        "15-QĐ/ĐU",
                        "decidedOn",
                        today().toString()));
        assertThat(good(phone.get("/my-review")).text())
                .contains("Hoàn thành tốt nhiệm vụ", "15-QĐ/ĐU");
        assertThat(text(desk.download(at + "/dossier")))
                .contains(
                        "HỒ SƠ KIỂM ĐIỂM, XẾP LOẠI",
                        "Đồng chí Tẩn Thị Kiểm",
                        "Đã ghi.",
                        "Nơi cư trú chưa gửi nhận xét",
                        "Chi bộ Đoàn Dự án",
                        "7 đảng viên dự",
                        "Hoàn thành tốt nhiệm vụ 6; Hoàn thành nhiệm vụ 1",
                        "Ban Thường vụ Đảng ủy, ngày",
                        "quyết định số 15-QĐ/ĐU")
                .doesNotContain("Chi bộ góp ý");
        assertThat(text(cell.download("/classification/" + yearId + "/dossiers")))
                .contains("Đồng chí Tẩn Thị Kiểm");
        assertThat(new String(desk.download("/classification/export?as=csv"), UTF_8))
                .contains("Tẩn Thị Kiểm", "Hoàn thành tốt nhiệm vụ");
        for (String page : List.of("/classification", at, decision)) {
            assertThat(PageStatements.of(desk, page)).as(page).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(PageStatements.of(phone, "/my-review")).hasSizeLessThanOrEqualTo(5);
    }
}
