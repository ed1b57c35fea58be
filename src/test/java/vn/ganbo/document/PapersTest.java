package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.World;
import vn.ganbo.access.Holders;
import vn.ganbo.database.TestDatabase;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/** Numbers without gaps; papers that never change and are seen by the right side. */
@ProductTest
class PapersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String RULEBOOK = "213-QD-TW@1";

    @Autowired Papers papers;
    @Autowired Prints prints;
    @Autowired Numbers numbers;
    @Autowired DocumentPages pages;
    @Autowired PlatformTransactionManager manager;
    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private int committee;
    private int workCell;
    private int ward;
    private int elsewhere;

    @BeforeEach
    void four_units() {
        World world = new World();
        committee = world.workplace;
        workCell = world.workCell;
        ward = world.ward;
        elsewhere = world.otherWard;
    }

    private static void owner(String... statements) throws SQLException {
        as("owner", statements);
    }

    private static void as(String role, String... statements) throws SQLException {
        try (Connection connection = TestDatabase.current().connect(role);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Viewer office(Integer... units) {
        return new Viewer(
                null,
                null,
                "Văn phòng",
                null,
                Role.WORKPLACE_OFFICE,
                null,
                Scope.of(List.of(units).stream().map(u -> new Scope.Range(u, u)).toList()));
    }

    private String next(int unit) {
        Viewer viewer = office(unit);
        return viewer.call(() -> numbers.next(viewer, unit, PaperKind.INTRODUCTION, DAY));
    }

    private IntroductionText letter(String number) {
        IntroductionText t = Examples.introduction();
        return new IntroductionText(
                t.issuer(),
                number,
                DAY,
                t.to(),
                t.citation(),
                t.person(),
                false,
                t.sentences(),
                t.signature());
    }

    private UUID kept(@Nullable UUID member) {
        Viewer viewer = office(committee, workCell);
        return viewer.call(() ->
                papers.keep(
                        viewer,
                        new NewPaper(
                                letter(next(committee)),
                                committee,
                                workCell,
                                null,
                                member,
                                RULEBOOK)));
    }

    private boolean sees(Viewer viewer, UUID paper) {
        return viewer.call(() -> {
            try {
                papers.read(viewer.scope(), paper);
                return true;
            } catch (NotFound e) {
                return false;
            }
        });
    }

    @Test
    void who_checks_a_paper_of_a_cell_reads_of_which_ward() {
        Viewer viewer = office(committee, workCell);
        UUID paper =
                viewer.call(() ->
                        papers.keep(
                                viewer,
                                new NewPaper(
                                        Examples.written(PaperKind.ANNOUNCEMENT, "03-TB/CB"),
                                        committee,
                                        workCell,
                                        null,
                                        null,
                                        RULEBOOK)));
        String code = World.texts("select code from document.paper where id = ?", paper).getFirst();

        assertThat(new Visitor(port).get("/verify?mark=" + code).text())
                .contains("Chi bộ Tổ dân phố 3, Đảng bộ phường Hoa Ban");
    }

    @Test
    void a_series_counts_from_01_for_each_unit_kind_and_term() throws Exception {
        assertThat(next(committee)).isEqualTo("01-GGT/ĐU");
        assertThat(next(committee)).isEqualTo("02-GGT/ĐU");
        assertThat(next(workCell)).isEqualTo("01-GGT/CB");
        Viewer viewer = office(committee);
        assertThat(
                        viewer.call(() ->
                                numbers.next(viewer, committee, PaperKind.COMMENT_REQUEST, DAY, 3)))
                .containsExactly("01-PXYK/ĐU", "02-PXYK/ĐU", "03-PXYK/ĐU");

        owner("insert into document.committee_term values (%d, '2026-11-01')".formatted(committee));
        assertThat(next(committee)).isEqualTo("01-GGT/ĐU");
    }

    @Test
    void terms_of_five_years_begin_on_1_july_2025_where_nothing_else_is_recorded() {
        assertThat(PaperStore.usualTermStart(LocalDate.of(2025, 7, 1))).isEqualTo("2025-07-01");
        assertThat(PaperStore.usualTermStart(LocalDate.of(2030, 6, 30))).isEqualTo("2025-07-01");
        assertThat(PaperStore.usualTermStart(LocalDate.of(2030, 7, 1))).isEqualTo("2030-07-01");
        assertThat(PaperStore.usualTermStart(LocalDate.of(2025, 6, 30))).isEqualTo("2020-07-01");
    }

    @Test
    void acts_at_the_same_time_and_acts_undone_leave_no_gap() throws Exception {
        Viewer viewer = office(committee);
        TransactionTemplate act = new TransactionTemplate(manager);
        List<Future<List<String>>> acts = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                boolean undone = i % 4 == 0;
                int count = 1 + i % 3;
                acts.add(
                        threads.submit(() ->
                                viewer.call(() ->
                                        act.execute(status -> {
                                            List<String> given =
                                                    numbers.next(
                                                            viewer,
                                                            committee,
                                                            PaperKind.INTRODUCTION,
                                                            DAY,
                                                            count);
                                            if (undone) {
                                                status.setRollbackOnly();
                                                return List.of();
                                            }
                                            return given;
                                        }))));
            }
        }
        List<String> given = new ArrayList<>();
        for (Future<List<String>> done : acts) {
            given.addAll(done.get());
        }

        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, given.size())
                                .mapToObj(n -> "%02d-GGT/ĐU".formatted(n))
                                .toList());
        assertThat(given).hasSizeGreaterThan(40);
    }

    @Test
    void a_number_of_another_office_and_a_form_without_a_number_are_refused() {
        Viewer viewer = office(ward);
        assertThatThrownBy(() ->
                        viewer.call(
                                () -> numbers.next(viewer, committee, PaperKind.INTRODUCTION, DAY)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        viewer.call(() -> numbers.next(viewer, ward, PaperKind.COMMENT_SLIP, DAY)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_number_stands_on_one_paper_only() {
        Viewer viewer = office(committee);
        NewPaper paper = new NewPaper(letter("77-GGT/ĐU"), committee, null, null, null, RULEBOOK);
        viewer.call(() -> papers.keep(viewer, paper));

        assertThatThrownBy(() -> viewer.call(() -> papers.keep(viewer, paper)))
                .hasMessageContaining("paper_number_once");
    }

    @Test
    void the_other_side_sees_a_paper_only_while_it_is_shared() {
        UUID member = Ids.next();
        UUID paper = kept(member);
        Viewer own = office(committee, workCell);
        Viewer self =
                new Viewer(null, member, "Đảng viên", null, Role.MEMBER, null, Scope.self(member));

        assertThat(sees(office(committee), paper)).isTrue();
        assertThat(sees(office(workCell), paper)).isTrue();
        assertThat(sees(office(ward), paper)).isFalse();
        assertThat(sees(self, paper)).isFalse();

        own.call(() -> share(own, paper, ward));
        assertThat(sees(office(ward), paper)).isTrue();
        assertThat(sees(office(elsewhere), paper)).isFalse();

        own.call(() -> {
            papers.shareWithMember(own, List.of(paper));
            return share(own, paper, null);
        });
        assertThat(sees(office(ward), paper)).isFalse();
        assertThat(sees(self, paper)).isTrue();
    }

    private boolean share(Viewer viewer, UUID paper, @Nullable Integer resNo) {
        papers.shareWithResidence(viewer, List.of(paper), resNo);
        return true;
    }

    @Test
    void nobody_can_help_himself_to_a_paper_he_does_not_see() {
        UUID paper = kept(null);
        Viewer stranger = office(elsewhere);

        assertThatThrownBy(() -> stranger.call(() -> share(stranger, paper, elsewhere)))
                .isInstanceOf(NotFound.class);
        assertThat(sees(stranger, paper)).isFalse();
    }

    @Test
    void without_a_scope_nothing_is_seen_and_nobody_keeps_a_paper_in_anothers_name()
            throws Exception {
        kept(null);
        try (Connection app = TestDatabase.current().connect("app");
                Statement statement = app.createStatement();
                var rows =
                        statement.executeQuery(
                                "select (select count(*) from document.paper) + (select count(*) from document.series)")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
        Viewer viewer = office(ward);
        NewPaper foreign = new NewPaper(letter("01-GGT/ĐU"), committee, null, null, null, RULEBOOK);
        assertThatThrownBy(() -> viewer.call(() -> papers.keep(viewer, foreign)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void papers_and_numbers_cannot_be_changed_or_taken_away_by_the_program() {
        for (String sql :
                List.of(
                        "update document.paper set bytes = ''",
                        "update document.paper set res_no = 1",
                        "delete from document.paper",
                        "truncate document.paper",
                        "update document.series set last = 1",
                        "insert into document.series values (1, 'INTRODUCTION', '2025-07-01', 1)",
                        "delete from document.series")) {
            assertThatThrownBy(
                            () -> as("app", "begin", "set local app.scope = '{[1,999999]}'", sql))
                    .as(sql)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void stored_bytes_come_back_and_changed_bytes_are_told() throws Exception {
        UUID paper = kept(null);
        Viewer own = office(committee);
        byte[] bytes = own.call(() -> papers.read(own.scope(), paper)).bytes();
        assertThat(new String(bytes, US_ASCII)).startsWith("%PDF-");
        assertThat(own.call(() -> papers.read(own.scope(), paper)).bytes()).isEqualTo(bytes);

        assertThatThrownBy(() ->
                        owner(
                                "update document.paper set bytes = 'x' where id = '%s'"
                                        .formatted(paper)))
                .hasMessageContaining("checksum_of_the_bytes");
        owner(
                "alter table document.paper drop constraint checksum_of_the_bytes",
                "update document.paper set bytes = overlay(bytes placing '\\x00' from 500) where id = '%s'"
                        .formatted(paper),
                "alter table document.paper add constraint checksum_of_the_bytes check (sha256 = sha256(bytes)) not valid");
        assertThatThrownBy(() -> own.call(() -> papers.read(own.scope(), paper)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not match its checksum")
                .hasMessageContaining(paper.toString());
    }

    @Test
    void a_paper_opens_in_the_browser_under_a_name_one_can_file() {
        UUID paper = kept(null);
        Viewer own = office(committee);

        ResponseEntity<byte[]> answer = own.call(() -> pages.show(own, paper));

        HttpHeaders headers = answer.getHeaders();
        assertThat(String.valueOf(headers.getContentType())).isEqualTo("application/pdf");
        assertThat(headers.getFirst("Cache-Control")).contains("no-store").contains("private");
        assertThat(headers.getContentDisposition().isInline()).isTrue();
        assertThat(headers.getContentDisposition().getFilename())
                .isEqualTo("Giấy giới thiệu 01-GGT-ĐU - Lý Thị Mỹ Vỹ.pdf");
    }

    @Test
    void over_the_web_the_ward_finds_a_letter_from_the_moment_it_is_shared() {
        UUID paper = kept(null);
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder("Lò Thị Ban", Role.RESIDENCE_OFFICE, ward).userName(),
                Holders.PASSWORD);

        assertThat(visitor.get("/papers/" + paper).status()).isEqualTo(404);

        Viewer own = office(committee);
        own.call(() -> share(own, paper, ward));
        Visitor.Page page = visitor.get("/papers/" + paper);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).startsWith("%PDF-");
        assertThat(page.response().headers().firstValue("Cache-Control"))
                .hasValueSatisfying(v -> assertThat(v).contains("no-store").contains("private"));
        assertThat(page.response().headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    @Test
    void many_papers_are_printed_in_one_file_and_none_that_is_not_seen() throws Exception {
        List<UUID> ids = List.of(kept(null), kept(null), kept(null));
        Viewer own = office(committee);

        try (PDDocument pdf =
                Loader.loadPDF(
                        own.call(() ->
                                prints.draw(papers.stored(own, ids.reversed()), PrintLayout.A4)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            PDFTextStripper words = new PDFTextStripper();
            words.setEndPage(1);
            assertThat(words.getText(pdf)).contains("Số 03-GGT/ĐU").contains("Lý Thị Mỹ Vỹ");
        }
        Viewer stranger = office(elsewhere);
        assertThatThrownBy(() -> stranger.call(() -> papers.stored(stranger, ids)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void more_letters_than_one_statement_holds_are_one_act() {
        Viewer viewer = office(committee);
        List<UUID> ids =
                viewer.call(() -> {
                    List<String> given =
                            numbers.next(viewer, committee, PaperKind.INTRODUCTION, DAY, 120);
                    return papers.keepAll(
                            viewer,
                            given.stream()
                                    .map(number ->
                                            new NewPaper(
                                                    letter(number),
                                                    committee,
                                                    workCell,
                                                    null,
                                                    null,
                                                    RULEBOOK))
                                    .toList());
                });

        assertThat(ids).doesNotHaveDuplicates().hasSize(120);
        Paper last = viewer.call(() -> papers.read(viewer.scope(), ids.getLast()));
        assertThat(last.number()).isEqualTo("120-GGT/ĐU");
    }
}
