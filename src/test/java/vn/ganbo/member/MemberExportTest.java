package vn.ganbo.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.spreadsheet.SheetCell;
import vn.ganbo.spreadsheet.SheetRow;
import vn.ganbo.spreadsheet.Table;

/** Whoever takes the list away can bring it back. */
@ProductTest
class MemberExportTest {
    private static final Sql TAKEN =
            Sql.of(
                    """
                    select f.details ->> 'list' || '|' || (f.details ->> 'filter') || '|'
                           || (f.details ->> 'count') || '|' || (f.details ->> 'format') as told
                      from audit.fact f
                     where f.key = 'spreadsheet.list-exported'
                       and f.office_no = :unit::int
                     order by f.at desc, f.id desc
                    """);

    @Autowired ApplicationContext context;
    @Autowired Db db;
    @LocalServerPort int port;

    private World world;
    private Visitor office;

    @BeforeEach
    void another() {
        world = new World();
        office = new Visitor(port);
        office.signIn(
                new Holders(context)
                        .holder("Vi Thị Tải", Role.WORKPLACE_OFFICE, world.workplace)
                        .userName(),
                Holders.PASSWORD);
    }

    /** People whose records are as odd as real ones. */
    private void oddPeople() {
        world.member("Lò Thị Đủ");
        UUID year = world.member("Sồng Văn Năm");
        World.run(
                "update member.member set birth = date '1961-01-01', birth_precision = 'YEAR', phone = '+84601234567' where id = ?",
                year);
        UUID month = world.member("Quàng Văn Tháng");
        World.run(
                "update member.member set birth = date '1972-03-01', birth_precision = 'MONTH', official = null, status = 'PROBATIONARY' where id = ?",
                month);
        UUID formula = world.member("Cà Thị Công Thức");
        World.run(
                "update member.member set post = '=1+1', occupation = 'Kỹ sư', expertise = '-Hát; \"then\", múa', residence_address = '@ Số 2', card_no = null where id = ?",
                formula);
        UUID above = world.member("Lường Văn Chưa Rõ Chi Bộ");
        World.run(
                "update member.member set work_no = ?, needs_review = 'Danh sách không ghi chi bộ.' where id = ?",
                world.workplace,
                above);
        UUID exempt = world.member("Vàng Thị Miễn");
        World.run(
                "insert into member.exemption (id, member_id, kind, ground, valid, rulebook) values (?, ?, 'MEETINGS', 'công tác xa', '[2020-01-01,)', '213')",
                Ids.next(),
                exempt);
        World.run(
                "insert into member.workplace_only (work_no, member_id, ethnicity, file_no, personal_id, personal_id_mark) values (?, ?, 'Thái', '-12/LL', ?, ?)",
                world.workCell,
                exempt,
                "001099000000".getBytes(StandardCharsets.UTF_8),
                "001099000000 " + world.base);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private List<String> taken() {
        return db.list(
                Scope.system("test of exports"),
                TAKEN,
                row -> row.getString("told"),
                "unit",
                world.workplace);
    }

    @Test
    void an_unchanged_list_goes_back_in_without_a_question_and_nothing_changes() {
        oddPeople();
        for (String as : List.of("xlsx", "csv")) {
            byte[] file = office.download("/members/export?as=" + as);
            office.get("/imports");
            Visitor.Page page = office.upload("/imports", "file", "danh-sach." + as, file);

            assertThat(page.path()).as(as).matches("/imports/[0-9a-f-]{36}");
            assertThat(page.text())
                    .as(as)
                    .contains("6 dòng · 6 dòng tốt · 0 dòng cần sửa")
                    .contains("Không có gì thay đổi", "0 người mới, 0 thay đổi")
                    .doesNotContain("Ghi 6 dòng");
        }
    }

    @Test
    void a_list_brings_file_numbers_and_occupations_and_undoing_gives_back_what_was() {
        oddPeople();
        String before =
                new String(office.download("/members/export?as=csv"), StandardCharsets.UTF_8);
        office.get("/imports");
        Visitor.Page page =
                office.upload(
                        "/imports",
                        "file",
                        "danh-sach.csv",
                        before.replace("12/LL", "13/LL")
                                .replace("Kỹ sư", "Bác sĩ")
                                .getBytes(StandardCharsets.UTF_8));
        Visitor.Page done =
                office.post(page.path() + "/application", "version", page.hidden("version"));
        assertThat(done.text()).contains("<dt>Có thay đổi</dt><dd>2</dd>");
        assertThat(new String(office.download("/members/export?as=csv"), StandardCharsets.UTF_8))
                .contains("13/LL", "Bác sĩ")
                .doesNotContain("12/LL", "Kỹ sư");

        office.post(done.path() + "/undoing", "version", done.hidden("version"));

        assertThat(new String(office.download("/members/export?as=csv"), StandardCharsets.UTF_8))
                .isEqualTo(before);
    }

    @Test
    void one_cell_changed_outside_is_one_change() {
        oddPeople();
        String file = new String(office.download("/members/export?as=csv"), StandardCharsets.UTF_8);
        office.get("/imports");
        Visitor.Page page =
                office.upload(
                        "/imports",
                        "file",
                        "danh-sach.csv",
                        file.replace("=1+1", "Kế toán").getBytes(StandardCharsets.UTF_8));

        assertThat(page.text()).doesNotContain("Không có gì thay đổi").contains("Ghi 6 dòng");
        Visitor.Page done =
                office.post(page.path() + "/application", "version", page.hidden("version"));
        assertThat(done.text())
                .contains("<dt>Có thay đổi</dt><dd>1</dd>")
                .contains("<dt>Không có gì thay đổi</dt><dd>5</dd>");
    }

    @Test
    void undoing_a_list_gives_the_very_same_export() {
        oddPeople();
        String before =
                new String(office.download("/members/export?as=csv"), StandardCharsets.UTF_8);
        String line = before.lines().filter(l -> l.contains("Lò Thị Đủ")).findFirst().orElseThrow();
        String card = "%02d.%06d".formatted(99, world.base);
        String added = line.replace("Lò Thị Đủ", "Lò Thị Thêm").replaceAll("\\d{2}\\.\\d{6}", card);
        office.get("/imports");
        Visitor.Page page =
                office.upload(
                        "/imports",
                        "file",
                        "danh-sach.csv",
                        (before.replace("=1+1", "Kế toán").stripTrailing() + "\r\n" + added)
                                .getBytes(StandardCharsets.UTF_8));
        Visitor.Page done =
                office.post(page.path() + "/application", "version", page.hidden("version"));
        String between =
                new String(office.download("/members/export?as=csv"), StandardCharsets.UTF_8);
        assertThat(between).contains("Lò Thị Thêm", "Kế toán").isNotEqualTo(before);

        office.post(page.path() + "/undoing", "version", done.hidden("version"));

        assertThat(new String(office.download("/members/export?as=csv"), StandardCharsets.UTF_8))
                .isEqualTo(before);
    }

    @Test
    void what_begins_like_a_formula_leaves_as_text() {
        oddPeople();
        try (Table book =
                Table.open(
                        office.download("/members/export?as=xlsx"), List.of(MemberImport.LAYOUT))) {
            int post = book.headings().place("post");
            List<SheetCell> posts = new java.util.ArrayList<>();
            for (SheetRow row = book.next(); row != null; row = book.next()) {
                posts.add(row.cell(post));
            }
            assertThat(posts).contains(SheetCell.text("=1+1")).hasSize(6);
        }
        String csv = new String(office.download("/members/export?as=csv"), StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("\ufeffĐảng ủy Trường Thử Nghiệm\r\nDanh sách đảng viên\r\n")
                .contains(",'=1+1,", ",'@ Số 2,", ",'+84601234567,")
                .contains("\"'-Hát; \"\"then\"\", múa\"");
        assertThat(csv.lines().flatMap(line -> List.of(line.split(",")).stream()))
                .noneMatch(cell -> cell.matches("[=+@-].*"));
    }

    @Test
    void the_file_names_the_filter_and_holds_only_whom_it_finds() throws IOException {
        oddPeople();
        String query = "/members/export?q=" + coded("văn") + "&missing=CARD&as=";
        String csv = new String(office.download(query + "csv"), StandardCharsets.UTF_8);

        assertThat(csv).contains("Tìm: văn", "Hồ sơ còn thiếu: ");
        String paper = text(office.download("/members/export?q=" + coded("văn") + "&as=pdf"));
        assertThat(paper)
                .contains("Tìm: văn", "Sồng Văn Năm", "1961", "Trang 1/1")
                .doesNotContain("Lò Thị Đủ");
    }

    @Test
    void taking_a_list_is_told_with_filter_and_count_but_not_with_what_was_typed() {
        oddPeople();
        office.download("/members/export?as=xlsx");
        assertThat(taken()).containsExactly("Danh sách đảng viên|không lọc|6|xlsx");

        office.download("/members/export?q=" + coded("sồng văn năm") + "&as=pdf");
        assertThat(taken()).first().isEqualTo("Danh sách đảng viên|Tìm|1|pdf");
        assertThat(office.get("/members/export?as=exe").status()).isEqualTo(404);
        assertThat(taken()).hasSize(2);
    }

    @Test
    void the_personal_number_stays_sealed_and_other_offices_lists_stay_theirs() {
        oddPeople();
        World other = new World();
        other.member("Giàng Thị Ngoài");
        String csv = new String(office.download("/members/export?as=csv"), StandardCharsets.UTF_8);

        assertThat(csv).contains("Thái").doesNotContain("001099000000", "Giàng Thị Ngoài");
        Visitor ward = new Visitor(port);
        ward.signIn(
                new Holders(context)
                        .holder("Vi Văn Phường", Role.RESIDENCE_OFFICE, world.ward)
                        .userName(),
                Holders.PASSWORD);
        String theirs = new String(ward.download("/members/export?as=csv"), StandardCharsets.UTF_8);
        assertThat(theirs)
                .as("a ward takes only the list of its own members (0052)")
                .contains("Họ và tên")
                .doesNotContain("Thái", "Giàng Thị Ngoài");
    }
}
