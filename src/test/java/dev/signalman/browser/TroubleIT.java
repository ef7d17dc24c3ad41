package dev.signalman.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What goes wrong is seen as it would be in Slack, and passes. */
@InChromium(InChromium.Lane.FIRST)
final class TroubleIT {
    @Test
    void aDeadBotIsSlacksErrorAndWorksAgainWhenItIsStarted(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address());
        button(alice, "Kill the bot").click();
        assertThat(alice.page().getByText("The bot is dead", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        alice.says("/semaphore agents");
        assertThat(alice.page().getByRole(AriaRole.ALERT)).containsText("Slack shows an error");
        alice.as("Bob");
        assertThat(alice.page().getByRole(AriaRole.ALERT)).isEmpty();
        alice.as("Alice");
        button(alice, "Start the bot").click();
        assertThat(alice.page().getByText("The bot is running")).isVisible();
        alice.says("/semaphore agents");
        alice.sees("s1-acme-arm");
    }

    @Test
    void aLineTypedWhileTheBotStartsIsSentOnceItIsUp(Visitors visitors, Demo demo) {
        var dora = visitors.atADesk(demo.address()).as("Dora");
        button(dora, "Kill and restart the bot").click();
        assertThat(dora.page().getByText("Signalman is starting")).isVisible();
        dora.says("/semaphore agents");
        assertThat(dora.page().getByText("Kept until Signalman has started")).isVisible();
        dora.sees("s1-acme-arm");
        assertThat(dora.page().getByText("Kept until Signalman has started")).isHidden();
        assertThat(dora.page().getByRole(AriaRole.ALERT)).isEmpty();
    }

    @Test
    void aPushCanBePassedOrFailedAtOnce(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address());
        button(alice, "Pause").click();
        assertThat(button(alice, "Resume")).isVisible(); // what is below moves
        button(alice, "Push a commit").click();
        alice.dialog().getByLabel("Project").selectOption("api");
        alice.dialog().getByLabel("Message").fill("Break it at once");
        Visitor.button(alice.dialog(), "Push").click();
        var api = alice.project("api");
        assertThat(api).containsText("Break it at once");
        Visitor.button(api, "Fail compile").click();
        assertThat(block(api, "failed Build")).isVisible();
        button(alice, "Resume").click();
    }

    @Test
    void whatSemaphoreDoesNotAnswerIsSaidAndTheCallsAreListed(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address());
        var down = alice.page().getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Semaphore is down"));
        down.click();
        assertThat(down).isChecked();
        alice.says("/semaphore projects");
        alice.sees("Semaphore");
        down.click();
        assertThat(down).not().isChecked();
        alice.says("/semaphore projects");
        alice.sees("infra");
        var calls = alice.page().getByRole(AriaRole.TABLE);
        assertThat(calls).containsText("/slack/events");
        assertThat(calls).containsText("GET /p"); // projects, pipelines or promotions, without the common prefix
        assertThat(calls).not().containsText("/api/v1alpha");
        assertThat(calls).not().containsText("xoxb");
    }

    @Test
    void timeStandsStillUntilItIsStepped(Visitors visitors, Demo demo) {
        var alice = visitors.atADesk(demo.address());
        button(alice, "Pause").click();
        var banner = alice.page().getByText("Paused: jobs in Semaphore stand still");
        assertThat(banner).isVisible();
        alice.says("/semaphore run infra");
        alice.sees("Run by Alice");
        var infra = alice.project("infra");
        assertThat(block(infra, "passed Check")).isHidden();
        for (int steps = 0; steps < 3; steps++) {
            button(alice, "Step 30 s").click();
        }
        assertThat(block(infra, "passed Check")).isVisible();
        button(alice, "Resume Semaphore's jobs").click();
        assertThat(banner).isHidden();
        assertThat(button(alice, "Pause")).isVisible();
    }

    private static Locator block(Locator project, String name) {
        return project.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
