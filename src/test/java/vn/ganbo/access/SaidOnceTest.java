package vn.ganbo.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ganbo.ProductTest;
import vn.ganbo.Visitor;
import vn.ganbo.kernel.Role;

/** What an act says on the next page, and how seldom the session is written for it. */
@ProductTest
class SaidOnceTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired ApplicationContext context;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;
    private Visitor admin;

    @BeforeEach
    void an_administrator() {
        admin = signedIn();
    }

    private Visitor signedIn() {
        Holders holders = new Holders(context);
        if (!holders.hasUnit(7750)) {
            holders.unit(7750, "Đảng bộ phường Lời Nói", "COMMUNE", "RESIDENCE", null);
        }
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                holders.holder("Viên Thị Thưa", Role.ADMINISTRATOR, 7750).userName(),
                Holders.PASSWORD);
        visitor.get("/appointments/new");
        return visitor;
    }

    private HttpResponse<String> ask(HttpRequest.Builder request, String said)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        request.header("Cookie", "GANBO=" + admin.session() + said).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    /** Gives an office and does not follow to the next page. */
    private HttpResponse<String> grant(String name) throws IOException, InterruptedException {
        List<String> fields =
                List.of(
                        "fullName",
                        name,
                        "role",
                        "AUDITOR",
                        "unit",
                        "98.7750",
                        "since",
                        "01/01/2026",
                        "_csrf",
                        admin.token());
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            body.append(i == 0 ? "" : "&").append(fields.get(i)).append('=');
            body.append(URLEncoder.encode(fields.get(i + 1), UTF_8));
        }
        return ask(
                to("/appointments")
                        .header("Content-Type", FORM)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
                "");
    }

    private static String said(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("GANBO-SAID="))
                .findFirst()
                .orElseThrow();
    }

    private static String value(String cookie) {
        return "; " + cookie.substring(0, cookie.indexOf(';'));
    }

    private static String sentence(String cookie) {
        String words = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf('.'));
        return new String(Base64.getUrlDecoder().decode(words), UTF_8).split("\n", 3)[2];
    }

    @Test
    void the_next_page_says_it_once_and_the_cookie_is_kept_from_scripts_and_other_sites()
            throws Exception {
        HttpResponse<String> done = grant("Viên Thị Một Lần");
        String cookie = said(done);
        String path = done.headers().firstValue("Location").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=180");

        HttpResponse<String> page = ask(to(URI.create(path).getPath()), value(cookie));

        assertThat(page.body()).contains(sentence(cookie));
        assertThat(said(page)).startsWith("GANBO-SAID=;").contains("Max-Age=0");
        assertThat(ask(to(URI.create(path).getPath()), "").body()).doesNotContain(sentence(cookie));
    }

    @Test
    void another_page_leaves_it_for_the_one_that_was_meant() throws Exception {
        String cookie = said(grant("Viên Thị Trang Khác"));

        HttpResponse<String> other = ask(to("/appointments/new"), value(cookie));

        assertThat(other.body()).doesNotContain(sentence(cookie));
        assertThat(other.headers().allValues("Set-Cookie"))
                .noneMatch(c -> c.startsWith("GANBO-SAID"));
    }

    @Test
    void words_that_somebody_else_put_there_are_not_said() throws Exception {
        HttpResponse<String> done = grant("Viên Thị Lời Thật");
        String path = URI.create(done.headers().firstValue("Location").orElseThrow()).getPath();
        String real = value(said(done));
        String forged =
                "; GANBO-SAID="
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString((path + "\nDONE\nLời người lạ").getBytes(UTF_8))
                        + real.substring(real.indexOf('.'));
        for (String cookie :
                List.of(forged, "; GANBO-SAID=x", "; GANBO-SAID=.", "; GANBO-SAID=a.!")) {
            HttpResponse<String> page = ask(to(path), cookie);
            assertThat(page.statusCode()).as(cookie).isEqualTo(200);
            assertThat(page.body()).as(cookie).doesNotContain("Lời người lạ");
        }

        String sentence = sentence(said(done));
        admin = signedIn();
        assertThat(ask(to(path), real).body()).doesNotContain(sentence);
    }

    @Test
    void a_session_is_written_at_most_once_a_minute_and_not_for_what_was_said() throws Exception {
        Instant kept = used(Duration.ofSeconds(20));
        grant("Viên Thị Lặng Lẽ");
        ask(to("/appointments/new"), "");
        assertThat(lastUsed()).isEqualTo(kept);

        Instant old = used(Duration.ofMinutes(2));
        ask(to("/appointments/new"), "");
        assertThat(lastUsed()).isAfter(old);
    }

    private Instant used(Duration ago) {
        Instant at = Instant.ofEpochMilli(System.currentTimeMillis()).minus(ago);
        jdbc.sql("update session.spring_session set last_access_time = :at where session_id = :id")
                .param("at", at.toEpochMilli())
                .param("id", id())
                .update();
        return at;
    }

    private Instant lastUsed() {
        return Instant.ofEpochMilli(
                jdbc.sql(
                                "select last_access_time from session.spring_session where session_id = :id")
                        .param("id", id())
                        .query(Long.class)
                        .single());
    }

    private String id() {
        return new String(Base64.getDecoder().decode(admin.session()), UTF_8);
    }

    @Test
    void a_path_written_in_codes_leads_to_the_same_page() throws Exception {
        assertThat(ask(to("/appointments/new"), "").statusCode()).isEqualTo(200);
        assertThat(ask(to("/app%6Fintments/new"), "").statusCode()).isEqualTo(200);
    }
}
