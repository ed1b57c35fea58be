package vn.ganbo.member;

import static org.assertj.core.api.Assertions.assertThat;

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
import vn.ganbo.database.Db;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;

/** The record of a member: what it holds, who reads what of it, and the periods behind it. */
@ProductTest
class RecordTest {
    private static final String NUMBER = "001188012345";

    private static final Sql SEALED =
            Sql.of(
                    """
                    select encode(w.personal_id, 'escape') || w.personal_id_mark as kept
                      from member.workplace_only w
                     where w.member_id = :id::uuid
                    """);

    private static final Sql WORK =
            Sql.of(
                    """
                    select m.work_no || ' ' || w.work_no || ' ' || m.status
                      from member.member m
                      join member.workplace_only w on w.member_id = m.id
                     where m.id = :id::uuid
                    """);

    private static final Sql SIGNS_IN_AT =
            Sql.of(
                    """
                    select o.unit_no::text
                      from member.office o
                      join member.person p on p.id = o.person_id
                     where p.member_id = :id::uuid
                       and o.role = 'MEMBER'
                    """);

    @Autowired ApplicationContext context;
    @Autowired Db db;
    @LocalServerPort int port;

    private World world;
    private Holders holders;
    private UUID person;
    private Visitor clerk;

    @BeforeEach
    void another() {
        world = new World();
        holders = new Holders(context);
        person = world.member("Lò Thị Ghi");
        clerk = visitor("Lò Văn Thư", Role.WORKPLACE_OFFICE, world.workplace, null);
    }

