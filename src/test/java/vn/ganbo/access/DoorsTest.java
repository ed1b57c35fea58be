package vn.ganbo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;

/** What stands at the door: cookie, headers, verbs, and files nobody should have to read. */
@ProductTest
class DoorsTest {
    @Autowired ApplicationContext context;
    @Autowired MultipartConfigElement uploads;
    @LocalServerPort int port;
    private Holders holders;

    @BeforeEach
    void a_ward() {
        holders = new Holders(context);
        if (!holders.hasUnit(7600)) {
            holders.unit(7600, "Đảng bộ phường Cửa Gỗ", "COMMUNE", "RESIDENCE", null);
        }
    }

    private Visitor office() {
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                holders.holder("Lục Thị Cửa", Role.RESIDENCE_OFFICE, 7600).userName(),
                Holders.PASSWORD);
        return visitor;
    }

    private HttpResponse<String> ask(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    @Test
    void the_cookie_is_kept_from_scripts_other_sites_and_open_lines() throws Exception {
        String open = ask(to("/sign-in")).headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(open).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");

        HttpResponse<String> behindTls = ask(to("/sign-in").header("X-Forwarded-Proto", "https"));
        assertThat(behindTls.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Secure");
        assertThat(behindTls.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void a_page_about_people_is_kept_by_no_browser_and_shown_in_no_frame() {
        HttpResponse<String> page = office().get("/register").response();

        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void other_verbs_and_other_hosts_find_nothing() throws Exception {
        for (String verb : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO")) {
            for (String path : List.of("/", "/members", "/sign-in", "/no-such-page")) {
                HttpResponse<String> answer =
                        ask(to(path).method(verb, HttpRequest.BodyPublishers.noBody()));
                assertThat(answer.statusCode()).as(verb + " " + path).isBetween(300, 499);
                assertThat(answer.body()).as(verb + " " + path).doesNotContain("Exception");
            }
        }
        for (String path :
                List.of(
                        "/actuator",
                        "/actuator/env",
                        "/WEB-INF/web.xml",
                        "/application.properties",
                        "/static/../application.properties",
                        "/css/%2e%2e/%2e%2e/application.properties",
                        "/webjars/..%2f..%2fapplication.properties",
                        "/rights.txt",
                        "/db/migration/order.txt")) {
            HttpResponse<String> answer = ask(to(path));
            assertThat(answer.statusCode()).as(path).isBetween(302, 404);
            assertThat(answer.body()).as(path).doesNotContain("spring.", "RESIDENCE_OFFICE");
        }
    }

    @Test
    void a_file_of_three_hundred_megabytes_is_turned_away_with_a_sentence() throws Exception {
        HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpResponse<String> answer =
                client.send(
                        to("/imports")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(
                                        HttpRequest.BodyPublishers.fromPublisher(
                                                HttpRequest.BodyPublishers.ofInputStream(
                                                        () -> new Zeros(290L << 20)),
                                                290L << 20))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Tệp lớn quá mức nhận", "50 MB");
    }

    @Test
    void a_large_file_of_somebody_who_is_not_signed_in_is_not_read() throws Exception {
        HttpResponse<String> answer =
                ask(
                        to("/imports")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(
                                        HttpRequest.BodyPublishers.ofInputStream(
                                                () -> new Zeros(40L << 20))));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Tên đăng nhập").doesNotContain("name=\"typed.");
    }

    @Test
    void a_file_a_little_too_large_is_turned_away_too() {
        Visitor visitor = office();
        visitor.get("/password");
        Visitor.Page page = visitor.upload("/imports", "file", "a.xlsx", new byte[52 << 20]);
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.text()).contains("Tệp lớn quá mức nhận");
    }

    @Test
    void what_is_sent_never_touches_a_disk() {
        assertThat((long) uploads.getFileSizeThreshold())
                .isGreaterThanOrEqualTo(uploads.getMaxRequestSize());
    }

    @Test
    void too_many_passwords_at_once_are_asked_to_wait_with_a_sentence() {
        Passwords busy = new Passwords(64, new Semaphore(1), Duration.ofMillis(1));
        Semaphore none = new Semaphore(1);
        Passwords full = new Passwords(64, none, Duration.ofMillis(1));
        String hash = busy.hash("một câu dài");

        none.drainPermits();

        assertThatThrownBy(() -> full.matches("một câu dài", hash))
                .isInstanceOf(Refusal.class)
                .hasMessage("access.busy");
        assertThat(busy.matches("một câu dài", hash)).isTrue();
    }

    @Test
    void what_was_typed_as_a_password_is_shown_on_no_page() {
        Visitor visitor = office();
        visitor.get("/password");
        Visitor.Page page =
                visitor.postWithoutToken(
                        "/password",
                        "presentPassword",
                        "câu cũ của tôi",
                        "password",
                        "câu mới của tôi",
                        "repeated",
                        "câu mới của tôi");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).doesNotContain("câu cũ", "câu mới");
    }

    @Test
    void the_role_of_member_is_given_where_the_member_works_and_nowhere_else() {
        if (!holders.hasUnit(7650)) {
            holders.unit(7650, "Đảng bộ Trường Cửa Gỗ", "GRASSROOTS", "WORKPLACE", null);
        }
        java.util.UUID member = holders.member("Ngân Thị Riêng", 7650);
        Holders.Holder secretary =
                holders.holder("Ngân Thị Riêng", Role.RESIDENCE_OFFICE, 7600, member);
        Visitor ward = new Visitor(port);
        ward.signIn(
                holders.holder("Lục Văn Trị", Role.ADMINISTRATOR, 7600).userName(),
                Holders.PASSWORD);

        Visitor.Page page =
                grant(ward, secretary.person(), java.util.UUID.randomUUID().toString(), "98.7600");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("do quản trị của nơi người ấy sinh hoạt đảng giao");
        assertThat(grant(ward, secretary.person(), member.toString(), "98.7600").status())
                .isEqualTo(422);

        Visitor work = new Visitor(port);
        work.signIn(
                holders.holder("Lục Văn Quản", Role.ADMINISTRATOR, 7650).userName(),
                Holders.PASSWORD);
        assertThat(grant(work, null, member.toString(), "98.7650").text())
                .contains("Đã giao chức vụ");
        assertThat(grant(work, null, member.toString(), "98.7650").text())
                .contains("đã giữ vai trò ấy ở đây");
    }

    private static Visitor.Page grant(
            Visitor admin,
            java.util.@org.jspecify.annotations.Nullable UUID person,
            String member,
            String unit) {
        admin.get("/appointments/new");
        return admin.post(
                "/appointments",
                "person",
                person == null ? "" : person.toString(),
                "member",
                member,
                "role",
                "MEMBER",
                "unit",
                unit,
                "title",
                "",
                "since",
                "01/01/2026",
                "until",
                "");
    }

    /** So many zeros, without holding them. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] to, int from, int wanted) {
            if (left <= 0) {
                return -1;
            }
            int got = (int) Math.min(wanted, left);
            java.util.Arrays.fill(to, from, from + got, (byte) 0);
            left -= got;
            return got;
        }
    }
}
