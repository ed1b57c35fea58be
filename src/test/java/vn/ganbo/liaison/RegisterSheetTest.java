package vn.ganbo.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** The register with all its columns, of both sides, and where they disagree. */
@ProductTest
class RegisterSheetTest {
    @Autowired Db db;
    @Autowired ApplicationContext context;
    @Autowired java.time.Clock clock;
    @LocalServerPort int port;

    private World world;
    private Visitor ward;
    private Visitor work;
    private LocalDate today;

    @BeforeEach
    void another() {
        world = new World();
        today = LocalDate.now(clock);
        ward = visitor(Role.RESIDENCE_OFFICE, world.ward);
        work = visitor(Role.WORKPLACE_OFFICE, world.workplace);
    }

    private Visitor visitor(Role role, int unit) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                new Holders(context).holder("Vi Thị Xem", role, unit).userName(), Holders.PASSWORD);
        return visitor;
    }

    private UUID letter(UUID member, String state, @Nullable LocalDate sent) {
        UUID letter = Ids.next();
        World.run(
                """
                insert into liaison.introduction
                       (from_no, work_no, to_no, res_no, id, member_id, state, number, issued_on,
                        sent_on, rulebook, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, '07-GGT/ĐU', ?, ?, '213-qd-tw/1', timestamptz '2025-01-01',
                        'thử')
                """,
                world.workplace,
                world.workCell,
                world.ward,
                world.cell1,
                letter,
                member,
                state,
                sent,
                sent);
        return letter;
    }

    private UUID listed(String name, LocalDate from, @Nullable LocalDate to) {
        UUID member = world.member(name);
        entry(member, from, to, letter(member, to == null ? "PLACED" : "ENDED", from));
        if (to == null) {
            World.run("update member.member set res_no = ? where id = ?", world.cell1, member);
        }
        return member;
    }

    private void entry(UUID member, LocalDate from, @Nullable LocalDate to, UUID letter) {
        World.run(
                """
                insert into liaison.contact
                       (ward_no, cell_no, work_no, id, introduction_id, member_id, valid, full_name,
                        folded, sort_key, birth, birth_precision, sex, admitted, official, post,
                        work_name, address, letter_number, letter_date, acknowledged_on, left_because)
                select ?, ?, m.work_no, ?, ?, m.id, daterange(?::date, ?::date), m.full_name, m.folded,
                       m.sort_key, m.birth, m.birth_precision, m.sex, m.admitted, m.official, m.post,
                       'Đảng bộ Trường Thử Nghiệm', m.residence_address, '07-GGT/ĐU', ?::date, ?::date,
                       ?::text
                  from member.member m
                 where m.id = ?
                """,
                world.ward,
                world.cell1,
                Ids.next(),
                letter,
                from,
                to,
                from,
                from,
                to == null ? null : "nghỉ hưu",
                member);
    }

    private static String csv(Visitor who, String path) {
        return new String(who.download(path + "&as=csv"), StandardCharsets.UTF_8);
    }

    @Test
    void the_register_stands_with_all_columns_as_of_any_day_and_its_balance_comes_out() {
        LocalDate year = today.withDayOfYear(1);
        listed("Lò Văn Cũ", year.minusYears(1), null);
        listed("Tòng Thị Đến", year.plusDays(9), null);
        listed("Quàng Văn Đi", year.minusYears(2), year.plusDays(19));

        String before = csv(ward, "/register/export?on=" + Show.date(year.plusDays(5)));
        assertThat(before)
                .contains("Lò Văn Cũ", "Quàng Văn Đi")
                .doesNotContain("Tòng Thị Đến", "Chuyển đi ")
                .contains("Đầu năm 2, chuyển đến 0, chuyển đi 0")
                .contains(
                        "STT,Họ và tên,Giới tính,Ngày sinh,Ngày vào Đảng,Ngày chính thức,Chức vụ,Đơn vị công tác",
                        "Giấy giới thiệu / Số,Giấy giới thiệu / Ngày,Ngày tiếp nhận",
                        "Sinh hoạt / 6 tháng,Sinh hoạt / Cuối năm,Ngày nhận xét,Tiêu chí 1");
        String whole = csv(ward, "/register/export?whole=true");
        assertThat(whole)
                .contains("Lò Văn Cũ", "Tòng Thị Đến")
                .contains("Chuyển đi " + Show.date(year.plusDays(19)) + ": nghỉ hưu")
                .contains("Đầu năm 2, chuyển đến 1, chuyển đi 1", " có 2");
        assertThat(csv(ward, "/register/export?whole=false")).doesNotContain("Quàng Văn Đi");
        assertThat(ward.get("/register/sheet?whole=true").text())
                .contains("Quàng Văn Đi", "nghỉ hưu", "đầu năm " + year.getYear() + ": 2");
        assertThat(csv(ward, "/register/moves/export?q="))
                .contains(
                        "Quàng Văn Đi,Đảng bộ Trường Thử Nghiệm,Chuyển đi,"
                                + Show.date(year.plusDays(19)))
                .contains("Tòng Thị Đến,Đảng bộ Trường Thử Nghiệm,Chuyển đến,")
                .doesNotContain("Lò Văn Cũ");
        assertThat(ward.get("/register").text()).contains("/register/export?", "Đủ cột");
    }

    @Test
    void each_cell_has_its_balance_and_who_changes_cells_leaves_one_and_comes_to_the_other() {
        LocalDate year = today.withDayOfYear(1);
        listed("Lò Văn Cũ", year.minusYears(1), null);
        listed("Tòng Thị Đến", year.plusDays(9), null);
        listed("Quàng Văn Đi", year.minusYears(2), year.plusDays(19));
        UUID moved = listed("Hà Thị Đổi Chi Bộ", year.minusYears(1), year.plusDays(29));
        World.run(
                """
                insert into liaison.contact
                       (ward_no, cell_no, work_no, id, continues, introduction_id, member_id, valid, full_name,
                        folded, sort_key, work_name, acknowledged_on)
                select c.ward_no, ?, c.work_no, ?, c.id, c.introduction_id, c.member_id,
                       daterange(upper(c.valid), null), c.full_name, c.folded, c.sort_key, c.work_name,
                       c.acknowledged_on
                  from liaison.contact c
                 where c.member_id = ?
                """,
                world.cell2,
                Ids.next(),
                moved);

        String page =
                ward.get("/register/moves")
                        .text()
                        .replaceAll("<[^>]+>", " ")
                        .replaceAll("\\s+", " ");
        assertThat(page)
                .contains("Chi bộ Tổ dân phố 1 3 1 2 2", "Chi bộ Tổ dân phố 2 0 1 0 1")
                .contains("1 chuyển đến · 1 chuyển đi");
    }

    @Test
    void a_name_is_found_by_its_words_in_any_order_and_no_wildcard_finds_everybody() {
        listed("Lò Văn Cũ", today.minusYears(1), null);
        listed("Tòng Thị Đến", today.minusYears(1), null);

        assertThat(ward.get("/register?q=cu+lo").text())
                .contains("Lò Văn Cũ")
                .doesNotContain("Tòng Thị Đến");
        assertThat(ward.get("/register?q=%25+en").text())
                .doesNotContain("Lò Văn Cũ", "Tòng Thị Đến");
        assertThat(csv(ward, "/register/export?q=den+t")).contains("Tòng Thị Đến");
    }

    private String text(String path) {
        return path.contains("export")
                ? new String(ward.download(path), StandardCharsets.UTF_8)
                : ward.get(path).text();
    }

    @Test
    void a_register_is_searched_for_initials_phone_letter_cell_and_workplace_too() {
        UUID old = listed("Lò Văn Cũ", today.minusYears(1), null);
        UUID other = listed("Tòng Thị Đến", today.minusYears(1), null);
        World.run("update member.member set phone = '0603999001' where id = ?", old);
        World.run(
                "update liaison.contact set work_name = 'Đảng bộ Kho Lưu Trữ', letter_number = '88-GGT/ĐU' where member_id = ?",
                other);

        for (String path :
                List.of("/register?q=", "/register/sheet?q=", "/register/export?as=csv&q=")) {
            for (String words : List.of("lvc", "0603+999+001", "84603999001", "L.V.C")) {
                assertThat(text(path + words))
                        .as(path + words)
                        .contains("Lò Văn Cũ")
                        .doesNotContain("Tòng Thị Đến");
            }
            for (String words : List.of("ttd", "88-GGT", "Kho+l%C6%B0u+tr%E1%BB%AF")) {
                assertThat(text(path + words))
                        .as(path + words)
                        .contains("Tòng Thị Đến")
                        .doesNotContain("Lò Văn Cũ");
            }
        }
    }

    @Test
    void the_register_is_printed_landscape_with_its_headings_on_each_page() throws IOException {
        LocalDate year = today.withDayOfYear(1);
        for (int i = 0; i < 40; i++) {
            listed("Người Thứ " + (i + 1), year.minusYears(1), null);
        }
        try (PDDocument paper = Loader.loadPDF(ward.download("/register/export?as=pdf"))) {
            assertThat(paper.getNumberOfPages()).isGreaterThan(1);
            for (int i = 1; i <= paper.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                assertThat(stripper.getText(paper))
                        .contains("STT", "Trang " + i + "/" + paper.getNumberOfPages());
                assertThat(paper.getPage(i - 1).getMediaBox().getWidth())
                        .isGreaterThan(paper.getPage(i - 1).getMediaBox().getHeight());
            }
        }
    }

    @Test
    void an_unchanged_register_goes_back_in_and_nothing_changes() {
        LocalDate year = today.withDayOfYear(1);
        listed("Lò Văn Cũ", year.minusYears(1), null);
        listed("Tòng Thị Đến", year.plusDays(9), null);
        listed("Quàng Văn Đi", year.minusYears(2), year.plusDays(19));
        Visitor.Page page = sentBy(visitor(Role.ADMINISTRATOR, world.province));

        assertThat(page.path()).matches("/imports/[0-9a-f-]{36}");
        assertThat(page.text())
                .contains("3 dòng · 3 dòng tốt · 0 dòng cần sửa")
                .contains("Không có gì thay đổi");
    }

    /** The register as it is, sent in again; units have names that no other test's have. */
    private Visitor.Page sentBy(Visitor administrator) {
        String ownWard = "Đảng bộ phường Bến Thử " + world.base;
        String ownWork = "Đảng bộ Trường Thử Nghiệm " + world.base;
        String rename = "update organisation.unit_period set name = ? where unit_no = ?";
        World.run(rename, ownWard, world.ward);
        World.run(rename, ownWork, world.workplace);
        World.run(
                "update liaison.contact set work_name = ? where ward_no = ?", ownWork, world.ward);
        byte[] file = ward.download("/register/export?whole=true&as=xlsx");
        administrator.get("/imports");
        return administrator.upload("/imports", "file", "so.xlsx", file);
    }

    private static String question(Visitor.Page page) {
        Matcher field = Pattern.compile("name=\"(who\\d+)\"").matcher(page.text());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    @Test
    void who_of_two_is_meant_is_asked_and_the_answer_remembered() {
        UUID meant = listed("Lò Văn Trùng", today.minusYears(1), null);
        world.member("Lò Văn Trùng");
        Visitor administrator = visitor(Role.ADMINISTRATOR, world.province);

        Visitor.Page page = sentBy(administrator);
        assertThat(page.text())
                .contains("1 dòng cần sửa", "Có 2 người trong chương trình khớp với dòng này")
                .contains("Người khác, ghi mới");
        String version = page.hidden("version");
        String nobody = UUID.randomUUID().toString();
        assertThat(
                        administrator
                                .post(
                                        page.path() + "/corrections",
                                        "version",
                                        version,
                                        question(page),
                                        nobody)
                                .text())
                .contains("1 dòng cần sửa");
        Visitor.Page chosen =
                administrator.post(
                        page.path() + "/corrections",
                        "version",
                        version,
                        question(page),
                        meant.toString());

        assertThat(chosen.text()).contains("0 dòng cần sửa", "Không có gì thay đổi");
        assertThat(sentBy(administrator).text())
                .contains("0 dòng cần sửa", "Không có gì thay đổi")
                .doesNotContain("Người khác, ghi mới");
    }

    @Test
    void a_row_of_somebody_else_of_the_same_name_goes_in_as_a_new_member() {
        listed("Lò Văn Trùng", today.minusYears(1), null);
        world.member("Lò Văn Trùng");
        Visitor administrator = visitor(Role.ADMINISTRATOR, world.province);
        Visitor.Page page = sentBy(administrator);

        Visitor.Page chosen =
                administrator.post(
                        page.path() + "/application",
                        "version",
                        page.hidden("version"),
                        question(page),
                        "new");

        assertThat(chosen.text()).contains("đã kiểm tra lại", "Ghi 1 dòng");
    }

    @Test
    void the_workplace_sees_its_own_people_in_the_registers_of_all_residences() {
        LocalDate year = today.withDayOfYear(1);
        listed("Lò Văn Cũ", year.minusYears(1), null);
        World other = new World();
        other.member("Giàng Thị Ngoài");

        String csv = csv(work, "/introductions/register/export?whole=false");
        assertThat(csv)
                .contains("Lò Văn Cũ", "Đảng ủy phường Bến Thử", "Chi bộ Tổ dân phố 1")
                .contains("Đầu năm 1, chuyển đến 0, chuyển đi 0")
                .doesNotContain("Giàng Thị Ngoài");
        assertThat(work.get("/introductions/register").text())
                .contains("Sổ đảng viên đã giới thiệu", "Lò Văn Cũ");
        assertThat(work.get("/register/sheet").status()).isEqualTo(404);
        assertThat(ward.get("/introductions/register").status()).isEqualTo(404);
        assertThat(visitor(Role.GROUP_LEADER, world.group1).get("/register/sheet").status())
                .isEqualTo(404);
    }

    @Test
    void what_the_two_sides_do_not_agree_on_is_found_on_both() {
        LocalDate year = today.withDayOfYear(1);
        world.member("Hà Thị Chưa");
        UUID waiting = world.member("Mã Văn Chờ");
        letter(waiting, "SENT", today.minusDays(30));
        World.run("update member.member set res_no = ? where id = ?", world.ward, waiting);
        listed("Sùng A Đôi", year, null);
        listed("Sùng A Đôi", year, null);
        UUID gone = listed("Cà Văn Mất", year, null);
        World.run("update member.member set status = 'DECEASED' where id = ?", gone);
        UUID moved = listed("Lìm Thị Dời", year, null);
        World.run("update member.member set residence_commune = 'T0' where id = ?", moved);

        String at = "/introductions/reconciliation?kind=";
        assertThat(work.get(at + "NEVER_INTRODUCED").text())
                .contains("Hà Thị Chưa")
                .doesNotContain("Mã Văn Chờ", "Sùng A Đôi");
        assertThat(work.get(at + "NEVER_RECEIVED").text()).contains("Mã Văn Chờ");
        assertThat(work.get(at + "LISTED_TWICE").text())
                .containsPattern("(?s)Sùng A Đôi.*Sùng A Đôi")
                .doesNotContain("Cà Văn Mất");
        assertThat(work.get(at + "GONE_BUT_LISTED").text())
                .contains("Cà Văn Mất", "Từ trần", "Lìm Thị Dời", "ở xã, phường khác")
                .doesNotContain("Sùng A Đôi");

        String there = "/register/reconciliation?kind=";
        assertThat(ward.get(there + "NEVER_INTRODUCED").text()).doesNotContain("Hà Thị Chưa");
        assertThat(ward.get(there + "NEVER_RECEIVED").text()).contains("Mã Văn Chờ");
        assertThat(ward.get(there + "LISTED_TWICE").text()).contains("Sùng A Đôi");
        assertThat(ward.get(there + "GONE_BUT_LISTED").text())
                .contains("Cà Văn Mất", "Lìm Thị Dời");
        assertThat(csv(ward, "/register/reconciliation/export?kind=GONE_BUT_LISTED"))
                .contains("Cà Văn Mất", "Từ trần");
        List<String> lines =
                csv(work, "/introductions/reconciliation/export?kind=NEVER_INTRODUCED")
                        .lines()
                        .toList();
        assertThat(lines).last().asString().startsWith("1,Hà Thị Chưa,");
    }

    private static final Sql ALSO = Sql.of("select count(*) from liaison.also_registered()");

    @Test
    void a_ward_learns_that_somebody_stands_on_the_register_of_another_ward_too() {
        LocalDate year = today.withDayOfYear(1);
        listed("Lầu Thị Haisổ", year, null);
        UUID there = listed("Lầu Thị Haisổ", year, null);
        World.run(
                "update liaison.contact set ward_no = ?, cell_no = null, group_no = null where member_id = ?",
                world.otherWard,
                there);

        String twice = "/register/reconciliation?kind=LISTED_TWICE";
        assertThat(ward.get(twice).text())
                .containsOnlyOnce("Cũng có tên trong sổ của Đảng ủy xã Đồi Thử");
        assertThat(csv(ward, "/register/reconciliation/export?kind=LISTED_TWICE"))
                .contains("Lầu Thị Haisổ", "Đảng ủy xã Đồi Thử");
        Viewer office = world.wardOffice();
        assertThat(db.number(office.scope(), ALSO)).isEqualTo(1);
        assertThat(db.number(Scope.of(List.of()), ALSO)).isZero();
        assertThat(db.number(Scope.self(there), ALSO)).isZero();
    }
}
