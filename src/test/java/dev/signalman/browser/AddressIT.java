package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page's address says: a person, a place, or a scene to set up. */
@InChromium(InChromium.Lane.FIRST)
final class AddressIT {
    @Test
    void aReloadKeepsPersonAndChannelAndBackGoesBack(Visitors visitors, Demo demo) {
        var visitor = visitors.atADesk(demo.address()).as("Pia").goesTo("builds");
        visitor.page().reload();
        assertThat(person(visitor, "Pia")).hasAttribute("aria-pressed", "true");
        assertThat(heading(visitor)).containsText("builds");
        visitor.page().goBack();
        assertThat(heading(visitor)).containsText("deploys");
        visitor.page().goBack();
        assertThat(person(visitor, "Alice")).hasAttribute("aria-pressed", "true");
        visitor.page().goForward();
        assertThat(person(visitor, "Pia")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void whoMayNotSeeTheChannelSeesTheUsualOne(Visitors visitors, Demo demo) {
        var visitor = visitors.atADesk(demo.address().resolve("/?as=U0GUEST&channel=C0INCIDENT"));
        assertThat(person(visitor, "Gus")).hasAttribute("aria-pressed", "true");
        assertThat(heading(visitor)).containsText("deploys");
    }

    @Test
    void aSceneIsSetUpOnceAndSeenByWhomItIsFor(Visitors visitors, Demo demo) {
        var visitor = visitors.atADesk(demo.address().resolve("/?scene=break-glass"));
        assertThat(person(visitor, "Dora")).hasAttribute("aria-pressed", "true");
        var request = visitor.sees("0 of 2");
        visitor.choosesMore(request, "Break glass");
        assertThat(visitor.dialog()).isVisible();
        visitor.page().keyboard().press("Escape");
        assertThat(visitor.page()).hasURL(Pattern.compile("\\?as=U0DORA&channel=C0DEPLOYS$"));
        visitor.page().reload();
        visitor.sees("0 of 2");
        assertThat(visitor.page()
                        .locator(".conversation .message")
                        .filter(new Locator.FilterOptions().setHasText("of 2")))
                .hasCount(1);
    }

    @Test
    void thereAreLinksToScenes(Visitors visitors, Demo demo) {
        var visitor = visitors.atADesk(demo.address());
        visitor.page().getByText("Scenes").click();
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A build failed"))
                .click();
        visitor.sees("web failed");
        assertThat(person(visitor, "Alice")).hasAttribute("aria-pressed", "true");
    }

    private static Locator person(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("You are"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + " ")));
    }

    private static Locator heading(Visitor visitor) {
        return visitor.page()
                .locator(".conversation")
                .getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(2));
    }
}
