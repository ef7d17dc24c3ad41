package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What one of two people sees, and the other does not. */
@InChromium(InChromium.Lane.SECOND)
final class TwoPeopleIT {
    @Test
    void anAnswerForOneIsNotSeenByTheOther(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address());
        var bob = visitors.atADesk(demo.address()).as("Bob");
        alice.says("/semaphore status infra");
        assertThat(alice.sees("infra failed on main")).containsText("Only visible to you");
        alice.says("Who broke infra?");
        bob.sees("Who broke infra?");
        bob.seesNothingOf("infra failed on main");
    }

    @Test
    void aDraftBelongsToWhoTypedIt(Visitors visitors, Demo demo) {
        var visitor = visitors.atADesk(demo.address());
        visitor.box().fill("/semaphore promote production web");
        visitor.as("Bob");
        assertThat(visitor.box()).hasValue("");
        visitor.box().fill("Hello");
        visitor.goesTo("web-team");
        assertThat(visitor.box()).hasValue("");
        visitor.as("Alice").goesTo("deploys");
        assertThat(visitor.box()).hasValue("/semaphore promote production web");
    }

    @Test
    void whatOneDoesAppearsForTheOtherWithoutReload(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address()).goesTo("builds");
        var carol = visitors.atADesk(demo.address()).as("Carol");
        carol.page().evaluate("document.body.dataset.neverReloaded = 'yes'");
        alice.says("/semaphore run api");
        alice.sees("Run by Alice");
        var builds = carol.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("builds"));
        assertThat(builds).containsText("unread");
        carol.goesTo("builds").sees("Run by Alice");
        assertThat(builds).not().containsText("unread");
        assertThat(carol.page().locator("body")).hasAttribute("data-never-reloaded", "yes");
    }

    @Test
    void theMenuOfAMessageIsThePersonsOwn(Visitors visitors, Demo demo) {
        var dora = visitors.atADesk(demo.address()).as("Dora").goesTo("builds");
        dora.says("/semaphore run web");
        var card = dora.sees("Run by Dora");
        card.hover();
        dora.presses(card, "Shortcuts for this message");
        var option = card.getByRole(AriaRole.OPTION).getByText("Act on this pipeline");
        assertThat(option).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        option.click();
        assertThat(dora.message("Run by Dora")).containsText("Only visible to you");
        dora.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Home").setExact(true))
                .click();
        assertThat(dora.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Home tab")))
                .containsText("web");
    }

    @Test
    void aGuestIsToldWhatGuestsMayNotDo(Visitors visitors, Demo demo) {
        var gus = visitors.atADesk(demo.address()).as("Gus");
        gus.says("/semaphore rerun web");
        gus.sees("guest");
    }

    @Test
    void aThreadIsBesideItsMessageAndTakesNoSlashCommands(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address()).goesTo("web-team");
        alice.says("Who looks at the flaky test?");
        var asked = alice.sees("Who looks at the flaky test?");
        asked.hover();
        alice.presses(asked, "Reply in a thread");
        var thread = alice.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Thread"));
        var reply = thread.getByRole(AriaRole.TEXTBOX);
        reply.fill("I do");
        reply.press("Enter");
        assertThat(thread).containsText("I do");
        assertThat(asked).containsText("1 reply");
        reply.fill("/semaphore help");
        reply.press("Enter");
        assertThat(alice.page().getByRole(AriaRole.ALERT)).containsText("no slash commands in threads");
    }
}
