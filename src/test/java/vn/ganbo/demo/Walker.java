package vn.ganbo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody with a browser: signs in as one of the invented people and looks at every page twice.
 */
final class Walker implements AutoCloseable {
    private static final AtomicInteger PICTURES = new AtomicInteger();
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final BrowserContext context;
    private final String address;
    final Page page;

    Walker(Browser browser, int port, String title) {
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale("vi-VN")
                                .setViewportSize(1280, 800));
        context.setDefaultTimeout(20_000);
        address = "http://localhost:" + port;
        page = context.newPage();
        page.navigate(address + "/sign-in");
        page.locator("button[name=office]")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(title))
                .first()
                .click();
        page.waitForURL(url -> !url.endsWith("/sign-in") && !url.endsWith("/demo-sign-in"));
    }

    Walker open(String path) {
        page.navigate(address + path);
        look(path);
        return this;
    }

    /** Clicks a button and waits for the page that follows. */
    Walker press(String words) {
        page.locator("main button:visible")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        page.waitForLoadState();
        return this;
    }

    boolean says(String words) {
        return page.locator("body").innerText().contains(words);
    }

    /**
     * Nothing serious for a screen reader, nothing sideways on a phone; a picture of both widths.
     */
    void look(String name) {
        String file =
                "%03d-%s".formatted(PICTURES.incrementAndGet(), name.replaceAll("[^a-z-]+", "_"));
        List<String> faults =
                new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                                .map(Rule::toString)
                                .toList();
        assertThat(faults).as("axe on %s", page.url()).isEmpty();
        picture(file + "-wide");
        page.setViewportSize(360, 740);
        Object wide = page.evaluate("document.documentElement.scrollWidth");
        picture(file + "-phone");
        page.setViewportSize(1280, 800);
        assertThat(((Number) wide).intValue())
                .as("%s scrolls sideways on a phone", page.url())
                .isLessThanOrEqualTo(360);
    }

    private void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target/journey/" + name + ".png"))
                        .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
