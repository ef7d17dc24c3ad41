package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.browser.Visitor.button;

import org.junit.jupiter.api.Test;

/** Behind a message are the calls that made it, the ledger's row, and its blocks. */
@InChromium(InChromium.Lane.SECOND)
final class InspectingIT {
    @Test
    void aCardShowsItsCallsItsRowAndItsBlocks(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address());
        alice.says("/semaphore run infra");
        var card = alice.sees("Run by Alice");
        card.hover();
        button(card, "Inspect this message").click();
        var dialog = alice.dialog();
        assertThat(dialog).containsText("POST /api/v1alpha/plumber-workflows");
        assertThat(dialog).containsText("after /slack/events from Slack");
        assertThat(dialog).containsText("\"type\": \"actions\"");
        assertThat(dialog).containsText("Alice");
        assertThat(dialog).not().containsText("xoxb");
        alice.page().keyboard().press("Escape");
        assertThat(dialog).isHidden();
    }

    @Test
    void anAnswerOnlyForOneHasNoRow(Visitors visitors, Demo demo) {
        var bob = visitors.atADesk(demo.address()).as("Bob");
        bob.says("/semaphore status web");
        var answer = bob.sees("web passed on main");
        answer.hover();
        button(answer, "Inspect this message").click();
        assertThat(bob.dialog()).containsText("No row: nothing was changed.");
        assertThat(bob.dialog()).containsText("GET /api/v1alpha/");
    }
}
