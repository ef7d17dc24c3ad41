package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SlackApiCall;
import dev.signalman.simulator.slack.SlackFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack refuses one channel, thread or message: others are unaffected, and nothing that can be shown is lost. */
final class RefusingSlackTest {
    private static final String POST = "chat.postMessage";
    private static final String UPDATE = "chat.update";

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private List<SlackApiCall> refused(String method) {
        return bot.slack().calls().stream()
                .filter(call -> call.method().equals(method) && call.error() != null)
                .toList();
    }

    private PostedMessage runningCard(String message) {
        bot.semaphore().push("web", "main", message, "alice");
        bot.says(ALICE, "/semaphore rerun web");
        return bot.card("Rerun by Alice", message, "[Stop]");
    }

    private String newest() {
        var all = bot.semaphore().pipelines("web");
        return all.get(all.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no_permission", "access_denied", "ekm_access_denied", "team_access_not_granted"})
    void aChannelThatRefusesIsGivenUpAndSlowsNobodyElse(String word) {
        bot.slack().faults().alwaysIn(BUILDS, POST, new SlackFault.Refused(word));
        bot.passed("web", "Lone wolf");
        bot.says(ALICE, BUILDS, "/semaphore rerun web");
        bot.until("it was refused", () -> !refused(POST).isEmpty());
        bot.says(BOB, DEPLOYS, "/semaphore rerun web");
        bot.card("Rerun by Bob", "Lone wolf");
        bot.answerIn(ALICE, BUILDS, "Rerun by Alice", "Lone wolf");
        assertThat(bot.shown(BUILDS, "Lone wolf")).isEmpty();
        assertThat(refused(POST)).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update_failed", "external_channel_migrating", "internal_error", "ekm_access_denied"})
    void whatIsPassingOnAnUpdateHeals(String word) {
        var card = runningCard("Slow burn");
        bot.slack().faults().alwaysIn(DEPLOYS, UPDATE, new SlackFault.Refused(word));
        bot.semaphore().finish(newest());
        bot.until("it was refused twice", () -> refused(UPDATE).size() > 1);
        bot.slack().faults().none();
        bot.becomes(card, "passed on", "Slow burn");
    }

    @Test
    void aWordThatNobodyKnowsIsTriedAFewTimesOnAnUpdate() {
        var card = runningCard("Brave new word");
        bot.slack().faults().next(UPDATE, new SlackFault.Refused("a_word_of_next_year"), 3);
        bot.semaphore().finish(newest());
        bot.becomes(card, "passed on", "Brave new word");
        assertThat(refused(UPDATE)).hasSize(3);
    }

    @Test
    void inALockedThreadTheCardGoesToTheChannelAndSubscriptionsGoOn() {
        bot.subscribes(ALICE, DEPLOYS, "web");
        var pipeline = bot.passed("web", "Behind the lock");
        var card = bot.card("passed on", "Behind the lock");
        bot.slack().restrictions().locks(card);
        bot.says(ALICE, "/semaphore promote staging " + pipeline);
        var deploy = bot.card("Promoted to staging by Alice", "Behind the lock");
        assertThat(deploy.threadTs()).isNull();
        bot.passed("web", "In the open air");
        bot.card("passed on", "In the open air");
        assertThat(bot.messages(bot.slack().direct(ALICE).id())).isEmpty();
    }

    @Test
    void aMessageThatMayNotBeEditedAnyMoreGetsItsFinalStateAsANewMessage() {
        var card = runningCard("Written in stone");
        bot.slack().restrictions().editableFor(Duration.ZERO);
        var running = newest();
        bot.semaphore().finish(running);
        var last = bot.card("passed on", "Written in stone");
        assertThat(last.ts()).isNotEqualTo(card.ts());
        assertThat(last.buttons()).contains("Rerun");
        bot.untilAllIsDone();
        assertThat(bot.shown(DEPLOYS, "Written in stone")).hasSize(2);
    }

    @Test
    void whatIsNotFinalIsNotPostedAnew() {
        bot.slack().restrictions().editableFor(Duration.ZERO);
        var card = runningCard("Step by step");
        bot.semaphore().begin(newest());
        bot.until("a change was refused", () -> !refused(UPDATE).isEmpty());
        bot.untilAllIsDone();
        assertThat(bot.shown(DEPLOYS, "Step by step")).hasSize(1);
        bot.semaphore().finish(newest());
        bot.card("passed on", "Step by step");
        bot.untilAllIsDone();
        assertThat(bot.shown(DEPLOYS, "Step by step")).hasSize(2);
        assertThat(bot.slack().now(card).drawn()).isEqualTo(card.drawn());
    }

    @Test
    void thatOneAnswerMustWaitHoldsUpNobodyElsesAndLastsAsLongAsSlackSaid() {
        bot.passed("web", "Take a number");
        bot.slack().faults().next("response_url", new SlackFault.RateLimited(3));
        bot.says(ALICE, "/semaphore pipelines web");
        bot.until("it was limited", () -> !refused("response_url").isEmpty());
        bot.asks(BOB, "/semaphore status web");
        assertThat(refused("response_url")).hasSize(1);
        assertThat(bot.slack().visibleTo(ALICE, DEPLOYS))
                .noneMatch(each -> each.ephemeral() && each.drawn().contains("Pipelines of"));
        bot.answer(ALICE, "Pipelines of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ekm_access_denied", "invalid_token", "token_revoked", "action_prohibited"})
    void anAnswerThatTheResponseUrlDoesNotTakeIsWhisperedAndNobodyElseWaits(String word) {
        bot.passed("web", "Side entrance");
        bot.slack().faults().next("response_url", new SlackFault.Refused(word));
        bot.says(ALICE, "/semaphore pipelines web");
        bot.answer(ALICE, "Pipelines of");
        bot.asks(BOB, "/semaphore status web");
        assertThat(bot.slack().calls())
                .anyMatch(call -> call.method().equals("chat.postEphemeral") && call.error() == null);
    }
}
