package vn.ganbo.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;

/** An installation of its own: nobody has an account, no unit exists. */
@ProductTest
@TestPropertySource(properties = "ganbo.test=first-administrator")
class FirstAdministratorTest {
    private static final String PASSWORD = "mưa rào tháng sáu 26";

    @Autowired FirstAdministrator first;
    @LocalServerPort int port;

    @Test
    void the_code_of_the_console_makes_the_first_administrator_once() {
        String old = first.announce().orElseThrow();
        String code = first.announce().orElseThrow();
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in").text()).contains("/first-administrator");

        Visitor.Page page = make(visitor, old, PASSWORD);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Mã chưa đúng").contains("value=\"Đinh Thị Khởi\"");
        page = make(visitor, code, "ngắn quá");
        assertThat(page.text()).contains("Mật khẩu cần ít nhất 12 ký tự; hiện có 8");
        page = make(visitor, code, PASSWORD);
        assertThat(page.path()).isEqualTo("/sign-in");
        assertThat(page.text()).contains("Đã tạo người quản trị đầu tiên");

        assertThat(visitor.signIn("khoi", PASSWORD).path()).isEqualTo("/");
        assertThat(visitor.get("/accounts").text())
                .contains("Đinh Thị Khởi")
                .contains("Đảng bộ tỉnh Sông Ngàn");
        assertThat(new Visitor(port).get("/first-administrator").status()).isEqualTo(404);
        assertThat(first.announce()).isEmpty();
        assertThat(make(visitor, code, PASSWORD).status()).isEqualTo(404);
    }

    private static Visitor.Page make(Visitor visitor, String code, String password) {
        visitor.get("/first-administrator");
        return visitor.post(
                "/first-administrator",
                "code",
                code.toUpperCase(java.util.Locale.ROOT),
                "fullName",
                "Đinh Thị Khởi",
                "userName",
                "khoi",
                "password",
                password,
                "repeated",
                password,
                "unitName",
                "Đảng bộ tỉnh Sông Ngàn",
                "unitCode",
                "99");
    }
}
