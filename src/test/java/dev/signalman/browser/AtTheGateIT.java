package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deploy that was started elsewhere waits at the gate, two people approve it, and its job goes on. */
@InChromium(InChromium.Lane.SECOND)
final class AtTheGateIT {
    @ParameterizedTest
    @CsvSource({"1440, 900, LIGHT", "390, 844, DARK"})
    void twoPeopleApproveAndTheJobGoesOn(int width, int height, ColorScheme colors, Visitors visitors, Demo demo) {
        var visitor = visitors.in(width, height, colors, demo.address().resolve("/?scene=gate"));
        var card = visitor.sees("infra is waiting at the gate of apply");
        assertThat(card).containsText("dora started it outside Signalman. Its first job waits for your decision.");
        visitor.photograph(Path.of("target", "browser", "gate-" + width + ".png"));
        approves(visitor, "0 of 2 approvals");
        visitor.page()
                .navigate(
                        demo.address().resolve("/?as=U0CAROL&channel=C0DEPLOYS").toString());
        approves(visitor, "1 of 2 approvals");
        assertThat(visitor.sees("infra is deploying to apply")).containsText("approved by");
    }

    private static void approves(Visitor visitor, String standing) {
        visitor.presses(visitor.sees(standing), "Approve");
        Visitor.button(visitor.dialog(), "Approve").click();
    }
}
