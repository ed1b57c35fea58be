package vn.ganbo.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Somebody at a screen: opens pages, types, presses, reads, and looks at every page closely. */
public final class Walker implements AutoCloseable {
    private static final AtomicInteger LOOKS = new AtomicInteger();
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final int PHONE = 360;

    /** Pictures of what is looked at, into target/journey; they take as long as the looking. */
    private static final boolean PICTURES = Boolean.getBoolean("ganbo.pictures");

    private final Chromium chromium;
    private final BrowserContext context;
    private final String address;
    private final boolean phone;
    public final Page page;

    private Walker(Chromium chromium, int port, boolean phone) {
        this.chromium = chromium;
        this.phone = phone;
        context =
                chromium.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setLocale("vi-VN")
                                        .setReducedMotion(
                                                com.microsoft.playwright.options.ReducedMotion
                                                        .REDUCE)
                                        .setViewportSize(phone ? PHONE : 1280, phone ? 740 : 800));
        context.setDefaultTimeout(20_000);
        address = "http://localhost:" + port;
        page = context.newPage();
    }

    /** Works at a desk: 1280×800. */
    public static Walker atDesk(Chromium chromium, int port) {
        return new Walker(chromium, port, false);
    }

    /** Works on a phone: 360×740. */
    public static Walker onPhone(Chromium chromium, int port) {
        return new Walker(chromium, port, true);
    }

    /** Opens a page and looks at it when it is the first of its kind. */
    public Walker open(String path) {
        return go(path).glance();
    }

    /** Opens a page without looking at it closely. */
    public Walker go(String path) {
        page.navigate(address + path);
        return this;
    }

    private Walker glance() {
        return chromium.isFirst(kind() + phone) ? look() : this;
    }

    /** The route and the tab of this page. */
    private String kind() {
        String tab =
                page.url().contains("tab=")
                        ? page.url().replaceFirst(".*[?&](tab=[^&#]*).*", "$1")
                        : "";
        return path().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "x") + tab;
    }

    /** The links of the menu. */
    public List<String> menu() {
        return page.locator("nav.side a").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
    }

    /** Presses a button and waits for the page that follows. */
    public Walker press(String words) {
        Locator.FilterOptions saying = new Locator.FilterOptions().setHasText(words);
        Locator button = page.locator("button:visible").filter(saying);
        Locator fold = page.locator("summary:visible").filter(saying);
        return away((button.count() > 0 ? button : fold).first()::click);
    }

    /** Follows a link of these words and looks at the page it leads to. */
    public Walker follow(String words) {
        away(() ->
                page.locator("main a:visible")
                        .filter(new Locator.FilterOptions().setHasText(words))
                        .first()
                        .click());
        return glance();
    }

    /** Does what leaves this page and waits until the next one stands. */
    private Walker away(Runnable act) {
        page.evaluate("() => { document.documentElement.dataset.left = '' }");
        act.run();
        page.locator("html:not([data-left])").waitFor();
        page.waitForLoadState();
        return this;
    }

    /** Opens what is folded away. */
    public Walker unfold(String words) {
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        return this;
    }

    public Walker type(String name, String text) {
        page.locator("main [name='" + name + "']:visible").first().fill(text);
        return this;
    }

    /** Presses the big button of an answer. */
    public Walker answer(String name, String words) {
        page.locator("main label:has(input[name='" + name + "'])")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        return this;
    }

    /** Ticks every box of a name. */
    public Walker tickAll(String name) {
        page.locator("main input[type=checkbox][name='" + name + "']")
                .all()
                .forEach(box -> box.setChecked(true));
        return this;
    }

    /** How often the page says so. */
    public int times(String words) {
        return page.getByText(words).count();
    }

    /** Chooses the option whose words contain these. */
    public Walker choose(String name, String words) {
        Locator select = page.locator("main select[name='" + name + "']:visible").first();
        Locator option =
                select.locator("option").filter(new Locator.FilterOptions().setHasText(words));
        assertThat(option.count())
                .as("%s: “%s” in %s", page.url(), words, select.innerText())
                .isPositive();
        select.selectOption(option.first().getAttribute("value"));
        return this;
    }

    /** The page says so. */
    public Walker sees(String... words) {
        for (String word : words) {
            assertThat(page.locator("body").innerText()).as(page.url()).contains(word);
        }
        return this;
    }

    /** Whether the page says so. */
    public boolean reads(String words) {
        return page.locator("body").innerText().contains(words);
    }

    /** The page says so within a minute, also after it has renewed itself. */
    public Walker awaits(String words) {
        try {
            page.getByText(words).first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        } catch (TimeoutError e) {
            sees(words);
        }
        return this;
    }

    public Walker doesNotSee(String... words) {
        for (String word : words) {
            assertThat(page.locator("body").innerText()).as(page.url()).doesNotContain(word);
        }
        return this;
    }

    /** Puts a sample that the program carries into the form's file field. */
    public Walker attach(String sample) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Walker.class.getResourceAsStream("/samples/" + sample))) {
            page.locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload(
                                    sample, "application/octet-stream", file.readAllBytes()));
        }
        return this;
    }

    /** Puts a file into the first file field of the page. */
    public Walker attach(String name, String type, byte[] file) {
        page.locator("input[type=file]").first().setInputFiles(new FilePayload(name, type, file));
        return this;
    }

    /** What stands in a field. */
    public String typed(String name) {
        return page.locator("main [name='" + name + "']").first().inputValue();
    }

    /** The address of this page without the server. */
    public String path() {
        return page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
    }

    /** The file behind a link or button of these words. */
    public Path take(String words) {
        Download download =
                page.waitForDownload(() ->
                        page.locator("main a, main button")
                                .filter(new Locator.FilterOptions().setHasText(words))
                                .first()
                                .click());
        return download.path();
    }

    /** The PDF behind a link of these words, read with the cookies of this person. */
    public byte[] paper(String words) {
        String link =
                page.locator("main a")
                        .filter(new Locator.FilterOptions().setHasText(words))
                        .first()
                        .getAttribute("href");
        return context.request().get(address + link).body();
    }

    /** The session is gone, as after half an hour away from the screen. */
    public Walker loseSession() {
        context.clearCookies();
        return this;
    }

    /**
     * Nothing serious for a screen reader, nothing sideways on a phone; with {@code
     * -Dganbo.pictures=true} a picture of both widths.
     */
    public Walker look() {
        List<String> faults =
                steady(() -> new AxeBuilder(page).analyze()).getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Rule::toString)
                        .toList();
        assertThat(faults).as("axe on %s", page.url()).isEmpty();
        String file =
                "%03d-%s".formatted(LOOKS.incrementAndGet(), kind().replaceAll("[^a-z-]+", "_"));
        picture(file, phone);
        if (PICTURES || !phone) {
            resize(!phone);
            picture(file, !phone);
        }
        if (PICTURES && phone) {
            resize(true);
        }
        assertThat(width())
                .as("%s scrolls sideways on a phone", page.url())
                .isLessThanOrEqualTo(PHONE);
        if (!phone) {
            resize(false);
        }
        return this;
    }

    private void resize(boolean small) {
        page.setViewportSize(small ? PHONE : 1280, small ? 740 : 800);
    }

    private int width() {
        return steady(
                () -> ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }

    /** A page that shows progress loads itself anew; what was asked in between is asked again. */
    private <T> T steady(Supplier<T> read) {
        try {
            return read.get();
        } catch (PlaywrightException e) {
            if (!String.valueOf(e.getMessage()).contains("context was destroyed")) {
                throw e;
            }
            page.waitForLoadState();
            return read.get();
        }
    }

    private void picture(String file, boolean small) {
        if (PICTURES) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(
                                    Path.of(
                                            "target/journey/%s-%s.png"
                                                    .formatted(file, small ? "phone" : "wide")))
                            .setFullPage(true));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
