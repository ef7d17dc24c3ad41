package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.browser.Visitor.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an app may ask a person for: modals with errors, menus that search, questions before a choice counts. */
@InChromium(InChromium.Lane.FIRST)
final class AskingIT {
    private AskingApp app;

    @BeforeEach
    void start() throws IOException {
        app = AskingApp.start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void aModalStaysOpenWithItsErrorUntilTheAppAcceptsIt(Visitors visitors) {
        var alice = visitors.atADesk(app.address());
        alice.presses(alice.sees("More of it"), "Ask me");
        var modal = alice.dialog();
        assertThat(modal).containsText("Promote web");
        var reason = modal.getByLabel("Reason");
        choose(modal, "Region", "Europe");
        reason.fill("x");
        button(modal, "Promote").click();
        assertThat(modal).containsText("Say it in a word at least.");
        assertThat(reason).hasAttribute("aria-invalid", "true");
        reason.fill("the invoices are wrong");
        reason.press("Enter");
        assertThat(modal).isHidden();
        alice.sees("Because the invoices are wrong, in eu");
    }

    /** After its last control the focus goes to the browser's own UI, represented by the body. */
    @Test
    void aModalKeepsTheFocusAndGivesItBack(Visitors visitors) {
        var alice = visitors.atADesk(app.address());
        var opens = button(alice.sees("More of it"), "Ask me");
        opens.focus();
        opens.press("Enter");
        var modal = alice.dialog();
        assertThat(modal).isVisible();
        for (int presses = 0; presses < 12; presses++) {
            alice.page().keyboard().press("Tab");
            assertThat(alice.page()
                            .evaluate("document.activeElement === document.body"
                                    + " || document.activeElement.closest('dialog') !== null"))
                    .as("after %d presses", presses + 1)
                    .isEqualTo(true);
        }
        alice.page().keyboard().press("Escape");
        assertThat(modal).isHidden();
        assertThat(opens).isFocused();
    }

    @Test
    void aMenuAsksTheAppForWhatIsTyped(Visitors visitors) {
        var alice = visitors.atADesk(app.address());
        var message = alice.sees("More of it");
        button(message, "Branch").click();
        var field = message.getByRole(AriaRole.COMBOBOX);
        field.fill("fe");
        assertThat(message.getByRole(AriaRole.OPTION)).hasCount(2);
        field.press("ArrowDown");
        field.press("Enter");
        alice.sees("Chosen: feature/refunds");
    }

    @Test
    void aChoiceThatAsksFirstCountsOnceItIsAnswered(Visitors visitors) {
        var alice = visitors.atADesk(app.address());
        var message = alice.sees("More of it");
        button(message, "More actions").click();
        message.getByRole(AriaRole.OPTION).getByText("Forget").click();
        assertThat(alice.dialog()).containsText("It cannot be taken back.");
        button(alice.dialog(), "Do it").click();
        alice.sees("Chosen: forget");
    }

    /** A card is redrawn while a person reads its question; the answer counts for the original question. */
    @Test
    void aQuestionStaysOpenWhileTheMessageIsDrawnAnew(Visitors visitors) throws IOException {
        var alice = visitors.atADesk(app.address());
        var message = alice.sees("More of it");
        button(message, "More actions").click();
        message.getByRole(AriaRole.OPTION).getByText("Forget").click();
        assertThat(alice.dialog()).containsText("It cannot be taken back.");
        app.drawsAnew();
        alice.sees("More of it, 2");
        button(alice.dialog(), "Do it").click();
        alice.sees("Chosen: forget, of second@1");
    }

    @Test
    void anAppThatBreaksIsSlacksError(Visitors visitors) {
        var alice = visitors.atADesk(app.address());
        alice.presses(alice.sees("More of it"), "Break");
        assertThat(alice.page().getByRole(AriaRole.ALERT)).containsText("Slack shows an error");
    }

    private static void choose(Locator modal, String label, String option) {
        modal.getByLabel(label).click();
        modal.getByRole(AriaRole.OPTION).getByText(option).click();
    }
}
