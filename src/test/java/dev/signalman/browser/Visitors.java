package dev.signalman.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page's visitors, each in a fresh browser. */
final class Visitors implements AutoCloseable {
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int DESK_WIDTH = 1500;
    private static final int DESK_HEIGHT = 920;

    private final Browser browser;
    private final String test;
    private final List<Visitor> all = new ArrayList<>();
    private final List<BrowserContext> others = new ArrayList<>();

    Visitors(Browser browser, String test) {
        this.browser = browser;
        this.test = test.replaceAll("\\W+", "");
    }

    Visitor atADesk(URI page) {
        return opens(page, new Browser.NewContextOptions().setViewportSize(DESK_WIDTH, DESK_HEIGHT));
    }

    /** In a window of this size, light or dark. */
    Visitor in(int width, int height, ColorScheme colours, URI page) {
        return opens(
                page,
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(colours));
    }

    Visitor onAPhone(URI page) {
        return opens(
                page,
                new Browser.NewContextOptions()
                        .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                        .setHasTouch(true)
                        .setIsMobile(true));
    }

    /** A browser of this size for a page that is not the playground's. */
    BrowserContext apart(int width, int height) {
        var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        others.add(context);
        return context;
    }

    private Visitor opens(URI page, Browser.NewContextOptions how) {
        // drawing a pulsing dot sixty times a second without a graphics card takes more than the rest of the page
        var visitor = Visitor.opens(browser.newContext(how.setReducedMotion(ReducedMotion.REDUCE)), page);
        all.add(visitor);
        return visitor;
    }

    /** Checks that the console has no error, and nothing was fetched from elsewhere. */
    void mindComplaints() {
        assertThat(all).allSatisfy(visitor -> assertThat(visitor.complaints()).isEmpty());
    }

    /** Takes screenshots for the analysis of a failure. */
    void photograph() {
        for (int at = 0; at < all.size(); at++) {
            all.get(at).photograph(Path.of("target", "browser", test + "-" + (at + 1) + ".png"));
        }
    }

    @Override
    public void close() {
        all.forEach(Visitor::close);
        others.forEach(BrowserContext::close);
    }
}
