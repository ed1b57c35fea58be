package vn.ganbo.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Tone;
import vn.ganbo.kernel.Viewer;

/** Draws controls and sample pages with the real templates and style sheet, to be looked at. */
final class Gallery {
    static final Path FOLDER = Path.of("target", "gallery");
    static final UUID SOMEONE = new UUID(1, 1);

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "vn.ganbo");

    private Gallery() {}

    /** One control or page: template name and its parameters by name. */
    static String draw(String template, @Nullable Object... pairs) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        StringOutput out = new StringOutput();
        ENGINE.render("web/" + template + ".jte", unchecked(values), out);
        return out.toString();
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private static Map<String, Object> unchecked(Map<String, ?> values) {
        return (Map<String, Object>) values;
    }

    static Content html(String html) {
        return output -> output.writeContent(html);
    }

    static String pill(Tone tone, String text) {
        return draw("pill", "tone", tone, "text", text);
    }

    static String icon(String name) {
        return draw("icon", "name", name);
    }

    /** A whole page for the residence committee's office. */
    static String page(String title, String here, String body) {
        return draw("layout", "shell", shell(here, 23), "title", title, "content", html(body));
    }

    static Shell shell(String here, long waiting) {
        Viewer.Unit unit = new Viewer.Unit(SOMEONE, 7, "Đảng ủy phường Suối Mơ");
        Viewer viewer =
                new Viewer(
                        SOMEONE,
                        SOMEONE,
                        "Nguyễn Thị Thu Lan",
                        SOMEONE,
                        Role.RESIDENCE_OFFICE,
                        unit,
                        Scope.system("gallery"));
        return new Shell(
                viewer,
                List.of(
                        new Shell.Office(SOMEONE, "Văn phòng · nơi cư trú", unit.name(), true),
                        new Shell.Office(
                                new UUID(1, 2),
                                "Chi ủy viên phụ trách",
                                "Chi bộ Tổ dân phố 3, phường Suối Mơ",
                                false)),
                List.of(
                        item("Bàn làm việc", "/", "desk", waiting, here),
                        item("Giấy giới thiệu", "/introductions", "letter", 9L, here),
                        item("Sổ theo dõi", "/register", "people", 1655L, here),
                        item("Sinh hoạt", "/meetings", "calendar", 2L, here),
                        item("Đợt nhận xét", "/rounds", "pen", 34L, here),
                        item("Tổ chức, cấp ủy", "/units", "tree", null, here),
                        item("Nhập từ Excel", "/imports", "import", null, here),
                        item("Thông báo", "/notices", "bell", 4L, here)),
                here,
                true,
                "_csrf",
                "token",
                null,
                4,
                path -> path.substring(1),
                link -> true);
    }

    static Shell outside() {
        return new Shell(
                null,
                List.of(),
                List.of(),
                "/sign-in",
                true,
                "_csrf",
                "token",
                null,
                0,
                path -> path.substring(1),
                link -> true);
    }

    private static Shell.Item item(
            String label, String link, String icon, @Nullable Long count, String here) {
        return new Shell.Item(label, link, icon, count, link.equals(here));
    }

    /** Writes a page beside the style sheet, scripts and fonts that it asks for. */
    static void keep(String name, String page) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".html"), page);
            for (String file : List.of("css/ganbo.css", "js/ganbo.js", "img/mark.svg")) {
                copy("/static/" + file, FOLDER.resolve(file));
            }
            for (String subset : List.of("latin", "vietnamese")) {
                for (int weight : new int[] {400, 600}) {
                    String font =
                            "fonts/be-vietnam-pro-%s-%d-normal.woff2".formatted(subset, weight);
                    copy("/static/" + font, FOLDER.resolve(font));
                }
            }
            String bootstrap = "webjars/bootstrap/5.3.8/css/bootstrap.min.css";
            copy("/META-INF/resources/" + bootstrap, FOLDER.resolve(bootstrap));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String resource, Path to) throws IOException {
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        try (InputStream in =
                Objects.requireNonNull(Gallery.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
