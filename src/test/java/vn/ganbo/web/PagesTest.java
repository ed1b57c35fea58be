package vn.ganbo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Laws of every page template, and what a page weighs. */
class PagesTest {
    private static final Map<Path, String> PAGES = pages();

    /** What the style sheet's policy forbids, and what works with scripts alone. */
    @Test
    void no_page_has_styles_or_scripts_of_its_own() {
        assertThat(found("\\sstyle=|<style|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)|javascript:"))
                .as("the Content-Security-Policy lets none of these run: use a class of ganbo.css")
                .isEmpty();
    }

    @Test
    void no_page_asks_for_a_role() {
        assertThat(found("Role\\.[A-Z_]+|\\.role\\(\\)\\s*[!=]="))
                .as("what a viewer may do comes as a value of the page's model (DESIGN law 5)")
                .isEmpty();
    }

    @Test
    void every_form_that_is_sent_carries_the_mark_against_forgery() {
        List<String> without = new ArrayList<>();
        PAGES.forEach((file, text) -> {
            for (String form : Sources.in(text, "(?s)<form[^>]*method=\"post\".*?</form>")) {
                if (!form.contains("@template.web.csrf")) {
                    without.add(file + ": " + form.lines().findFirst().orElse(""));
                }
            }
        });

        assertThat(without).isEmpty();
    }

    @Test
    void every_icon_that_a_page_or_menu_names_is_drawn() {
        List<String> texts = new ArrayList<>(PAGES.values());
        Set<String> named = Sources.all(texts, "web\\.icon\\(name = \"(\\w+)\"");
        named.addAll(
                Sources.all(
                        Sources.of("java", ".java").values(),
                        "new MenuEntry\\(\\s*\\d+,\\s*\"[^\"]+\",\\s*\"[^\"]+\",\\s*\"(\\w+)\""));

        assertThat(named).isNotEmpty();
        assertThat(Icons.names()).containsAll(named);
        assertThatThrownBy(() -> Icons.path("heart")).hasMessageContaining("heart");
    }

    @Test
    void the_first_visit_of_a_phone_weighs_at_most_100_kb_and_a_later_one_20() throws IOException {
        long page = packed(SampleLists.register().getBytes(StandardCharsets.UTF_8));
        long shell = packed(Gallery.page("x", "/", "").getBytes(StandardCharsets.UTF_8));
        long house =
                packed(resource("/static/css/ganbo.css"))
                        + packed(resource("/static/js/ganbo.js"))
                        + packed(resource("/static/img/mark.svg"));
        long bootstrap =
                packed(
                        resource(
                                "/META-INF/resources/webjars/bootstrap/5.3.8/css/bootstrap.min.css"));

        assertThat(page + shell + house + bootstrap).isLessThan(100_000);
        assertThat(page + shell).isLessThan(20_000);
        assertThat(resource("/static/js/ganbo.js").length).isLessThan(5_120);
    }

    @Test
    void phones_load_no_font() {
        String css =
                new String(resource("/static/css/ganbo.css"), StandardCharsets.UTF_8)
                        .replaceAll("(?s)@font-face \\{.*?}", "");

        assertThat(Sources.in(css, "\"Be Vietnam Pro\"")).hasSize(1);
        assertThat(css)
                .containsPattern(
                        "@media \\(min-width: 50rem\\) \\{\\s*:root \\{ --bs-body-font-family: \"Be");
    }

    @Test
    void a_page_that_does_not_exist_is_the_nearest_that_does() {
        assertThat(Pager.of(0, 50, 1655).page()).isEqualTo(1);
        assertThat(Pager.of(99, 50, 1655).page()).isEqualTo(34);
        assertThat(Pager.of(34, 50, 1655).last()).isEqualTo(1655);
        assertThat(Pager.of(3, 50, 0).first()).isZero();
    }

    @Test
    void a_day_is_read_as_offices_write_it() {
        LocalDate day = LocalDate.of(2026, 2, 5);
        for (String typed :
                List.of(
                        "5/2/2026",
                        "05-02-2026",
                        "05.02.2026",
                        "05022026",
                        "2026-02-05",
                        " 5 / 2 / 2026 ")) {
            assertThat(Days.read(typed)).as(typed).contains(day);
        }
        for (String typed :
                List.of(
                        "31/02/2026",
                        "2026",
                        "5/2/26",
                        "hôm qua",
                        "",
                        "01/01/0206",
                        "31/12/9999")) {
            assertThat(Days.read(typed)).as(typed).isEmpty();
        }
    }

    private static List<String> found(String regex) {
        List<String> found = new ArrayList<>();
        PAGES.forEach((file, text) ->
                Sources.in(text, regex).forEach(hit -> found.add(file + ": " + hit)));
        return found;
    }

    /** All templates but the papers, which are no pages of the browser. */
    private static Map<Path, String> pages() {
        Map<Path, String> all = Sources.of("jte", ".jte");
        all.keySet().removeIf(f -> f.startsWith(Path.of("src/main/jte/document")));
        return all;
    }

    private static byte[] resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(PagesTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }
}
