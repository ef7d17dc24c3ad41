package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.browser.Visitor.button;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Builds that the CI beside the chat tells of: shown from their start, explained when they fail, and not missed when it does not tell. */
@InChromium(InChromium.Lane.FIRST)
final class NotifyingIT {
    @Test
    void aPushIsShownMovesFailsIsExplainedAndRebuilt(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address()).as("Alice").goesTo("web-team");
        subscribe(alice);
        push(alice, "Bake bread");
        var card = alice.sees("Bake bread");
        assertThat(card).containsText("running");

        button(alice.project("api"), "Fail go test").click();
        button(alice.project("api"), "Pass golangci-lint").click();
        assertThat(card).containsText("failed");
        card.getByText("1 reply").click();
        var thread = alice.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Thread"));
        assertThat(thread).containsText("go test");
        assertThat(thread).containsText("exit code 1");
        assertThat(thread).containsText("New: this job passed");

        alice.presses(card, "Rebuild failed");
        assertThat(thread).containsText("Rebuilt by Alice");
        assertThat(alice.project("api")).containsText("running");
        button(alice.project("api"), "Pass all").click();
        assertThat(thread).containsText("passed");
    }

    @Test
    void whatNoNotificationTellsOfIsFound(Visitors visitors, Demo demo) {
        var bob = visitors.atADesk(demo.address()).as("Bob").goesTo("web-team");
        subscribe(bob);
        var lost = bob.page().getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Webhooks get lost"));
        lost.click();
        assertThat(lost).isChecked();
        push(bob, "Brew tea");
        bob.sees("Brew tea");
        button(bob.project("api"), "Pass all").click();
        assertThat(bob.message("Brew tea")).containsText("passed");
        lost.click();
        assertThat(lost).not().isChecked();
    }

    private static void subscribe(Visitor visitor) {
        visitor.says("/semaphore subscribe api mode=live");
        visitor.sees("subscribed this channel to api");
    }

    private static void push(Visitor visitor, String message) {
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Push a commit"))
                .click();
        var form = visitor.dialog();
        form.getByLabel("Project").selectOption("api");
        form.getByLabel("Message").fill(message);
        button(form, "Push").click();
        assertThat(form).isHidden();
    }
}
