package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.browser.Visitor.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page at a desk's and a phone's width, light and dark: whole, within its window, and without a finding of axe. */
@InChromium(InChromium.Lane.SECOND)
final class AccessibilityIT {
    /** Light and dark in one visit: they differ in colors alone, and two of axe's rules are about these. */
    @ParameterizedTest
    @CsvSource({"1440, 900, true", "900, 700, false", "390, 844, true"})
    void itFitsItsWindowAndAxeFindsNothing(int width, int height, boolean darkToo, Visitors visitors, Demo demo)
            throws IOException {
        var dora = visitors.in(width, height, ColorScheme.LIGHT, demo.address().resolve("/?scene=break-glass"));
        dora.sees("0 of 2");
        Axe.isSound(dora, darkToo);
        dora.box().fill("/semaphore pro");
        Axe.isSound(dora, darkToo);
        dora.box().fill("");
        dora.sees("0 of 2").hover();
        button(dora.sees("0 of 2"), "Inspect this message").click();
        assertThat(dora.dialog()).containsText("Block Kit");
        Axe.isSound(dora, darkToo);
        dora.page().keyboard().press("Escape");
        part(dora, "CI");
        button(dora.page().locator("body"), "Push a commit").click();
        Axe.isSound(dora, darkToo);
        dora.page().keyboard().press("Escape");
        button(dora.page().locator("body"), "Pause").click();
        assertThat(dora.page().getByText("Paused: jobs")).isVisible();
        Axe.isSound(dora, darkToo);
        button(dora.page().locator("body"), "Resume").click();
        part(dora, "Channels");
        Axe.isSound(dora, darkToo);
    }

    @Test
    void theFirstTabSkipsToTheMessages(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address());
        alice.page().keyboard().press("Tab");
        var skip = alice.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Skip to the messages"));
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();
        alice.page().keyboard().press("Enter");
        assertThat(alice.page().locator("#messages")).isFocused();
    }

    @Test
    void aFormBeginsAtItsFirstFieldAndAQuestionAtItsAnswer(Visitors visitors, Demo demo) {
        var bob = visitors.atADesk(demo.address().resolve("/?scene=approval"));
        button(bob.page().locator("body"), "Push a commit").click();
        assertThat(bob.dialog().getByLabel("Project")).isFocused();
        bob.page().keyboard().press("Escape");
        bob.presses(bob.sees("0 of 2"), "Approve");
        assertThat(button(bob.dialog(), "Approve")).isFocused();
        bob.page().keyboard().press("Escape");
    }

    @Test
    void thePageOfAPipelineIsSoundToo(Visitors visitors, Demo demo) throws IOException {
        var alice = visitors.atADesk(demo.address());
        alice.page()
                .navigate(
                        demo.address().resolve("/semaphore-sim/projects/infra").toString());
        alice.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Move the queue to its own host"))
                .click();
        assertThat(alice.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("infra · Plan");
        Axe.findsNothing(alice);
    }

    private static void part(Visitor visitor, String name) {
        var tab = visitor.page()
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Parts of the page"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
        if (tab.isVisible()) {
            tab.click();
        }
    }
}
