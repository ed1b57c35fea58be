package vn.ganbo.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.ganbo.database.TestDatabase;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.ClassificationLevel;
import vn.ganbo.regulation.ClassificationRules;
import vn.ganbo.web.Picked;

/** Kiểm điểm tập thể: who writes, what a proposal needs, and what the committee may decide. */
@ProductTest
class CollectiveReviewsTest {
    @Autowired ReviewYears years;
    @Autowired CollectiveReviews acts;
    @Autowired CollectiveStore store;
    @Autowired ContactWork work;
    @Autowired ClassificationRules rules;
    @Autowired Clock clock;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private World world;
    private Viewer office;
    private Viewer secretary;
    private UUID year;

    @BeforeEach
    void a_year_of_a_workplace() {
        world = new World();
        office = world.workplaceOffice();
        secretary = world.viewer(Role.WORKPLACE_CELL_SECRETARY, world.workCell, world.workCell + 9);
        world.member("Khoàng Thị Tập");
        year = office.call(() -> years.open(office, today().getYear(), false));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private CollectiveStore.Collective found(Viewer viewer, int unit) {
        return viewer.call(() -> store.find(viewer.scope(), year, unit)).orElseThrow();
    }

    private CollectiveReviews.Which which(Viewer viewer, int unit) {
        return new CollectiveReviews.Which(year, unit, found(viewer, unit).version());
    }

    private Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        rules.on(today())
                .collective()
                .sections()
                .forEach(section -> words.put("s-" + section.key(), "Tập thể đã làm."));
        return words;
    }

    private CollectiveReviews.Typed closing(ClassificationLevel level) {
        return new CollectiveReviews.Typed(today(), 9, 2, 6, 1, 0, level, today());
    }

    private void send(Viewer viewer, ClassificationLevel level) {
        CollectiveReviews.Which which = which(viewer, viewer.unitNo());
        viewer.scope().run(() -> acts.send(viewer, which, words(), closing(level)));
    }

    private void decide(int unit, ClassificationLevel level, String because) {
        CollectiveStore.Collective of = found(office, unit);
        UUID id = Objects.requireNonNull(of.id());
        office.scope()
                .run(() ->
                        acts.decide(
                                office,
                                new LevelDecisions.Decision(
                                        year,
                                        "21-QĐ/ĐU",
                                        today(),
                                        20,
                                        because,
                                        List.of(
                                                new LevelDecisions.Given(
                                                        new Picked(id, of.version()), level)))));
    }

