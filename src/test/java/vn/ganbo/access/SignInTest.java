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

@ProductTest
class SignInTest {
    private static final String WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng";

    @Autowired ApplicationContext context;
    @LocalServerPort int port;
    private Holders holders;
    private Visitor visitor;

    @BeforeEach
    void world() {
        holders = new Holders(context);
        visitor = new Visitor(port);
        if (!holders.hasUnit(7100)) {
            holders.unit(7100, "Đảng bộ phường Cau Xanh", "COMMUNE", "RESIDENCE", null);
            holders.unit(7101, "Chi bộ Tổ dân phố 1", "CELL", "RESIDENCE", 7100);
        }
    }

    @Test
    void who_gives_name_and_password_gets_a_new_session() {
        Holders.Holder holder = holders.holder("Trần Thị Mận", Role.RESIDENCE_OFFICE, 7100);
        visitor.get("/sign-in");
        String before = visitor.session();

        Visitor.Page page =
                visitor.signIn(
                        " " + holder.userName().toUpperCase(java.util.Locale.ROOT),
                        Holders.PASSWORD);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.path()).isEqualTo("/");
        assertThat(page.text()).contains("Trần Thị Mận");
        assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void the_answer_is_the_same_for_a_wrong_password_and_for_nobody() {
        Holders.Holder holder = holders.holder("Lê Văn Ổi", Role.RESIDENCE_OFFICE, 7100);

        Visitor.Page wrong = visitor.signIn(holder.userName(), "không phải câu này");
        Visitor.Page nobody =
                visitor.signIn("khong-co-ai-" + holder.userName(), "câu gì cũng được");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(wrong.text()).contains(WRONG);
        assertThat(nobody.text()).contains(WRONG);
        assertThat(wrong.text()).contains("value=\"" + holder.userName() + "\"");
    }

    @Test
    void after_many_failures_even_the_right_password_waits_and_so_does_a_name_of_nobody() {
        Holders.Holder holder = holders.holder("Phạm Văn Mít", Role.RESIDENCE_OFFICE, 7100);
        for (String name : new String[] {holder.userName(), "khong-ai-" + holder.userName()}) {
            for (int i = 0; i < 5; i++) {
                assertThat(visitor.signIn(name, "sai rồi").text()).contains(WRONG);
            }
            assertThat(visitor.signIn(name, Holders.PASSWORD).text())
                    .contains("Đã thử nhiều lần chưa đúng. Chờ ");
        }
    }

    @Test
    void a_lock_ends_the_session_at_the_next_page_and_is_told_only_to_who_knows_the_password() {
        Holders.Holder holder = holders.holder("Đỗ Thị Na", Role.RESIDENCE_OFFICE, 7100);
        Holders.Holder admin = holders.holder("Võ Văn Quản", Role.ADMINISTRATOR, 7100);
        visitor.signIn(holder.userName(), Holders.PASSWORD);
        Visitor administrator = new Visitor(port);
        administrator.signIn(admin.userName(), Holders.PASSWORD);

        administrator.get("/accounts/" + holder.person());
        administrator.post("/accounts/" + holder.person() + "/lock", "version", "1");

        assertThat(visitor.get("/").path()).isEqualTo("/sign-in");
        assertThat(visitor.signIn(holder.userName(), "không phải").text()).contains(WRONG);
        assertThat(visitor.signIn(holder.userName(), Holders.PASSWORD).text())
                .contains("Tài khoản này đang bị khóa");
    }

    @Test
    void a_page_asked_for_before_the_sign_in_comes_after_it_but_only_one_of_ours() {
        Holders.Holder holder = holders.holder("Bùi Văn Khế", Role.ADMINISTRATOR, 7100);
        assertThat(visitor.get("/accounts?q=an").path()).isEqualTo("/sign-in?next=/accounts?q=an");

        Visitor.Page page =
                visitor.post(
                        "/sign-in",
                        "username",
                        holder.userName(),
                        "password",
                        Holders.PASSWORD,
                        "next",
                        "/accounts?q=an");
        assertThat(page.path()).isEqualTo("/accounts?q=an");

        for (String evil :
                new String[] {
                    "//evil.example", "https://evil.example", "/\\evil.example", "/nothing"
                }) {
            Visitor other = new Visitor(port);
            other.get("/sign-in");
            assertThat(
                            other.post(
                                            "/sign-in",
                                            "username",
                                            holder.userName(),
                                            "password",
                                            Holders.PASSWORD,
                                            "next",
                                            evil)
                                    .path())
                    .isEqualTo("/");
        }
    }

    @Test
    void the_choice_of_office_changes_what_is_seen() {
        Holders.Holder holder = holders.holder("Hồ Thị Lựu", Role.ADMINISTRATOR, 7100);
        java.util.UUID cell = holders.office(holder.person(), Role.ADMINISTRATOR, 7101);
        holders.holder("Ngô Văn Phường", Role.RESIDENCE_OFFICE, 7100);
        visitor.signIn(holder.userName(), Holders.PASSWORD);
        assertThat(visitor.get("/accounts?q=Phường").text()).contains("Ngô Văn Phường");

        visitor.post("/office", "office", cell.toString());

        assertThat(visitor.get("/accounts?q=Phường").text()).doesNotContain("Ngô Văn Phường");
        assertThat(
                        visitor.post("/office", "office", java.util.UUID.randomUUID().toString())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void sign_out_ends_the_session() {
        Holders.Holder holder = holders.holder("Mai Văn Dừa", Role.RESIDENCE_OFFICE, 7100);
        visitor.signIn(holder.userName(), Holders.PASSWORD);
        String session = visitor.session();

        assertThat(visitor.post("/sign-out").text()).contains("Đồng chí đã đăng xuất");

        assertThat(visitor.get("/password").path()).startsWith("/sign-in");
        assertThat(visitor.session()).isNotEqualTo(session);
    }
}
