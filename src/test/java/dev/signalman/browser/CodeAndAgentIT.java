package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.browser.Visitor.button;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bob approves with the code on his phone, and an agent hears in its terminal what people decided. */
@InChromium(InChromium.Lane.FIRST)
final class CodeAndAgentIT {
    @ParameterizedTest
    @CsvSource({"1440, 900", "390, 844"})
    void theCodeIsEnteredAndTheAgentHears(int width, int height, Visitors visitors, Demo demo) throws IOException {
        var bob = visitors.in(width, height, ColorScheme.LIGHT, demo.address().resolve("/?scene=factor"));
        var phone = bob.page().getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Bob’s phone"));
        bob.presses(bob.sees("1 of 2 approvals"), "Approve");
        button(bob.dialog(), "Approve").click();
        bob.dialog().getByLabel("Code from").fill("12345");
        button(bob.dialog(), "Approve").click();
        assertThat(bob.dialog()).containsText("This code is wrong.");
        Axe.isSound(bob, true);
        button(bob.dialog(), "Enter code").click();
        assertThat(bob.dialog().getByLabel("Code from")).hasValue(Pattern.compile("[0-9]{6}"));
        button(bob.dialog(), "Approve").click();
        assertThat(bob.dialog()).hasCount(0);
        assertThat(bob.sees("infra is deploying to rotate-keys")).containsText("Bob");
        assertThat(phone).containsText(Pattern.compile("[0-9]{3} [0-9]{3}"));

        bob.page().navigate(demo.address().resolve("/?scene=agent").toString());
        var terminal =
                bob.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("agent$")));
        assertThat(terminal).isVisible();
        if (button(terminal, "Unfold").isVisible()) {
            button(terminal, "Unfold").click();
        }
        assertThat(terminal).containsText("Point the shop at the new load balancer <!here>");
        assertThat(terminal).containsText("wait_for_request");
        Axe.isSound(bob, true);
        approves(bob, "0 of 2 approvals");
        approves(bob.as("Pia"), "1 of 2 approvals");
        assertThat(terminal).containsText("state=deploying");
        button(terminal, "Close the agent’s terminal").click();
        assertThat(terminal).hasCount(0);
    }

    private static void approves(Visitor visitor, String standing) {
        visitor.presses(visitor.sees(standing), "Approve");
        button(visitor.dialog(), "Approve").click();
    }
}