    @Test
    void a_cell_writes_its_report_votes_and_the_committee_decides() {
        CollectiveReviews.Which fresh = which(secretary, world.workCell);
        secretary
                .scope()
                .run(() -> acts.save(secretary, fresh, Map.of("s-tasks", "Đã làm một nửa.")));
        assertThat(found(secretary, world.workCell).answers())
                .containsEntry("tasks", "Đã làm một nửa.");
        assertThatThrownBy(() -> secretary.scope().run(() -> acts.save(secretary, fresh, Map.of())))
                .isInstanceOf(Refusal.class)
                .hasMessage("classification.collective-changed");

        send(secretary, ClassificationLevel.GOOD);
        assertThat(found(office, world.workCell).state()).isEqualTo(CollectiveState.PROPOSED);
        decide(world.workCell, ClassificationLevel.GOOD, "");

        CollectiveStore.Collective decided = found(secretary, world.workCell);
        assertThat(decided.level()).isEqualTo(ClassificationLevel.GOOD);
        assertThat(decided.number()).isEqualTo("21-QĐ/ĐU");
        assertThatThrownBy(() -> send(secretary, ClassificationLevel.GOOD))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_level_of_a_cell_recorded_wrongly_is_corrected_and_what_stood_is_not_lost()
            throws IOException {
        send(secretary, ClassificationLevel.GOOD);
        decide(world.workCell, ClassificationLevel.FULFILLED, "");
        UUID id = Objects.requireNonNull(found(office, world.workCell).id());
        Visitor desk = visitor(Role.WORKPLACE_OFFICE, world.workplace);
        Visitor cell = visitor(Role.WORKPLACE_CELL_SECRETARY, world.workCell);
        String at = "/classification/%s/collectives/%d".formatted(year, world.workCell);
        Visitor.Page form = desk.get(at + "/correction");
        String[] fields = {
            "seen",
            form.hidden("seen"),
            "level-" + id,
            "GOOD",
            "number",
            "21-QĐ/ĐU",
            "decidedOn",
            today().toString(),
            "cap",
            "20",
            "correctedBecause",
            ""
        };
        assertThat(desk.post(at + "/correction", fields).text()).contains("Ghi lý do sửa");

        fields[11] = "Chép nhầm dòng.";
        assertThat(desk.post(at + "/correction", fields).status()).isEqualTo(200);

        assertThat(found(office, world.workCell).level()).isEqualTo(ClassificationLevel.GOOD);
        assertThat(cell.get(at).text())
                .contains("Trước khi sửa: hoàn thành nhiệm vụ", "Chép nhầm dòng.")
                .doesNotContain("/correction");
        fields[3] = "FULFILLED";
        assertThat(desk.post(at + "/correction", fields).text())
                .contains("vừa thay đổi ở cửa sổ khác");
        assertThat(cell.get(at + "/correction").status()).isEqualTo(404);
        try (PDDocument report = Loader.loadPDF(cell.download(at + "/report"))) {
            assertThat(new PDFTextStripper().getText(report).replaceAll("\\s+", " "))
                    .contains("Hoàn thành tốt nhiệm vụ, quyết định số 21-QĐ/ĐU", "Chép nhầm dòng.");
        }
        assertThat(PageStatements.of(desk, at)).hasSizeLessThanOrEqualTo(5);
        assertThat(PageStatements.of(desk, at + "/correction")).hasSizeLessThanOrEqualTo(5);
        assertThatThrownBy(() ->
                        World.run(
                                "update classification.collective_review set level = 'FULFILLED' where id = ?",
                                id))
                .hasStackTraceContaining("corrected, never overwritten");
    }

    @Test
    void what_is_missing_in_report_and_meeting_is_said_by_field_and_nothing_is_kept() {
        CollectiveReviews.Which fresh = which(secretary, world.workCell);
        assertThatThrownBy(() ->
                        secretary
                                .scope()
                                .run(() ->
                                        acts.send(
                                                secretary,
                                                fresh,
                                                Map.of("s-tasks", "Đã làm."),
                                                new CollectiveReviews.Typed(
                                                        today().plusDays(1),
                                                        3,
                                                        4,
                                                        0,
                                                        0,
                                                        0,
                                                        null,
                                                        null))))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p ->
                                assertThat(p.byField())
                                        .containsKeys(
                                                "s-principles",
                                                "metOn",
                                                "votes",
                                                "proposed",
                                                "signedOn")
                                        .doesNotContainKey("s-tasks"));
        assertThat(found(secretary, world.workCell).state()).isNull();
        assertThatThrownBy(() ->
                        World.run(
                                """
                                insert into classification.collective_review
                                       (org_no, unit_no, id, year_id, answers, state, changed_at, changed_by)
                                values (?, ?, ?, ?, '{}', 'PROPOSED', '2026-11-27', 'x')
                                """,
                                world.workplace,
                                world.workCell,
                                UUID.randomUUID(),
                                year))
                .hasMessageContaining("no_collective_proposal_without_a_vote");
    }

    @Test
    void a_report_given_back_is_written_again_and_the_reason_is_read() {
        send(secretary, ClassificationLevel.EXCELLENT);
        CollectiveReviews.Which sent = which(office, world.workCell);
        assertThatThrownBy(() -> office.scope().run(() -> acts.sendBack(office, sent, " ")))
                .isInstanceOf(Problems.class);
        assertThatThrownBy(() ->
                        secretary.scope().run(() -> acts.sendBack(secretary, sent, "Tự rút.")))
                .isInstanceOf(NotFound.class);

        office.scope().run(() -> acts.sendBack(office, sent, "Chưa nêu hạn chế."));

        assertThat(found(secretary, world.workCell).sentBackBecause())
                .isEqualTo("Chưa nêu hạn chế.");
        send(secretary, ClassificationLevel.GOOD);
        assertThat(found(secretary, world.workCell).sentBackBecause()).isNull();
    }

