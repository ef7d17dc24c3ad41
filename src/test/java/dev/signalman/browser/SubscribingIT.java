package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.browser.Visitor.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The bot's own form: opened by a line or a button, filled in with what Semaphore knows, and submitted. */
@InChromium(InChromium.Lane.FIRST)
final class SubscribingIT {
    @Test
    void aChannelIsSubscribedByChoosing(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address()).as("Alice").goesTo("web-team");
        alice.says("/semaphore subscribe");
        var form = alice.dialog();
        assertThat(form).containsText("Subscribe this channel");
        find(form, "Project", "inf", "infra");
        find(form, "Branch", "mai", "main");
        form.getByLabel("Results").click();
        form.getByRole(AriaRole.OPTION)
                .getByText("failed", new Locator.GetByTextOptions().setExact(true))
                .click();
        form.getByLabel("Results").click();
        button(form, "Subscribe").click();
        assertThat(form).isHidden();
        alice.sees("Alice subscribed this channel to infra on main");
        assertThat(alice.message("Posted here")).containsText("only failed");
    }

    @Test
    void whatTheBotDoesNotTakeIsSaidUnderItsField(Visitors visitors, Demo demo) {
        var bob = visitors.atADesk(demo.address()).as("Bob").goesTo("web-team");
        bob.says("/semaphore subscriptions");
        bob.presses(bob.sees("Subscriptions of this channel"), "Add");
        var form = bob.dialog();
        button(form, "Subscribe").click();
        assertThat(form).containsText("Please complete this required field.");
        find(form, "Project", "api", "api");
        find(form, "Branch", "/(/", "/(/ (a regular expression)");
        button(form, "Subscribe").click();
        assertThat(form).containsText("isn't a supported regular expression");
        find(form, "Branch", "v*", "v* (a pattern)");
        button(form, "Subscribe").click();
        assertThat(form).isHidden();
        bob.sees("Bob subscribed this channel to api on v*");
    }

    private static void find(Locator form, String label, String typed, String option) {
        form.getByLabel(label, new Locator.GetByLabelOptions().setExact(false))
                .first()
                .click();
        form.getByRole(AriaRole.COMBOBOX).fill(typed);
        form.getByRole(
                        AriaRole.OPTION,
                        new Locator.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }
}
