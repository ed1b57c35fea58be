package vn.ganbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ganbo.ProductTest;

/** Static files as browsers really get them. */
@ProductTest
class AssetsTest {
    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort private int port;

    @Test
    void every_file_of_a_page_has_its_hash_in_its_address_and_is_kept_a_year() throws Exception {
        String page = get("/sign-in").body();
        List<String> files = Sources.in(page, "(?<=(?:href|src)=\")/(?:css|js|img|webjars)/[^\"]+");

        assertThat(files).hasSizeGreaterThanOrEqualTo(4);
        for (String file : files) {
            assertThat(file).containsPattern("-[0-9a-f]{32}\\.");
            HttpResponse<String> answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(file)
                    .contains("max-age=31536000");
        }
    }

    @Test
    void the_style_sheet_asks_for_the_same_bootstrap_that_the_page_preloads() throws Exception {
        String page = get("/sign-in").body();
        String preloaded = Sources.in(page, "/webjars/bootstrap/[^\"]+").getFirst();
        String sheet = Sources.in(page, "/css/ganbo[^\"]+").getFirst();

        assertThat(get(sheet).body())
                .contains(preloaded)
                .containsPattern("be-vietnam-pro-latin-400-normal-[0-9a-f]{32}\\.woff2");
    }

    @Test
    void answers_carry_the_headers_and_a_wrong_address_our_own_page() throws Exception {
        HttpResponse<String> answer = get("/sign-in");

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly(Headers.POLICY);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        HttpResponse<String> nowhere = get("/css/no-such-file.css");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("Không có trang này").doesNotContain("Whitelabel");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