    @Test
    void one_excellent_cell_beside_no_good_one_needs_a_reason_and_the_committee_stands_apart() {
        send(secretary, ClassificationLevel.EXCELLENT);
        assertThatThrownBy(() -> decide(world.workCell, ClassificationLevel.EXCELLENT, ""))
                .isInstanceOfSatisfying(
                        Problems.class, p -> assertThat(p.byField()).containsOnlyKeys("because"));
        send(office, ClassificationLevel.EXCELLENT);

        decide(world.workplace, ClassificationLevel.EXCELLENT, "");
        decide(world.workCell, ClassificationLevel.EXCELLENT, "Cấp trên đồng ý.");

        assertThat(found(office, world.workplace).level()).isEqualTo(ClassificationLevel.EXCELLENT);
        assertThat(found(office, world.workCell).level()).isEqualTo(ClassificationLevel.EXCELLENT);
    }

    @Test
    void each_writes_its_own_and_no_other_office_looks_in() {
        CollectiveReviews.Which cells = which(office, world.workCell);
        assertThatThrownBy(() -> office.scope().run(() -> acts.save(office, cells, words())))
                .isInstanceOf(NotFound.class);
        assertThat(secretary.call(() -> store.find(secretary.scope(), year, world.workplace)))
                .isEmpty();
        Viewer ward = world.wardOffice();
        assertThat(ward.call(() -> store.find(ward.scope(), year, world.workCell))).isEmpty();
        assertThat(ward.call(() -> store.list(ward.scope(), year))).isEmpty();
    }

    @Test
    void the_work_of_contact_is_counted_beside_the_report_and_not_written_into_it() {
        CollectiveStore.Collective cell = found(secretary, world.workCell);

        assertThat(secretary.call(() -> work.of(secretary, cell)))
                .extracting(ContactWork.Figure::words)
                .containsExactly(
                        "0 giấy, nơi cư trú đã tiếp nhận 0.",
                        "0, đã trả lời 0, trong đó sau hạn 0; chưa trả lời mà quá hạn 0.",
                        "0 phiếu.");
        World.run(
                "update member.member set work_no = ? where work_no = ?",
                world.cell1,
                world.workCell);
        Viewer ward = world.wardOffice();
        year = ward.call(() -> years.open(ward, today().getYear(), false));
        assertThat(ward.call(() -> work.of(ward, found(ward, world.cell1))))
                .extracting(ContactWork.Figure::label)
                .containsExactly(
                        "Giấy giới thiệu gửi đến",
                        "Thông tin nơi công tác gửi đến",
                        "Nhận xét đảng viên đang công tác");
    }

    @Test
    void letters_that_a_ward_took_in_on_time_and_late_are_told_apart() throws SQLException {
        UUID member = world.member("Khoàng Văn Thư");
        letter(member, "02", "03");
        letter(member, "02", "28");
        Viewer ward = world.wardOffice();
        World.run(
                "update member.member set work_no = ? where id = ?",
                world.cell1,
                world.member("Khoàng Thị Phố"));
        UUID works = year;
        year = ward.call(() -> years.open(ward, today().getYear(), false));

        String came = ward.call(() -> work.of(ward, found(ward, world.ward))).getFirst().words();
        year = works;
        String sent =
                secretary
                        .call(() -> work.of(secretary, found(secretary, world.workCell)))
                        .getFirst()
                        .words();

        World.run("delete from liaison.introduction where member_id = ?", member);
        assertThat(came).startsWith("2 giấy, đã tiếp nhận 2, trong đó đúng hạn").endsWith(" 1.");
        assertThat(sent).isEqualTo("2 giấy, nơi cư trú đã tiếp nhận 2.");
    }

