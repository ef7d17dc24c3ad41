package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.browser.Visitor.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Lines, buttons and questions, from the message box to the CI and back. */
@InChromium(InChromium.Lane.SECOND)
final class PromotingIT {
    @Test
    void aTypedPromotionIsCompletedByTheKeyboardAndSeenToItsEndWithoutReload(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address());
        alice.page().evaluate("document.body.dataset.neverReloaded = 'yes'");
        alice.box().pressSequentially("/semaphore promo");
        var commands = alice.page().getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("Commands"));
        assertThat(commands.getByRole(AriaRole.OPTION)).hasCount(2);
        alice.box().press("ArrowDown");
        alice.box().press("Tab");
        assertThat(alice.box()).hasValue("/semaphore promote ");
        alice.box().pressSequentially("staging web");
        alice.box().press("Enter");
        alice.sees("staging: deploying by Alice");
        var web = alice.project("web");
        assertThat(web).containsText("to staging");
        button(web, "Let it pass").click();
        alice.sees("staging: deployed");
        assertThat(alice.page().locator("body")).hasAttribute("data-never-reloaded", "yes");
    }

    @Test
    void aFailedPipelineIsRunAgainByItsButton(Visitors visitors, Demo demo) {
        var bob = visitors.atADesk(demo.address()).as("Bob").goesTo("builds");
        bob.says("/semaphore status infra");
        bob.presses(bob.sees("infra failed on main"), "Rerun");
        bob.sees("Rerun by Bob");
        assertThat(bob.project("infra").getByText("running").first()).isVisible();
    }

    @Test
    void whatCannotBeTakenBackIsAskedFirst(Visitors visitors, Demo demo) {
        var carol = visitors.atADesk(demo.address()).as("Carol").goesTo("web-team");
        carol.says("/semaphore run api");
        var card = carol.sees("Run by Carol");
        carol.presses(card, "Stop");
        assertThat(carol.dialog()).containsText("Stop this pipeline?");
        button(carol.dialog(), "Cancel").click();
        assertThat(carol.dialog()).isHidden();
        carol.presses(card, "Stop");
        carol.page().keyboard().press("Escape");
        assertThat(carol.dialog()).isHidden();
        assertThat(carol.message("Run by Carol")).not().containsText("Stopped by");
        carol.presses(card, "Stop");
        button(carol.dialog(), "Stop").click();
        carol.sees("Stopped by Carol");
    }

    @Test
    void aLinkToSemaphoreLeadsToItsPipelineInThePanel(Visitors visitors, Demo demo) {
        var pia = visitors.atADesk(demo.address()).as("Pia").goesTo("deploys");
        pia.says("/semaphore status web@refs/tags/v2.4.0");
        var web = pia.project("web");
        assertThat(web.locator(".pipeline-head")).not().containsText("v2.4.0");
        pia.sees("Release 2.4.0")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open in Semaphore"))
                .click();
        assertThat(web.locator(".pipeline-head")).containsText("v2.4.0");
        assertThat(web).isFocused();
    }

    @Test
    void whatFailsAtSemaphoreIsNoticedByTheBot(Visitors visitors, Demo demo) {
        var dora = visitors.atADesk(demo.address()).as("Dora").goesTo("builds");
        var infra = dora.project("infra");
        dora.says("/semaphore run infra");
        dora.sees("Run by Dora");
        assertThat(infra).containsText("signalman-bot");
        button(infra, "Fail terraform validate").click();
        dora.sees("infra failed on main");
    }
}
