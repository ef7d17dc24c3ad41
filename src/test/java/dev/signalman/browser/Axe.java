package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks for what keeps people from using the page: https://github.com/dequelabs/axe-core. */
final class Axe {
    /** Installed with what the page is built from. */
    static final Path SCRIPT = Path.of("src/demo/frontend/node_modules/axe-core/axe.min.js");

    private Axe() {}

    /** The page fits into its window, and nothing is found; in the other colors, too, if that is asked for. */
    static void isSound(Visitor visitor, boolean darkToo) throws IOException {
        var overhang = visitor.page()
                .evaluate("[document.documentElement.scrollWidth - innerWidth,"
                        + " document.documentElement.scrollHeight - innerHeight]");
        org.assertj.core.api.Assertions.assertThat(overhang).isEqualTo(List.of(0, 0));
        findsNothing(visitor);
        if (darkToo) {
            turns(visitor, ColorScheme.DARK);
            findsNothing(visitor, "{runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations']}");
            turns(visitor, ColorScheme.LIGHT);
        }
    }

    private static void turns(Visitor visitor, ColorScheme colors) {
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
        assertThat(visitor.page().locator("html"))
                .hasAttribute("data-theme", colors == ColorScheme.DARK ? "dark" : "light");
    }

    static void findsNothing(Visitor visitor) throws IOException {
        visitor.page().evaluate(Files.readString(SCRIPT));
        findsNothing(visitor, "{resultTypes: ['violations']}");
    }

    private static void findsNothing(Visitor visitor, String options) {
        var found = visitor.page()
                .evaluate("async () => (await axe.run(" + options + ")).violations.flatMap(({id, nodes}) =>"
                        + " nodes.map(({target, failureSummary}) => `${id}: ${target} ${failureSummary}`))");
        org.assertj.core.api.Assertions.assertThat((List<?>) found).isEmpty();
    }
}