    private Visitor visitor(String name, Role role, int unit, @Nullable UUID member) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(holders.holder(name, role, unit, member).userName(), Holders.PASSWORD);
        return visitor;
    }

    private Visitor ward() {
        World.run("update member.member set res_no = ? where id = ?", world.ward, person);
        return visitor("Lò Văn Phường", Role.RESIDENCE_OFFICE, world.ward, null);
    }

    private Visitor.Page save(String... more) {
        Visitor.Page form = clerk.get("/members/" + person + "/edit");
        String[] pairs = {
            "version", form.hidden("version"),
            "fullName", "Lò Thị Ghi",
            "birth", "04/1980",
            "sex", "FEMALE",
            "ethnicity", "Thái",
            "fileNo", "12345",
            "occupation", "Giáo viên",
            "readyToHelp", "Dạy tin học cho người lớn tuổi",
            "email", "ghi@example.org",
            "commune", world.commune(),
            "permanentAddress", "Bản Thử"
        };
        String[] all = java.util.Arrays.copyOf(more, pairs.length + more.length);
        System.arraycopy(pairs, 0, all, more.length, pairs.length);
        return clerk.post("/members/" + person, all);
    }

    private String text(Sql sql) {
        return db.one(Scope.system("test"), sql, row -> row.getString(1), "id", person).orElse("");
    }

    @Test
    void the_office_keeps_the_record_and_the_residence_sees_only_what_its_work_needs() {
        Visitor.Page again = save("personalId", NUMBER, "sex", "KHÁC");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("Không đọc được giá trị “KHÁC”", "ghi@example.org");
        assertThat(save("personalId", NUMBER).text()).contains("Đã lưu hồ sơ");

        assertThat(clerk.get("/members/" + person).text())
                .contains("04/1980", "Thái", "12345", "Giáo viên", "ghi@example.org", "Bản Thử")
                .contains("Văn phòng sửa hồ sơ: ", "ngày sinh");
        assertThat(ward().get("/members/" + person).text())
                .contains("Giáo viên", "Dạy tin học cho người lớn tuổi")
                .doesNotContain("Thái", "12345", "ghi@example.org", "Bản Thử", "Số định danh");
    }

    @Test
    void a_ward_keeps_the_records_of_its_own_members_and_of_nobody_else() {
        UUID own = world.member("Lò Thị Nhà");
        World.run("update member.member set work_no = ? where id = ?", world.cell1, own);
        World.run("update member.placement set unit_no = ? where member_id = ?", world.cell1, own);
        Visitor ward = ward();

        Visitor.Page list = ward.get("/members");
        assertThat(list.text()).contains("Lò Thị Nhà", "1 đồng chí").doesNotContain("Lò Thị Ghi");
        assertThat(ward.get("/members/" + own).text()).contains("Sửa hồ sơ", "Phiếu bổ sung");
        Visitor.Page form = ward.get("/members/" + own + "/edit");
        Visitor.Page saved =
                ward.post(
                        "/members/" + own,
                        "version",
                        form.hidden("version"),
                        "fullName",
                        "Lò Thị Nhà",
                        "personalId",
                        NUMBER,
                        "occupation",
                        "Thợ may",
                        "commune",
                        world.commune());
        assertThat(saved.text()).contains("Đã lưu hồ sơ", "Thợ may", "Văn phòng sửa hồ sơ: ");
        assertThat(ward.post("/members/" + own + "/personal-id", "reason", "FILE_CHECK").text())
                .contains(NUMBER);

        assertThat(ward.get("/members/" + person + "/edit").status()).isEqualTo(404);
        assertThat(ward.post("/members/" + person, "version", "1", "fullName", "x").status())
                .isEqualTo(404);
        assertThat(ward.get("/members/" + person + "/personal-id").status()).isEqualTo(404);
        assertThat(ward.get("/members/" + person).text()).doesNotContain("Sửa hồ sơ");
        Visitor cell = visitor("Lò Văn Tổ", Role.RESIDENCE_CELL_SECRETARY, world.cell1, null);
        assertThat(cell.get("/members").text()).contains("Lò Thị Nhà");
        assertThat(cell.get("/members/" + own + "/edit").status()).isEqualTo(404);
    }

    @Test
    void a_personal_id_number_is_sealed_masked_and_read_only_for_a_reason() {
        save("personalId", NUMBER);

        assertThat(text(SEALED)).isNotEmpty().doesNotContain(NUMBER);
        assertThat(clerk.get("/members/" + person).text()).contains("345").doesNotContain(NUMBER);
        assertThat(clerk.post("/members/" + person + "/personal-id").status()).isEqualTo(422);
        Visitor.Page shown =
                clerk.post("/members/" + person + "/personal-id", "reason", "FILE_CHECK");
        assertThat(shown.text()).contains(NUMBER);
        Visitor member = visitor("Lò Thị Ghi", Role.MEMBER, world.workCell, person);
        assertThat(member.get("/members/me").text())
                .contains("Xem số định danh cá nhân. Lý do: Đối chiếu hồ sơ đảng viên")
                .doesNotContain(NUMBER);
    }

    @Test
    void a_number_moved_to_somebody_else_in_the_database_does_not_open() {
        PersonalIds ids = context.getBean(PersonalIds.class);
        byte[] sealed = ids.sealed(person, NUMBER);

        assertThat(ids.opened(person, sealed)).isEqualTo(NUMBER);
        assertThat(ids.masked(world.member("Lò Thị Khác"), sealed)).isEqualTo(PersonalIds.HIDDEN);
        assertThat(ids.sealed(person, NUMBER)).isNotEqualTo(sealed);
        assertThat(ids.mark(NUMBER))
                .isEqualTo(ids.mark(NUMBER))
                .isNotEqualTo(ids.mark("001188012346"));
    }

    @Test
    void everything_wrong_is_said_at_once_and_what_was_typed_comes_back() {
        Visitor.Page page =
                save("personalId", "12", "admitted", "31/02/2005", "cardNo", "30.1", "email", "x");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("mười hai chữ số", "31/02/2005", "tám chữ số", "chưa phải địa chỉ thư")
                .contains("value=\"30.1\"", "value=\"Giáo viên\"");
    }

    @Test
    void a_card_of_somebody_else_is_not_taken() {
        UUID other = world.member("Lò Thị Thẻ");
        String card =
                db.one(
                                Scope.system("test"),
                                Sql.of("select card_no from member.member where id = :id::uuid"),
                                row -> row.getString(1),
                                "id",
                                other)
                        .orElseThrow();

        Visitor.Page page = save("cardNo", card.replace(".", ""));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Số thẻ này vừa được ghi cho một người khác");
    }

    private Visitor.Page period(String... pairs) {
        clerk.get("/members/" + person + "/periods");
        return clerk.post("/members/" + person + "/periods", pairs);
    }

    @Test
    void a_suspension_ends_the_status_before_it_and_carries_its_decision() {
        period("kind", "STATUS", "status", "OFFICIAL", "since", "19/05/2006");
        Visitor.Page page =
                period(
                        "kind",
                        "STATUS",
                        "status",
                        "SUSPENDED",
                        "since",
                        "01/03/2024",
                        "paperNo",
                        "15-QĐ/UBKT",
                        "paperDate",
                        "28/02/2024",
                        "paperIssuer",
                        "Đảng ủy trường");

        assertThat(page.text())
                .contains("19/05/2006 đến hết 29/02/2024", "01/03/2024 đến nay")
                .contains("số 15-QĐ/UBKT ngày 28/02/2024, Đảng ủy trường");
        assertThat(clerk.get("/members/" + person).text())
                .contains("<span class=\"pill rest\">Đình chỉ sinh hoạt</span>");
        assertThat(ward().get("/members/" + person + "/periods").status()).isEqualTo(404);
        assertThat(ward().get("/members/" + person).text()).doesNotContain("Đình chỉ");
    }

    @Test
    void two_of_a_kind_never_overlap_and_nothing_typed_is_lost() {
        period("kind", "STATUS", "status", "AWAY", "since", "01/01/2020", "until", "31/12/2021");
        Visitor.Page page =
                period(
                        "kind",
                        "STATUS",
                        "status",
                        "EXEMPT",
                        "since",
                        "01/06/2021",
                        "paperNo",
                        "7-QĐ/ĐU");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("trùng với một dòng đã có", "value=\"7-QĐ/ĐU\"");
    }

    @Test
    void a_line_entered_by_mistake_is_taken_back_and_the_one_before_goes_on() {
        period("kind", "STATUS", "status", "OFFICIAL", "since", "19/05/2006");
        Visitor.Page page = period("kind", "STATUS", "status", "EXPELLED", "since", "01/03/2024");
        java.util.regex.Matcher mistake =
                java.util.regex.Pattern.compile("/periods/([0-9a-f-]{36})/withdrawal")
                        .matcher(page.text());
        assertThat(mistake.find()).isTrue();

        Visitor.Page after = clerk.post("/members/" + person + mistake.group());

        assertThat(after.text()).contains("19/05/2006 đến nay", "đã bỏ vì ghi nhầm");
        assertThat(clerk.get("/members/" + person).text())
                .contains("<span class=\"pill rest\">Đảng viên chính thức</span>");
    }

    @Test
    void a_move_to_another_cell_takes_along_what_the_workplace_alone_may_read() {
        save("personalId", NUMBER);
        holders.unit(
                world.workplace + 20, "Chi bộ Phòng Hai", "CELL", "WORKPLACE", world.workplace);

        Visitor.Page page =
                period(
                        "kind",
                        "WORKPLACE",
                        "unit",
                        String.valueOf(world.workplace + 20),
                        "since",
                        "01/10/2026",
                        "paperNo",
                        "3-QĐ/ĐU");

        assertThat(page.text())
                .contains(
                        "Chi bộ Phòng Hai", "01/10/2026 đến nay", "01/01/2020 đến hết 30/09/2026");
        assertThat(text(WORK))
                .isEqualTo((world.workplace + 20) + " " + (world.workplace + 20) + " OFFICIAL");
    }

    @Test
    void who_signs_in_as_a_member_does_so_where_the_membership_is() {
        visitor("Lò Thị Theo", Role.MEMBER, world.workCell, person);
        holders.unit(
                world.workplace + 20, "Chi bộ Phòng Hai", "CELL", "WORKPLACE", world.workplace);
        assertThat(text(SIGNS_IN_AT)).isEqualTo(String.valueOf(world.workCell));

        period(
                "kind",
                "WORKPLACE",
                "unit",
                String.valueOf(world.workplace + 20),
                "since",
                "01/10/2026");

        assertThat(text(SIGNS_IN_AT)).isEqualTo(String.valueOf(world.workplace + 20));
    }

    @Test
    void a_family_with_several_members_is_known_and_each_counts_alone() {
        UUID husband = world.member("Lò Văn Chồng");
        UUID stranger = world.member("Lò Văn Xa");
        World.run("update member.member set res_no = ? where id = ?", world.ward, husband);
        Visitor ward = ward();
        assertThat(ward.get("/members/" + person + "/household").text())
                .contains("Lò Văn Chồng")
                .doesNotContain("Lò Văn Xa");

        ward.post("/members/" + person + "/household", "member", husband.toString());

        assertThat(ward.get("/members/" + person).text())
                .contains("Lò Văn Chồng", "không dự thay nhau");
        assertThat(ward.get("/members/" + husband).text()).contains("Lò Thị Ghi");
        assertThat(
                        ward.post(
                                        "/members/" + person + "/household",
                                        "member",
                                        stranger.toString())
                                .status())
                .isEqualTo(404);
        ward.get("/members/" + person + "/household");
        ward.post("/members/" + person + "/household");
        assertThat(ward.get("/members/" + husband).text()).doesNotContain("Lò Thị Ghi");
    }
}
