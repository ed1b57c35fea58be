package vn.ganbo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.liaison.Introductions;
import vn.ganbo.web.Picked;

/** What a round must not do, tried in the browser: each answer names the rule, nothing is lost. */
@ProductTest
class BadInputTest {
    private static final String ARTICLE = "khoản 4 Điều 4 Quy định 213-QĐ/TW";

    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    private Ward ward;
    private Holders holders;
    private List<UUID> people;
    private Visitor secretary;

    @BeforeEach
    void another() {
        ward = new Ward(context);
        holders = new Holders(context);
        people = ward.registered("Quàng Thị Đúng", "Quàng Văn Sai");
        secretary = visitor(Role.RESIDENCE_CELL_SECRETARY, ward.world.cell1);
    }

    private Visitor visitor(Role role, int unitNo) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                holders.holder("Người Thử", role, unitNo, null).userName(), Holders.PASSWORD);
        return visitor;
    }

    private Picked slip(int i) {
        return ward.slips(people.subList(i, i + 1)).getFirst();
    }

    private String page(int i) {
        return "/comments/" + slip(i).id();
    }

    private String[] meeting(String... more) {
        List<String> out =
                new ArrayList<>(
                        List.of(
                                "metOn", ward.today().toString(),
                                "place", "Nhà văn hóa tổ 1",
                                "votesFor", "1",
                                "conclusion", "Thống nhất nhận xét."));
        ward.slips(people).forEach(slip -> out.addAll(List.of("comments", slip.id().toString())));
        out.addAll(List.of(more));
        return out.toArray(String[]::new);
    }

    private String[] batch(String... more) {
        List<String> out = new ArrayList<>(List.of(more));
        ward.slips(people).forEach(slip -> out.addAll(List.of("comments", slip.value())));
        return out.toArray(String[]::new);
    }

    private static String[] filled(String... more) {
        List<String> out = new ArrayList<>(List.of(more));
        Ward.answers().forEach((criterion, option) -> out.addAll(List.of(criterion, option)));
        return out.toArray(String[]::new);
    }

    @Test
    void taking_the_minutes_back_closes_the_signature_again_on_the_slip_and_in_the_batch() {
        ward.open();
        ward.fill(people);
        UUID minutes = ward.meet(people);
        assertThat(secretary.get(page(0)).text()).doesNotContain("Chưa ký được");

        secretary.get("/decisions/" + minutes);
        secretary.post(
                "/decisions/" + minutes + "/withdrawal",
                "version",
                "1",
                "reason",
                "Ghi nhầm người dự");

        assertThat(secretary.get(page(0)).text())
                .contains("Chưa ký được")
                .contains("Chi ủy chưa ghi cuộc họp với Ban công tác Mặt trận (" + ARTICLE)
                .containsPattern("(?s)<button[^>]* disabled>.{0,600}Ký phiếu");
        secretary.get("/comments?tab=to-sign");
        Visitor.Page refused =
                secretary.post("/comments/signature", batch("signer", "Vi Thị", "post", "Bí thư"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("2 trong 2 phiếu", "Quàng Thị Đúng", ARTICLE);

        ward.meet(people);
        secretary.get("/comments?tab=to-sign");
        assertThat(
                        secretary
                                .post(
                                        "/comments/signature",
                                        batch("signer", "Vi Thị", "post", "Bí thư"))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void a_meeting_without_its_quorum_is_not_recorded_and_says_how_many_are_needed() {
        ward.open();
        for (String name : List.of("Quàng Văn Ba", "Quàng Văn Bốn", "Quàng Văn Năm")) {
            ward.world.officer(name, Role.COMMITTEE_MEMBER_IN_CHARGE, ward.world.cell1);
        }
        secretary.get("/decisions/new");

        Visitor.Page few =
                secretary.post(
                        "/decisions",
                        meeting(
                                "committee",
                                ward.secretary.toString(),
                                "committee",
                                ward.committee.toString(),
                                "front-name-0",
                                "Bế Thị Mặt Trận",
                                "front-title-0",
                                "Trưởng ban công tác Mặt trận"));

        assertThat(few.status()).isEqualTo(422);
        assertThat(few.text())
                .contains("cần ít nhất 4 người mới đủ (" + ARTICLE)
                .contains("Nhà văn hóa tổ 1", "Bế Thị Mặt Trận", "Thống nhất nhận xét.");
    }

    @Test
    void one_person_of_a_committee_alone_is_no_meeting() {
        ward.open();
        secretary.get("/decisions/new");

        Visitor.Page alone =
                secretary.post(
                        "/decisions",
                        meeting(
                                "committee",
                                ward.secretary.toString(),
                                "front-name-0",
                                "Bế Thị Mặt Trận",
                                "front-title-0",
                                "Trưởng ban công tác Mặt trận"));

        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.text())
                .contains("một người không quyết định thay (" + ARTICLE)
                .contains("Bế Thị Mặt Trận", "Nhà văn hóa tổ 1");
        assertThat(secretary.get("/decisions").text()).doesNotContain("Nhà văn hóa tổ 1");
    }

    @Test
    void two_people_on_one_slip_the_second_learns_it_with_the_rule_and_keeps_the_own_words() {
        ward.open();
        Visitor other = visitor(Role.COMMITTEE_MEMBER_IN_CHARGE, ward.world.cell1);
        String version = secretary.get(page(0)).hidden("version");
        other.get(page(0));
        other.post(
                page(0),
                "version",
                version,
                "example",
                "good",
                "other",
                "Dọn ngõ 12 cùng tổ dân phố.");

        Visitor.Page late =
                secretary.post(
                        page(0), "version", version, "example", "yes", "other", "Bản của bí thư.");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .contains("vừa thay đổi lúc", "Hai người cùng sửa phiếu này")
                .contains("ý kiến chung của chi ủy (" + ARTICLE)
                .contains("Bản của bí thư.", "Bản đang lưu: Nêu gương tốt");
        assertThat(ward.comment(slip(0).id()).body().other())
                .isEqualTo("Dọn ngõ 12 cùng tổ dân phố.");
    }

    @Test
    void minutes_of_a_cell_that_was_merged_are_a_paper_of_the_cell_that_took_it_over()
            throws Exception {
        ward.open();
        ward.fill(people);
        UUID minutes = ward.meet(people);
        String today = ward.today().toString();
        World.run(
                "update organisation.unit_period set valid = daterange(lower(valid), ?::date) where unit_no = ?",
                today,
                ward.world.cell1);
        World.run(
                "insert into organisation.unit_predecessor (unit_no, predecessor_no, since) values (?, ?, ?::date)",
                ward.world.cell2,
                ward.world.cell1,
                today);
        Visitor heir = visitor(Role.RESIDENCE_CELL_SECRETARY, ward.world.cell2);
        heir.get("/decisions/" + minutes);

        Visitor.Page paper = heir.post("/decisions/" + minutes + "/minutes");

        assertThat(paper.path()).startsWith("/papers/");
        try (var document = Loader.loadPDF(heir.download(paper.path()))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("chi ủy Chi bộ Tổ dân phố 1", "Quàng Thị Đúng")
                    .contains("CHI BỘ TỔ DÂN PHỐ 2");
        }
        assertThat(heir.post("/decisions/" + minutes + "/minutes").path()).isEqualTo(paper.path());
    }

    @Test
    void nobody_is_counted_for_both_sides_of_the_meeting() {
        ward.open();
        secretary.get("/decisions/new");

        Visitor.Page twice =
                secretary.post(
                        "/decisions",
                        meeting(
                                "committee",
                                ward.secretary.toString(),
                                "committee",
                                ward.committee.toString(),
                                "front-name-0",
                                "vi thị bí thư",
                                "front-title-0",
                                "Trưởng ban công tác Mặt trận"));

        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text())
                .contains("đã được tính một lần")
                .contains(ARTICLE)
                .contains("vi thị bí thư", "Nhà văn hóa tổ 1");
    }

    @Test
    void nobody_comments_on_somebody_who_stood_on_no_register_in_the_year() {
        UUID unknown = ward.world.member("Quàng Thị Lạ");
        UUID round = ward.open();
        Visitor work = visitor(Role.WORKPLACE_OFFICE, ward.world.workplace);
        work.get("/comment-requests/new");

        Visitor.Page asked =
                work.post(
                        "/comment-requests",
                        "members",
                        unknown.toString(),
                        "purpose",
                        "ASSESSMENT",
                        "year",
                        Integer.toString(ward.year()),
                        "due",
                        ward.today().plusDays(10).toString(),
                        "signer",
                        "Lò Văn Ký",
                        "post",
                        "Bí thư");
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text())
                .contains("chưa có trong sổ theo dõi của nơi cư trú nào")
                .contains(ARTICLE);

        World.run("update assessment.round set seed = 7 where id = ?", round);
        secretary.get("/rounds/" + round + "/coverage");
        Visitor.Page added =
                secretary.post("/rounds/" + round + "/people", "member", unknown.toString());
        assertThat(added.status()).isEqualTo(409);
        assertThat(added.text())
                .contains("không có tên trong sổ theo dõi năm " + ward.year())
                .contains(ARTICLE);
        assertThat(ward.slips(List.of(unknown))).isEmpty();
    }

    @Test
    void after_the_window_the_words_are_kept_and_the_superior_is_named() {
        ward.open();
        ward.fill(people);
        ward.meet(people);
        String yesterday = ward.today().minusDays(1).toString();
        World.run(
                "update assessment.round set meeting_due = ?::date, comment_due = ?::date where unit_no = ?",
                yesterday,
                yesterday,
                ward.world.ward);
        String version = secretary.get(page(0)).hidden("version");

        Visitor.Page late =
                secretary.post(
                        page(0) + "/signature",
                        filled(
                                "version", version,
                                "other", "Dọn ngõ 12 ngày 3/5.",
                                "signer", "Vi Thị",
                                "post", "Bí thư"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .contains("Đã hết hạn", "Đảng ủy xã, phường", ARTICLE, "Dọn ngõ 12 ngày 3/5.")
                .doesNotContain("Hai người cùng sửa phiếu này");
        assertThat(ward.comment(slip(0).id()).body().other()).isEqualTo("Dọn ngõ 12 ngày 3/5.");
    }

    @Test
    void a_slip_of_somebody_who_moved_away_is_finished_for_the_time_here() throws Exception {
        ward.open();
        ward.fill(people);
        World.run(
                "update liaison.contact set valid = daterange(lower(valid) - 40, null) where member_id = ?",
                people.getFirst());
        UUID letter = letterOf(people.getFirst());
        ward.office
                .scope()
                .run(() ->
                        ward.bean(Introductions.class)
                                .end(
                                        ward.office,
                                        letter,
                                        versionOf(letter),
                                        ward.today(),
                                        "chuyển đi nơi khác"));

        assertThat(secretary.get(page(0)).text())
                .contains("Đảng viên đã ra khỏi sổ của Chi bộ Tổ dân phố 1 từ ngày")
                .contains("giữ nguyên")
                .contains(ARTICLE)
                .contains("Gương mẫu.");
        assertThat(secretary.get(page(1)).text()).doesNotContain("ra khỏi sổ");
        assertThat(PageStatements.of(secretary, page(0))).hasSizeBetween(1, 5);
        ward.meet(people);
        ward.sign(people);
        ward.confirm(people);
        ward.giveOut(people);

        Visitor work = visitor(Role.WORKPLACE_OFFICE, ward.world.workplace);
        assertThat(work.get("/returned-comments").text()).contains("Quàng Thị Đúng");
        assertThat(work.get(page(0)).text()).contains("Gương mẫu.");
    }

    @Test
    void slips_of_a_ward_that_was_merged_go_their_way_in_the_ward_that_took_it_over()
            throws Exception {
        ward.open();
        ward.fill(people);
        ward.meet(people);
        ward.sign(people);
        mergeTheWard();
        Visitor heir = visitor(Role.RESIDENCE_OFFICE, ward.world.otherWard);

        assertThat(heir.get("/rounds").text()).contains("2 chờ xác nhận", "phường Bến Thử");
        assertThat(heir.get("/comments?tab=signed").text()).contains("Quàng Thị Đúng");
        assertThat(heir.get(page(0)).text())
                .contains("Đảng bộ phường Bến Thử kết thúc ngày")
                .contains("đảng ủy tiếp nhận địa bàn xác nhận và gửi trả")
                .contains(ARTICLE);
        heir.get("/comments?tab=signed");
        assertThat(
                        heir.post(
                                        "/comments/confirmation",
                                        batch("signer", "Bế Văn Mới", "post", "Bí thư"))
                                .status())
                .isEqualTo(200);
        heir.get("/comments?tab=confirmed");
        assertThat(heir.post("/comments/return", batch()).status()).isEqualTo(200);

        Visitor work = visitor(Role.WORKPLACE_OFFICE, ward.world.workplace);
        assertThat(work.get("/returned-comments").text())
                .contains("Quàng Thị Đúng", "Quàng Văn Sai", "Đảng ủy phường Bến Thử");
        assertThat(paper(work, 0))
                .contains("XÁC NHẬN CỦA ĐẢNG ỦY XÃ ĐỒI THỬ")
                .contains("Bế Văn Mới");
        assertThat(heir.get("/rounds").text()).contains("2 / 2 đã trả");
        assertThat(openedAgain(heir)).doesNotContain("2 chưa soạn xong");
        assertThat(ward.slips(people)).hasSize(2);
    }

    /** The ward that took over opens a round of its own: nobody is commented on twice. */
    private String openedAgain(Visitor heir) {
        String last = LocalDate.of(ward.year(), 12, 31).toString();
        heir.get("/rounds/new");
        return heir.post(
                        "/rounds",
                        "year",
                        Integer.toString(ward.year()),
                        "meeting",
                        last,
                        "comment",
                        last,
                        "returned",
                        last)
                .text();
    }

    /** As the mergers of 2025: the ward is closed, its cells stand under the other one. */
    private void mergeTheWard() {
        String today = ward.today().toString();
        for (int no : List.of(ward.world.ward, ward.world.cell1, ward.world.cell2)) {
            World.run(
                    "update organisation.unit_period set valid = daterange(lower(valid), ?::date) where unit_no = ?",
                    today,
                    no);
        }
        for (int cell : List.of(ward.world.cell1, ward.world.cell2)) {
            World.run(
                    """
                    insert into organisation.unit_period
                           (unit_no, code, name, kind, side, parent_no, commune_code, valid)
                    select p.unit_no, p.code, p.name, p.kind, p.side, ?, p.commune_code,
                           daterange(?::date, null)
                      from organisation.unit_period p
                     where p.unit_no = ?
                    """,
                    ward.world.otherWard,
                    today,
                    cell);
        }
        World.run(
                "insert into organisation.unit_predecessor (unit_no, predecessor_no, since) values (?, ?, ?::date)",
                ward.world.otherWard,
                ward.world.ward,
                today);
    }

    private String paper(Visitor visitor, int i) throws Exception {
        Matcher link =
                Pattern.compile("/papers/[0-9a-f-]{36}").matcher(visitor.get(page(i)).text());
        assertThat(link.find()).isTrue();
        try (var document = Loader.loadPDF(visitor.download(link.group()))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private UUID letterOf(UUID person) {
        return ward.bean(Db.class)
                .one(
                        Scope.system("test"),
                        new Sql(
                                "select i.id from liaison.published_introduction i where i.member_id = :person::uuid"),
                        row -> row.getObject(1, UUID.class),
                        "person",
                        person)
                .orElseThrow();
    }

    private int versionOf(UUID letter) {
        return (int)
                ward.bean(Db.class)
                        .number(
                                Scope.system("test"),
                                new Sql(
                                        "select i.version from liaison.published_introduction i where i.id = :id::uuid"),
                                "id",
                                letter);
    }
}
