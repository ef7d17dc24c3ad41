package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.browser.Visitor.button;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A deploy with which somebody on call goes ahead alone, and that two others look at afterwards, all on phones. */
@InChromium(InChromium.Lane.SECOND)
final class BreakingGlassIT {
    @Test
    void oneGoesAheadAloneAndTwoOthersClearIt(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address()).as("Alice").goesTo("builds");
        alice.says("/semaphore promote staging api");
        alice.sees("staging: deploying by Alice");
        button(alice.project("api"), "Let it pass").click();
        alice.sees("staging: deployed");
        alice.says("/semaphore promote production api");
        var request = alice.sees("requests approval to promote api to production");
        alice.presses(request, "Break glass");
        alice.sees("can break glass");

        var dora = onAPhone(visitors, demo, "Dora");
        dora.presses(dora.sees("requests approval to promote api to production"), "Break glass");
        var form = dora.dialog();
        form.getByRole(AriaRole.TEXTBOX).fill("Nobody can pay");
        button(form, "Break glass").click();
        assertThat(form).isHidden();
        alice.sees("Dora broke glass");
        assertThat(alice.project("api")).containsText("to production");
        button(alice.project("api"), "Let it pass").click();
        var end = alice.sees("api is on production");
        assertThat(end).containsText("Nobody can pay");
        assertThat(button(end, "Approve")).hasCount(0);

        clears(onAPhone(visitors, demo, "Carol"));
        alice.sees("Needs 1 more review");
        clears(onAPhone(visitors, demo, "Pia"));
        alice.sees("Reviewed by Carol and Pia");
        visitors.photograph();
    }

    private static void clears(Visitor visitor) {
        visitor.presses(visitor.sees("broke glass to promote"), "Mark reviewed");
        button(visitor.dialog(), "Mark reviewed").click();
        assertThat(visitor.dialog()).isHidden();
    }

    private static Visitor onAPhone(Visitors visitors, Demo demo, String name) {
        var visitor = visitors.onAPhone(demo.address()).as(name);
        visitor.toChannels();
        return visitor.goesTo("builds");
    }
}
