package vn.ganbo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.kernel.Role;

/** What the administrator of a subtree does with accounts and offices. */
@ProductTest
class AccountsTest {
    private static final Pattern GIVEN = Pattern.compile(">((?:[a-z2-9]{4}-){3}[a-z2-9]{4})<");

    @Autowired ApplicationContext context;
    @LocalServerPort int port;
    private Holders holders;
    private Visitor admin;

    @BeforeEach
    void an_administrator_of_a_ward() {
        holders = new Holders(context);
        if (!holders.hasUnit(7400)) {
            holders.unit(7400, "Đảng bộ phường Hoa Gạo", "COMMUNE", "RESIDENCE", null);
            holders.unit(7401, "Chi bộ Tổ dân phố 9", "CELL", "RESIDENCE", 7400);
            holders.unit(7450, "Đảng bộ xã Bên Kia", "COMMUNE", "RESIDENCE", null);
        }
        admin = new Visitor(port);
        admin.signIn(
                holders.holder("Quách Văn Trị", Role.ADMINISTRATOR, 7400).userName(),
                Holders.PASSWORD);
    }

    @Test
    void a_new_secretary_gets_an_office_and_a_password_for_one_time_and_sets_an_own_one() {
        Visitor.Page person = grant("Tạ Thị Chanh", "RESIDENCE_CELL_SECRETARY", "98.7401");
        assertThat(person.text()).contains("Đã giao chức vụ").contains("Chưa có tài khoản");
        UUID id = idIn(person.path());

        Visitor.Page given = admin.post("/accounts/" + id + "/account", "userName", "ta.chanh");
        String oneTime = passwordIn(given);
        assertThat(admin.get("/accounts/" + id).text()).doesNotContain(oneTime);

        Visitor secretary = new Visitor(port);
        Visitor.Page page = secretary.signIn("ta.chanh", oneTime);
        assertThat(page.path()).isEqualTo("/password");
        assertThat(secretary.get("/register").path()).isEqualTo("/password");

        page = change(secretary, oneTime, "ta.chanh rất dài nhé");
        assertThat(page.text()).contains("không được chứa tên đăng nhập");
        page = change(secretary, oneTime, "hoa gạo nở tháng ba");
        assertThat(page.text()).contains("Đã đổi mật khẩu");
        assertThat(secretary.get("/register").status()).isEqualTo(200);
    }

    @Test
    void a_new_password_ends_the_open_session() {
        Holders.Holder holder = holders.holder("Lý Văn Me", Role.RESIDENCE_OFFICE, 7400);
        Visitor visitor = new Visitor(port);
        visitor.signIn(holder.userName(), Holders.PASSWORD);

        admin.get("/accounts/" + holder.person());
        String path = "/accounts/" + holder.person() + "/one-time-password";
        passwordIn(admin.post(path, "version", "1"));

        assertThat(visitor.get("/").path()).isEqualTo("/sign-in");
        assertThat(visitor.signIn(holder.userName(), Holders.PASSWORD).status()).isEqualTo(422);
        assertThat(admin.post(path, "version", "1").status())
                .as("a page drawn before somebody else's change")
                .isEqualTo(409);
    }

    @Test
    void an_office_that_was_ended_gives_no_right_from_the_next_page_on() {
        Holders.Holder holder = holders.holder("Vũ Thị Sấu", Role.RESIDENCE_OFFICE, 7400);
        Visitor visitor = new Visitor(port);
        visitor.signIn(holder.userName(), Holders.PASSWORD);

        admin.get("/accounts/" + holder.person());
        Visitor.Page page = admin.post("/appointments/" + holder.office() + "/end");
        assertThat(page.text()).contains("Đã thôi giao chức vụ");

        assertThat(visitor.get("/").path()).isEqualTo("/sign-in");
        assertThat(visitor.signIn(holder.userName(), Holders.PASSWORD).text())
                .contains("không giữ chức vụ nào");
    }

    @Test
    void who_also_holds_an_office_elsewhere_is_not_handled_here() {
        Holders.Holder holder = holders.holder("Chu Văn Đôi", Role.RESIDENCE_OFFICE, 7400);
        holders.office(holder.person(), Role.RESIDENCE_OFFICE, 7450);

        assertThat(admin.get("/accounts/" + holder.person()).text())
                .contains("còn giữ chức vụ ngoài phạm vi");
        String path = "/accounts/" + holder.person();
        assertThat(admin.post(path + "/one-time-password", "version", "1").status()).isEqualTo(404);
        assertThat(admin.post(path + "/lock", "version", "1").status()).isEqualTo(404);
    }

    @Test
    void nobody_is_seen_or_appointed_outside_the_subtree() {
        Holders.Holder other = holders.holder("Từ Văn Xa", Role.RESIDENCE_OFFICE, 7450);

        assertThat(admin.get("/accounts?q=Từ Văn Xa".replace(" ", "+")).text())
                .doesNotContain(">Từ Văn Xa<");
        assertThat(admin.get("/accounts/" + other.person()).status()).isEqualTo(404);
        assertThat(admin.post("/appointments/" + other.office() + "/end").status()).isEqualTo(404);
        Visitor.Page page = grant("Đoàn Thị Lấn", "RESIDENCE_OFFICE", "98.7450");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("một tổ chức thuộc phạm vi quản trị")
                .contains("value=\"Đoàn Thị Lấn\"");
    }

    @Test
    void a_role_fits_the_side_and_the_level_of_its_unit() {
        assertThat(grant("Âu Văn Nhầm", "WORKPLACE_OFFICE", "98.7400").text())
                .contains("không giao ở Đảng bộ phường Hoa Gạo được");
        assertThat(grant("Âu Văn Nhầm", "MEMBER", "98.7400").text())
                .contains("chỉ giao cho người có trong danh sách đảng viên");
    }

    @Test
    void an_administrator_neither_locks_nor_dismisses_the_own_person() {
        Holders.Holder self = holders.holder("Phùng Văn Tự", Role.ADMINISTRATOR, 7400);
        Visitor visitor = new Visitor(port);
        visitor.signIn(self.userName(), Holders.PASSWORD);
        visitor.get("/accounts/" + self.person());

        Visitor.Page page = visitor.post("/accounts/" + self.person() + "/lock", "version", "1");
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Không tự khóa tài khoản của mình được");
        assertThat(visitor.post("/appointments/" + self.office() + "/end").status()).isEqualTo(409);
    }

    private Visitor.Page grant(String name, String role, String unit) {
        admin.get("/appointments/new");
        return admin.post(
                "/appointments",
                "fullName",
                name,
                "role",
                role,
                "unit",
                unit,
                "title",
                "",
                "since",
                "01/01/2026",
                "until",
                "");
    }

    private static Visitor.Page change(Visitor visitor, String present, String next) {
        visitor.get("/password");
        return visitor.post(
                "/password", "presentPassword", present, "password", next, "repeated", next);
    }

    private static String passwordIn(Visitor.Page page) {
        Matcher found = GIVEN.matcher(page.text());
        assertThat(found.find()).as(page.status() + page.text()).isTrue();
        return found.group(1);
    }

    private static UUID idIn(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }
}
