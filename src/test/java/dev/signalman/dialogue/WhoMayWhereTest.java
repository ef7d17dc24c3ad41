package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.SlackFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results are posted where the act was requested, so nothing is done where the bot may not post. */
final class WhoMayWhereTest {
    private static final String PAIR = "D0ALICEBOB";

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
        bot.slack().add(Conversation.direct(PAIR, ALICE, BOB));
        bot.semaphore().push("web", "main", "Round invoices", "alice");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, PAIR})
    void whereTheBotMayNotPostItAnswersButDoesNotAct(String channel) {
        var card = bot.asksIn(ALICE, channel, "/semaphore status web");
        assertThat(card.drawn()).contains("Round invoices");
        assertThat(bot.asksIn(ALICE, channel, "/semaphore rerun web").drawn())
                .contains("/invite @Signalman", "Nothing was changed");
        assertThat(bot.asksIn(ALICE, channel, "/semaphore use web").drawn()).contains("/invite @Signalman");
        bot.presses(ALICE, card, "Stop");
        bot.answerIn(ALICE, channel, "/invite @Signalman", "Nothing was changed");

        assertThat(bot.changesAsked()).isEmpty();
        assertThat(bot.messages(channel)).allMatch(each -> each.ephemeral());
    }

    @Test
    void onceInvitedItActs() {
        bot.slack().invite(SECRET);
        bot.says(ALICE, SECRET, "/semaphore rerun web");
        bot.cardIn(SECRET, "Rerun by Alice");
        assertThat(bot.semaphore().workflows("web")).hasSize(2);
    }

    @Test
    void inItsOwnConversationWithSomebodyItActs() {
        var direct = bot.slack().direct(ALICE).id();
        bot.says(ALICE, direct, "/semaphore rerun web");
        bot.cardIn(direct, "Rerun by Alice");
    }

    @Test
    void inAGroupThatItIsInItActs() {
        bot.slack()
                .add(Conversation.direct(
                        "G0GROUP", ALICE, BOB, bot.slack().app().botUserId()));
        bot.says(ALICE, "G0GROUP", "/semaphore rerun web");
        bot.cardIn("G0GROUP", "Rerun by Alice");
    }

    @Test
    void whatSlackWillNotTellLaterEitherIsNotToBeTriedAgain() {
        bot.slack().faults().next("conversations.info", new SlackFault.Refused("missing_scope"));
        assertThat(bot.asks(ALICE, "/semaphore rerun web").drawn())
                .contains("missing_scope", "Trying again won't help.")
                .doesNotContain("in a few minutes");
        bot.slack().faults().next("conversations.info", new SlackFault.Refused("service_unavailable"));
        assertThat(bot.asks(ALICE, "/semaphore rerun web").drawn()).contains("Try again in a few minutes.");
    }

    @Test
    void inAPublicChannelThatNobodyInvitedItToItActs() {
        bot.slack().add(Conversation.open("C0OPEN", "open", ALICE));
        bot.says(ALICE, "C0OPEN", "/semaphore rerun web");
        bot.cardIn("C0OPEN", "Rerun by Alice");
    }
}
