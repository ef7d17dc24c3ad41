package dev.signalman.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Those who have the page open, each in a browser that has never seen it. */
final class Visitors implements AutoCloseable {
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int DESK_WIDTH = 1500;
    private static final int DESK_HEIGHT = 920;

    private final Browser browser;
    private final String test;
    private final List<Visitor> all = new ArrayList<>();

    Visitors(Browser browser, String test) {
        this.browser = browser;
        this.test = test.replaceAll("\\W+", "");
    }

    Visitor atADesk(URI page) {
        return opens(page, new Browser.NewContextOptions().setViewportSize(DESK_WIDTH, DESK_HEIGHT));
    }

    Visitor onAPhone(URI page) {
        return opens(
                page,
                new Browser.NewContextOptions()
                        .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                        .setHasTouch(true)
                        .setIsMobile(true));
    }

    private Visitor opens(URI page, Browser.NewContextOptions how) {
        var visitor = Visitor.opens(browser.newContext(how), page);
        all.add(visitor);
        return visitor;
    }

    /** The browser's console holds no error, and nothing was fetched from elsewhere. */
    void mindComplaints() {
        assertThat(all).allSatisfy(visitor -> assertThat(visitor.complaints()).isEmpty());
    }

    /** What each of them sees, for whoever reads a failure. */
    void photograph() {
        for (int at = 0; at < all.size(); at++) {
            all.get(at).photograph(Path.of("target", "browser", test + "-" + (at + 1) + ".png"));
        }
    }

    @Override
    public void close() {
        all.forEach(Visitor::close);
    }
}
