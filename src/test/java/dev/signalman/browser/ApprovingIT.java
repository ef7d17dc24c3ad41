package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.signalman.browser.Visitor.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A deploy that two must agree to, asked for at a desk and agreed to on phones. */
@InChromium(InChromium.Lane.FIRST)
final class ApprovingIT {
    @Test
    void twoAgreeAndTheDeployIsFollowed(Visitors visitors, Demo demo) {
        var dora = visitors.atADesk(demo.address()).as("Dora").goesTo("builds");
        toStaging(dora);
        dora.says("/semaphore promote production api because refunds wait");
        var request = dora.sees("requests approval to promote api to production");
        assertThat(request).containsText("refunds wait");
        assertThat(request).containsText("0 of 2 approvals");

        approves(visitors.onAPhone(demo.address()).as("Carol"), "requests approval to promote api to production");
        dora.sees("1 of 2 approvals");
        approves(visitors.onAPhone(demo.address()).as("Pia"), "1 of 2 approvals");
        dora.sees("api is deploying to production");
        assertThat(dora.project("api")).containsText("to production");
        button(dora.project("api"), "Let it pass").click();
        var end = dora.sees("api is on production");
        assertThat(end).containsText("Carol");
        assertThat(end).containsText("Pia");
        assertThat(end.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve")))
                .hasCount(0);
    }

    @Test
    void aLockIsStolenOnAPhoneAndItsHolderIsTold(Visitors visitors, Demo demo) {
        var bob = visitors.atADesk(demo.address()).as("Bob").goesTo("builds");
        bob.says("/semaphore lock production web for 2h because the database moves");
        bob.sees("Bob locked production of web");

        var dora = visitors.onAPhone(demo.address()).as("Dora");
        dora.toChannels();
        dora.goesTo("builds").says("/semaphore lock production web because of a hotfix");
        dora.presses(dora.sees("is already locked by Bob"), "Take over lock");
        button(dora.dialog(), "Take over").click();
        dora.sees("Dora took over the lock on production of web from Bob");
        bob.goesTo("Signalman").sees("Dora took over your lock on production of web");
    }

    private static void approves(Visitor visitor, String words) {
        visitor.toChannels();
        visitor.goesTo("builds").presses(visitor.sees(words), "Approve");
        button(visitor.dialog(), "Approve").click();
    }

    private static void toStaging(Visitor visitor) {
        visitor.says("/semaphore promote staging api");
        visitor.sees("staging: deploying by Dora");
        assertThat(visitor.project("api")).containsText("to staging");
        button(visitor.project("api"), "Let it pass").click();
        visitor.sees("staging: deployed");
    }
}
