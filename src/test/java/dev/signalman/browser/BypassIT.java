package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.browser.Visitor.button;

import org.junit.jupiter.api.Test;

/** A deploy under a rule that somebody starts on Semaphore's web, past everybody who should have agreed. */
@InChromium(InChromium.Lane.SECOND)
final class BypassIT {
    @Test
    void itIsNoticedAndToldInTheChannel(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address()).as("Alice").goesTo("builds");
        alice.says("/semaphore promote staging api");
        alice.sees("staging: deploying by Alice");
        button(alice.project("api"), "Pass all").click();
        alice.sees("staging: deployed");
        button(alice.project("api"), "Promote on the web").click();
        alice.dialog().getByLabel("Promotion").selectOption("production");
        button(alice.dialog(), "Promote").click();
        assertThat(alice.dialog()).isHidden();
        var alert = alice.sees("api was promoted to production outside Signalman");
        assertThat(alert).containsText("0 of 2");
        visitors.photograph();
    }
}