    /** A letter of March as it lies in the table; how it came about is told in liaison. */
    private void letter(UUID member, String sentDay, String acknowledgedDay) throws SQLException {
        try (Connection superuser = TestDatabase.current().connect("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    """
                    insert into liaison.introduction
                           (from_no, work_no, to_no, res_no, id, member_id, state, sent_on, acknowledged_on,
                            rulebook, changed_at, changed_by)
                    values (%1$d, %2$d, %3$d, %4$d, '%5$s', '%6$s', 'ENDED', '%7$d-03-%8$s', '%7$d-03-%9$s',
                            '213-qd-tw/1', '2026-03-01', 'x')
                    """
                            .formatted(
                                    world.workplace,
                                    world.workCell,
                                    world.ward,
                                    world.cell1,
                                    UUID.randomUUID(),
                                    member,
                                    today().getYear(),
                                    sentDay,
                                    acknowledgedDay));
        }
    }

    private Visitor visitor(Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder("Khoàng Văn Ghi", role, unit, none()).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    private static @Nullable UUID none() {
        return null;
    }

    @Test
    void from_the_cells_page_to_the_decision_and_its_rules() throws IOException {
        Visitor cell = visitor(Role.WORKPLACE_CELL_SECRETARY, world.workCell);
        Visitor desk = visitor(Role.WORKPLACE_OFFICE, world.workplace);
        String at = "/classification/" + year + "/collectives/" + world.workCell;
        Visitor.Page form = good(cell.get(at));
        assertThat(form.text())
                .contains("Mẫu 01", "chưa đối chiếu với văn bản gốc", "Giấy giới thiệu đã gửi");
        List<String> typed = new ArrayList<>(List.of("version", form.hidden("version")));
        words().forEach((name, value) -> typed.addAll(List.of(name, value)));
        assertThat(cell.get(at + "/report").status()).isEqualTo(404);
        good(cell.post(at, typed.toArray(String[]::new)));
        assertThat(text(cell.download(at + "/report"))).contains("Tập thể đã làm.");
        assertThat(desk.get(at + "/report").status()).isEqualTo(404);
        typed.set(1, good(cell.get(at)).hidden("version"));
        Visitor.Page early = cell.post(at + "/sending", typed.toArray(String[]::new));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("Ghi ngày tập thể họp", "Tập thể đã làm.");
        typed.addAll(
                List.of(
                        "metOn",
                        today().toString(),
                        "attended",
                        "9",
                        "v-GOOD",
                        "8",
                        "proposed",
                        "GOOD",
                        "signedOn",
                        today().toString()));
        assertThat(good(cell.post(at + "/sending", typed.toArray(String[]::new))).text())
                .contains("9 người dự");

        assertThat(text(desk.download(at + "/report")))
                .contains(
                        "(Mẫu 01)",
                        "Tập thể đã làm.",
                        "9 người dự",
                        "Hoàn thành tốt nhiệm vụ 8",
                        "T/M CHI BỘ");

        String list = "/classification/collectives";
        assertThat(good(desk.get(list)).text())
                .contains("Chi bộ Phòng Một", "cách đọc khác", "Chưa viết");
        CollectiveStore.Collective sent = found(office, world.workCell);
        good(
                desk.post(
                        "/classification/" + year + "/collective-decision",
                        "seen",
                        good(desk.get(list)).hidden("seen"),
                        "level-" + sent.id(),
                        "GOOD",
                        "cap",
                        "20",
                        "number",
                        "22-QĐ/ĐU",
                        "decidedOn",
                        today().toString()));
        assertThat(good(cell.get(at)).text()).contains("22-QĐ/ĐU");
        assertThat(new String(desk.download(list + "/export?as=csv"), UTF_8))
                .contains("Chi bộ Phòng Một", "22-QĐ/ĐU");
        assertThat(good(cell.get("/regulations/366-qd-tw")).text())
                .contains("Mẫu 01", "Bốn mức và điều kiện", "Hướng dẫn 43-HD/BTCTW");
        assertThat(good(cell.get("/regulations")).text()).contains("/regulations/366-qd-tw");
        for (String page : List.of(list, at)) {
            assertThat(PageStatements.of(desk, page)).as(page).hasSizeLessThanOrEqualTo(5);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static Visitor.Page good(Visitor.Page page) {
        assertThat(page.status()).as(page.path() + "\n" + page.text()).isEqualTo(200);
        assertThat(page.text().split("<h1", -1)).as(page.path()).hasSize(2);
        return page;
    }
}
