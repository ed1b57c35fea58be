package vn.ganbo.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.kernel.Role;

/** A session that ends in the middle of a form (DECISIONS 13). */
@ProductTest
class SessionEndedTest {
    private static final String TYPED = "Trần \"Văn\" <script>alert(1)</script> & Bưởi";
    private static final String SHOWN = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Bưởi";

    @Autowired ApplicationContext context;
    @LocalServerPort int port;
    private Holders holders;
    private Visitor visitor;
    private Holders.Holder admin;

    @BeforeEach
    void someone_at_work() {
        holders = new Holders(context);
        if (!holders.hasUnit(7300)) {
            holders.unit(7300, "Đảng bộ phường Bến Lở", "COMMUNE", "RESIDENCE", null);
        }
        admin = holders.holder("Hà Thị Chăm", Role.ADMINISTRATOR, 7300);
        visitor = new Visitor(port);
        visitor.signIn(admin.userName(), Holders.PASSWORD);
        visitor.get("/appointments/new");
    }

    @Test
    void what_was_typed_comes_back_after_the_same_person_signs_in_and_can_be_sent() {
        Visitor.Page page = late();
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text())
                .contains("<h1>Phiên làm việc đã hết</h1>")
                .contains("name=\"typed.fullName\"")
                .contains("Những gì vừa ghi vẫn còn")
                .doesNotContain("<script>alert");

        Visitor.Page wrong = signIn(page, admin.userName(), "sai rồi nhé");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.hidden("typed.role")).isEqualTo("AUDITOR");

        Visitor.Page back = signIn(wrong, admin.userName(), Holders.PASSWORD);
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.text())
                .contains("Gửi tiếp những gì đã ghi")
                .contains("action=\"/appointments\"")
                .contains(SHOWN)
                .doesNotContain("<script>alert");

        Visitor.Page sent =
                visitor.post(
                        "/appointments",
                        "fullName",
                        TYPED,
                        "role",
                        back.hidden("role"),
                        "unit",
                        back.hidden("unit"),
                        "since",
                        back.hidden("since"));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.text()).contains("Đã giao chức vụ");
    }

    @Test
    void another_account_gets_nothing_of_it() {
        Holders.Holder other = holders.holder("Kim Văn Khác", Role.ADMINISTRATOR, 7300);

        Visitor.Page page = signIn(late(), other.userName(), Holders.PASSWORD);

        assertThat(page.path()).isEqualTo("/");
        assertThat(page.text())
                .contains("thuộc tài khoản khác nên không được gửi")
                .doesNotContain(SHOWN);
    }

    @Test
    void it_is_sent_to_no_place_but_a_form_of_ours() {
        for (String path :
                new String[] {
                    "https://evil.example/x",
                    "//evil.example/appointments",
                    "/\\evil.example",
                    "javascript:alert(1)",
                    "/accounts",
                    "/password",
                    "/no-such-form"
                }) {
            visitor.loseSession();
            visitor.get("/sign-in");
            Visitor.Page page =
                    visitor.post(
                            "/sign-in",
                            "username",
                            admin.userName(),
                            "password",
                            Holders.PASSWORD,
                            "_path",
                            path,
                            "_who",
                            admin.account().toString(),
                            "typed.fullName",
                            "x");
            assertThat(page.path()).as(path).isEqualTo("/");
        }
    }

    @Test
    void how_many_were_present_travels_as_everything_that_was_typed_does() {
        visitor.loseSession();
        Visitor.Page page =
                visitor.post(
                        "/appointments",
                        "fullName",
                        "Kim Văn Dự",
                        "present",
                        "27",
                        "_who",
                        admin.account().toString());
        assertThat(page.text()).contains("name=\"typed.present\" value=\"27\"");
    }

    @Test
    void passwords_do_not_travel() {
        visitor.get("/password");
        visitor.loseSession();
        Visitor.Page page =
                visitor.post(
                        "/password",
                        "presentPassword",
                        "bí mật một",
                        "password",
                        "bí mật hai",
                        "_who",
                        admin.account().toString());
        assertThat(page.text()).contains("Tên đăng nhập").doesNotContain("bí mật");
    }

    @Test
    void a_file_cannot_travel_and_the_page_says_which_one_must_be_chosen_again() {
        visitor.loseSession();
        Visitor.Page page =
                visitor.upload(
                        "/appointments",
                        "file",
                        "danh sách.xlsx",
                        new byte[2000],
                        "fullName",
                        "Tòng Thị Tệp",
                        "_who",
                        admin.account().toString());

        assertThat(page.text())
                .contains("Tòng Thị Tệp")
                .contains("Tệp không giữ lại được: danh sách.xlsx")
                .contains("chọn lại tệp");
    }

    @Test
    void a_form_without_its_mark_is_not_taken() {
        Visitor.Page page =
                visitor.postWithoutToken(
                        "/appointments",
                        "fullName",
                        "Kẻ Giả Mạo",
                        "role",
                        "ADMINISTRATOR",
                        "unit",
                        "98.7300",
                        "since",
                        "2026-01-01");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("Chưa nhận được biểu mẫu").doesNotContain("name=\"role\"");
        assertThat(visitor.get("/accounts?q=Kẻ").text()).doesNotContain("Kẻ Giả Mạo");
    }

    @Test
    void a_page_opened_in_another_office_is_not_sent_in_this_one() {
        java.util.UUID second = holders.office(admin.person(), Role.AUDITOR, 7300);
        Visitor.Page form = visitor.get("/appointments/new");
        visitor.post("/office", "office", second.toString());

        Visitor.Page page =
                visitor.post(
                        "/appointments",
                        "fullName",
                        "Cao Thị Hai",
                        "_who",
                        form.hidden("_who"),
                        "_office",
                        form.hidden("_office"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Cao Thị Hai").contains("chức vụ");
    }

    private Visitor.Page late() {
        visitor.loseSession();
        return visitor.post(
                "/appointments",
                "fullName",
                TYPED,
                "role",
                "AUDITOR",
                "unit",
                "98.7300",
                "since",
                "2026-01-01",
                "_who",
                admin.account().toString(),
                "_office",
                admin.office().toString());
    }

    /** Sends the sign-in form with everything that travels in it. */
    private Visitor.Page signIn(Visitor.Page page, String name, String password) {
        return visitor.post(
                "/sign-in",
                "username",
                name,
                "password",
                password,
                "_path",
                page.hidden("_path"),
                "_who",
                page.hidden("_who"),
                "_office",
                page.hidden("_office"),
                "typed.fullName",
                TYPED,
                "typed.role",
                page.hidden("typed.role"),
                "typed.unit",
                page.hidden("typed.unit"),
                "typed.since",
                page.hidden("typed.since"));
    }
}
