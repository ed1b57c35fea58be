package vn.ganbo.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.web.Link;
import vn.ganbo.web.Shell;
import vn.ganbo.web.Typed;

/** What the pages of the regulations say; kept in target/regulation to be looked at. */
class PageDrawingTest {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "vn.ganbo");
    private static final Rulebooks RULEBOOKS = Rulebooks.read(RegulationFiles.regulations(""));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final UUID SOMEONE = new UUID(1, 1);
    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    SOMEONE,
                    SOMEONE,
                    "Nguyễn Thị Thu Lan",
                    SOMEONE,
                    Role.ADMINISTRATOR,
                    new Viewer.Unit(SOMEONE, 7, "Đảng ủy phường Suối Mơ"),
                    Scope.system("test"));

    @Test
    void the_page_of_the_rulebook_in_force_shows_every_rule_with_its_mark() throws IOException {
        String page = rulebook(RULEBOOKS.on(TODAY));
        keep("213", page);

        assertThat(page)
                .contains("<h1>Quy định 213-QĐ/TW</h1>", "Đang có hiệu lực")
                .contains("Đã đối chiếu", "Nguồn thứ cấp", "Chưa đối chiếu")
                .contains("chưa đối chiếu với văn bản gốc")
                .contains("Gương mẫu đi đầu</span> / ", "Chưa gương mẫu</span>")
                .contains("Không lưu người thuộc diện này.")
                .contains("khoản 4 Điều 4");
        assertThat(page.split("<h1>", -1)).hasSize(2);
    }

    @Test
    void the_page_of_the_older_one_says_that_the_rest_is_unknown() throws IOException {
        String page = rulebook(RULEBOOKS.byId("076-qd-tw").orElseThrow());
        keep("076", page);

        assertThat(page)
                .contains(
                        "Hết hiệu lực", "01/01/2020", "Chưa biết Quy định có nêu số lần hay không")
                .contains("phần chưa biết, không phải là phần không có")
                .doesNotContain("Thời hạn</h2>");
    }

    @Test
    void the_calendar_says_what_is_to_be_checked() throws IOException {
        Holidays holidays = Holidays.read(RegulationFiles.holidays(""));
        String page = draw("calendar", Map.of("page", CalendarPage.of(holidays, 2026)));
        keep("calendar", page);

        assertThat(page)
                .contains("Cần kiểm tra lại", "Ngày Văn hóa Việt Nam", "Thứ Ba, 24/11/2026")
                .contains("Làm bù", "Thứ Bảy, 22/08/2026");
        assertThat(draw("calendar", Map.of("page", CalendarPage.of(holidays, 2035))))
                .contains("Chưa có dữ liệu ngày nghỉ của năm này");
    }

    @Test
    void the_guidance_page_offers_its_acts_for_drafts_only() throws IOException {
        List<GuidanceStore.Kept> kept =
                List.of(
                        kept(GuidanceStore.State.DRAFT, "window.comment_due", "11-25"),
                        kept(GuidanceStore.State.PUBLISHED, "clock.absence_answer", "7"));
        String page =
                draw(
                        "guidance",
                        Map.of(
                                "page",
                                GuidancePage.of(ADMINISTRATOR, RULEBOOKS.on(TODAY), kept),
                                "typed",
                                Typed.empty()));
        keep("guidance", page);

        assertThat(page).contains("25/11", "Ban hành</button>", "Đã ban hành");
        assertThat(page.split("Bỏ dự thảo</button>", -1)).hasSize(2);
    }

    @Test
    void the_document_for_reading_tells_the_same() {
        String markdown = RulebookDocument.markdown();

        assertThat(markdown)
                .startsWith("# Quy định trong chương trình")
                .contains("## 213-QĐ/TW", "## 76-QĐ/TW", "`acknowledgement_due`")
                .contains("24/11 Ngày Văn hóa Việt Nam")
                .contains("Nêu gương tốt (`good`)");
        assertThat(RulebookDocument.markdown(RULEBOOKS)).doesNotContain("## Ngày nghỉ");
    }

    private static String rulebook(Rulebook rulebook) {
        return draw("show", Map.of("page", RegulationPage.of(rulebook, RULEBOOKS, TODAY)));
    }

    private static GuidanceStore.Kept kept(GuidanceStore.State state, String key, String value) {
        LocalRule rule =
                new LocalRule(
                        SOMEONE,
                        7,
                        "213-qd-tw",
                        key,
                        value,
                        new Basis(Verification.LOCAL, "Hướng dẫn số 11-HD/ĐU", null),
                        TODAY,
                        null);
        return new GuidanceStore.Kept(
                rule,
                state,
                1,
                "Quản trị, Đảng ủy phường Suối Mơ",
                TODAY.atStartOfDay(vn.ganbo.kernel.Show.ZONE).toInstant());
    }

    private static String draw(String template, Map<String, Object> values) {
        Map<String, Object> all = new java.util.HashMap<>(values);
        all.put("shell", shell());
        all.put(
                "tabs",
                List.of(
                        Link.here("213-QĐ/TW"),
                        Link.to("76-QĐ/TW", "/regulations/076-qd-tw"),
                        Link.to("Ngày nghỉ, ngày làm bù", "/working-days"),
                        Link.to("Hướng dẫn địa phương", "/guidance")));
        StringOutput out = new StringOutput();
        ENGINE.render("regulation/" + template + ".jte", all, out);
        return out.toString();
    }

    private static Shell shell() {
        return new Shell(
                ADMINISTRATOR,
                List.of(),
                List.of(new Shell.Item("Quy định", "/regulations", "file", null, true)),
                "/regulations",
                true,
                "_csrf",
                "token",
                null,
                0,
                path -> path.substring(1),
                link -> true);
    }

    private static void keep(String name, String page) throws IOException {
        Path folder = Path.of("target", "regulation");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".html"), page);
    }
}
