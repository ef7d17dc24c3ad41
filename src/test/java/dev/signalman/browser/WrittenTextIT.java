package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Text of people and commits is shown literally. */
@InChromium
final class WrittenTextIT {
    @Test
    void whatLooksLikeMarkupStaysAsItWasTyped(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address());
        alice.says("First <b>one</b> & &lt;two&gt;, then http://127.0.0.1:1/a:b of @platform");
        alice.sees("First <b>one</b> & &lt;two&gt;, then http://127.0.0.1:1/a:b of @platform");
    }

    @Test
    void aCommitUnderALinkMentionsNobody(Visitors visitors, Demo demo) {
        var carol = visitors.atADesk(demo.address()).as("Carol").goesTo("web-team");
        carol.says("/semaphore status web@main");
        var link = carol.sees("Round invoices half-even")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open in Semaphore"))
                .getAttribute("href");
        carol.says("Look at " + link);
        assertThat(carol.sees("Look at " + link)).containsText("Round invoices half-even <!channel> & stop drifting");
    }
}
