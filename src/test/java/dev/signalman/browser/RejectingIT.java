package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.browser.Visitor.button;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A deploy that somebody stops, from a phone. */
@InChromium(InChromium.Lane.FIRST)
final class RejectingIT {
    @Test
    void oneSaysNoWithAReasonAndNothingGoesOut(Visitors visitors, Demo demo) {
        var dora = visitors.atADesk(demo.address()).as("Dora").goesTo("builds");
        toStaging(dora);
        dora.says("/semaphore promote production api");
        var request = dora.sees("requests approval to promote api to production");
        assertThat(request).containsText("Ships");

        var carol = visitors.onAPhone(demo.address()).as("Carol");
        carol.toChannels();
        carol.goesTo("builds").presses(carol.sees("requests approval to promote api to production"), "Reject");
        var form = carol.dialog();
        form.getByRole(AriaRole.TEXTBOX).fill("The refunds are not signed off");
        button(form, "Reject").click();
        assertThat(form).isHidden();
        var end = dora.sees("api was not promoted to production");
        assertThat(end).containsText("The refunds are not signed off");
        assertThat(end).containsText("Carol");
        assertThat(button(end, "Approve")).hasCount(0);
        dora.says("/semaphore why production api");
        dora.sees("Promoting api to production");
    }

    private static void toStaging(Visitor visitor) {
        visitor.says("/semaphore promote staging api");
        visitor.sees("staging: deploying by Dora");
        assertThat(visitor.project("api")).containsText("to staging");
        button(visitor.project("api"), "Pass all").click();
        visitor.sees("staging: deployed");
    }
}
