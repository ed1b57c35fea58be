package vn.ganbo.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ganbo.journey.Chromium;

/** The sample pages in a real browser: widths, sizes, contrast, and life without scripts. */
class LooksTest {
    private static final List<String> PAGES =
            List.of(
                    "desk",
                    "register",
                    "letter",
                    "comment",
                    "import",
                    "roll",
                    "sign-in",
                    "failure");

    /** What stands out to the right of the window, by tag and class. */
    private static final String TOO_WIDE =
            """
            () => document.documentElement.scrollWidth <= innerWidth ? [] :
              [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'))
                .map(e => e.tagName + '.' + e.className)
            """;

    /** Controls smaller than a thumb (48 px), but links within a text; type under 14 px. */
    private static final String TOO_SMALL =
            """
            () => {
              const seen = e => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 1;
              const inText = e => getComputedStyle(e).display.startsWith('inline') && e.tagName === 'A'
                && !e.matches('.btn, .icon-link') || e.matches('.skip');
              const target = e => e.closest('.choice label, .taps label, .tick label, .list label') ?? e;
              const small = [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select, textarea')]
                .filter(e => seen(e) && !inText(e) && !e.closest('.crumbs, .errors, .note'))
                .filter(e => target(e).getBoundingClientRect().height < 47.5)
                .map(e => e.tagName + '.' + e.className + ' ' + target(e).getBoundingClientRect().height);
              const fine = [...document.querySelectorAll('body *')]
                .filter(e => seen(e) && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                .filter(e => parseFloat(getComputedStyle(e).fontSize) < 13.99)
                .map(e => 'type ' + e.tagName + '.' + e.className);
              return [...small, ...fine];
            }
            """;

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        SampleLists.desk();
        SampleLists.register();
        SampleForms.letter();
        SampleForms.comment();
        SampleForms.signIn();
        SampleForms.failure();
        SampleActs.imported();
        SampleActs.roll();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void no_page_scrolls_sideways_nor_asks_for_a_finer_finger() {
        for (int width : new int[] {320, 360, 820, 1280}) {
            for (String name : PAGES) {
                try (BrowserContext context = context(width, true)) {
                    Page page = open(context, name);
                    assertThat((List<?>) page.evaluate(TOO_WIDE))
                            .as(name + " at " + width)
                            .isEmpty();
                    assertThat((List<?>) page.evaluate(TOO_SMALL))
                            .as(name + " at " + width)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void axe_finds_nothing() {
        for (int width : new int[] {360, 1280}) {
            for (String name : PAGES) {
                try (BrowserContext context = context(width, true)) {
                    Page page = open(context, name);
                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as(name + " at " + width)
                            .extracting(v -> v.getId() + " " + v.getNodes())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void the_error_summary_takes_the_focus_also_without_scripts() {
        for (boolean scripts : new boolean[] {true, false}) {
            try (BrowserContext context = context(360, scripts)) {
                Page page = open(context, "comment");
                assertThat(page.locator(".errors:focus").count())
                        .as("scripts " + scripts)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void the_menu_of_a_phone_opens_without_scripts() {
        try (BrowserContext context = context(360, false)) {
            Page page = open(context, "desk");
            page.locator(".more summary").click();
            assertThat(page.locator(".panel").getByText("Nhập từ Excel").isVisible()).isTrue();
            assertThat(page.locator(".panel").getByText("Thoát").isVisible()).isTrue();
        }
    }

    @Test
    void filters_lie_open_on_a_desktop_and_behind_a_button_on_a_phone() {
        try (BrowserContext desktop = context(1280, true);
                BrowserContext phone = context(360, false)) {
            assertThat(open(desktop, "register").getByLabel("Tính đến ngày").isVisible()).isTrue();
            Page page = open(phone, "register");
            assertThat(page.getByLabel("Tính đến ngày").isVisible()).isFalse();
            page.locator(".filters summary").click();
            assertThat(page.getByLabel("Tính đến ngày").isVisible()).isTrue();
        }
    }

    @Test
    void a_form_is_sent_once() {
        try (BrowserContext context = context(1280, true)) {
            Page page = open(context, "letter");
            page.evaluate(
                    """
                    () => {
                      window.sent = 0;
                      document.querySelector('main form').addEventListener('submit', e => {
                        if (!e.defaultPrevented) window.sent++;
                      });
                      window.addEventListener('submit', e => e.preventDefault());
                    }
                    """);
            page.getByText("Tiếp nhận, báo lại nơi công tác").click();
            page.getByText("Đang gửi…").waitFor();
            assertThat(page.getByText("Đang gửi…").isDisabled()).isTrue();
            assertThat(page.evaluate("window.sent")).isEqualTo(1);
        }
    }

    private static BrowserContext context(int width, boolean scripts) {
        return chromium.browser()
                .newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, width < 500 ? 740 : 860)
                                .setColorScheme(ColorScheme.LIGHT)
                                .setJavaScriptEnabled(scripts));
    }

    private static Page open(BrowserContext context, String name) {
        context.setDefaultTimeout(10_000);
        Page page = context.newPage();
        page.navigate(Gallery.FOLDER.resolve(name + ".html").toUri().toString());
        return page;
    }
}
