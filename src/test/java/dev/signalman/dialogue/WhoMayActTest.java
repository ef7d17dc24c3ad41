package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.GUS;
import static dev.signalman.harness.WorkspaceFixture.SHARED;
import static dev.signalman.harness.WorkspaceFixture.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SlackFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may ask and who may act, by Slack's account data. */
final class WhoMayActTest {
    private Dialogue bot;
    private String pipeline;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
        pipeline =
                bot.semaphore().push("web", "main", "Round invoices", "alice").pipelineId();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void nothingHappened() {
        assertThat(bot.changesAsked()).isEmpty();
        assertThat(bot.semaphore().workflows("web")).hasSize(1);
    }

    @Test
    void guestsMayAskButNotAct() {
        var card = bot.asks(GUS, "/semaphore status web");
        assertThat(card.drawn()).contains("Round invoices");
        assertThat(bot.asks(GUS, "/semaphore rerun web").drawn())
                .contains(
                        "You're a guest in this workspace. Guests can look, but not change anything. Ask a full "
                                + "member to do it.",
                        "Nothing was changed");
        var pressed = bot.nextTo(GUS, DEPLOYS, () -> bot.presses(GUS, card, "Stop"));
        bot.answer(GUS, "Guests can look");
        assertThat(pressed.ephemeral()).isTrue();
        nothingHappened();
    }

    @Test
    void peopleOfOtherOrganizationsMayNeitherActNorAsk() {
        bot.says(ALICE, SHARED, "/semaphore rerun web");
        var card = bot.cardIn(SHARED, "Rerun by Alice");
        bot.semaphore().forgetCalls();

        bot.presses(STRANGER, card, "Stop");
        bot.answerIn(STRANGER, SHARED, "You belong to another organization");
        assertThat(bot.changesAsked()).isEmpty();
        assertThat(bot.becomes(card, "[Stop]").drawn()).doesNotContain("Stranger");
    }

    @Test
    void botsMayNot() {
        bot.slack().add(SimulatedPerson.member("U0ROBOT", "Robot").as(SimulatedPerson.Standing.BOT));
        assertThat(bot.asks("U0ROBOT", "/semaphore rerun web").drawn())
                .contains("Bots can't use Signalman. Ask a person to do it.");
        assertThat(bot.asks("U0ROBOT", "/semaphore audit 5").drawn())
                .contains("Bots can't use Signalman. Ask a person to do it.")
                .doesNotContain("#1");
        nothingHappened();
    }

    @Test
    void whoseAccountIsClosedMeanwhileMayNot() {
        var dora = bot.slack().add(SimulatedPerson.member("U0DORA", "Dora"));
        bot.slack().faults().next("users.info", new SlackFault.Slow(Duration.ofMillis(700)));
        bot.says(dora.id(), "/semaphore rerun web");
        bot.slack().add(dora.whenDeactivated());

        org.awaitility.Awaitility.await()
                .until(() -> bot.messages(DEPLOYS).stream()
                        .anyMatch(each -> each.drawn().contains("Your account is deactivated")));
        nothingHappened();
    }

    @Test
    void whoSlackCannotTellMayNeitherActNorAsk() {
        bot.slack().faults().always("users.info", new SlackFault.Http(503));
        assertThat(bot.asks(BOB, "/semaphore rerun web").drawn())
                .contains("Slack didn't tell me who you are", "Nothing was changed");
        assertThat(bot.asks(BOB, "/semaphore status web").drawn())
                .contains("Slack didn't tell me who you are")
                .doesNotContain("Round invoices");
        nothingHappened();
    }

    @Test
    void onlyWhomTheConfigurationNamesMayChangeAgentTypes() {
        assertThat(bot.asks(ALICE, "/semaphore agents create s1-new").drawn())
                .contains("Only platform can use \"agents create\"", "Nothing was changed");
        assertThat(bot.semaphore().agentTypes()).isEmpty();

        bot.says(CAROL, "/semaphore agents create s1-new");
        bot.card("*Carol* created the agent type `s1-new`");
        assertThat(bot.semaphore().agentTypes()).containsExactly("s1-new");
    }

    @Test
    void whenSlackDoesNotSayWhoIsInAGroupNobodyIs() {
        bot.slack().faults().always("usergroups.users.list", new SlackFault.Http(503));
        assertThat(bot.asks(CAROL, "/semaphore agents create s1-new").drawn())
                .contains("Slack didn't confirm that you're one of them", "Nothing was changed");
        assertThat(bot.semaphore().agentTypes()).isEmpty();
    }

    @Test
    void overridingIsForNobodyUntilTheConfigurationNamesSomebody() {
        assertThat(bot.asks(CAROL, "/semaphore promote staging " + pipeline + " override")
                        .drawn())
                .contains("Nobody can use \"override\" yet", "access: {override:", "Nothing was changed");
        nothingHappened();
    }
}
