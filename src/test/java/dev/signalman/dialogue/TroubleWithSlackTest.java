package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.CAROL;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SignedRequests;
import dev.signalman.simulator.slack.SlackApiCall;
import dev.signalman.simulator.slack.SlackFault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Slack that is slow, down, or no longer admits the bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TroubleWithSlackTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void heal() {
        bot.slack().faults().none();
        bot.semaphore().heal();
    }

    @AfterAll
    void end() {
        bot.close();
    }

    /** Starts an act in a channel, and lets something happen before its card. */
    private void whileActing(String channel, String message, Runnable happens) {
        var pipeline = bot.passed("web", message);
        bot.says(ALICE, channel, "/semaphore status " + pipeline);
        bot.answerIn(ALICE, channel, message); // so Slack has told who Alice is
        var gate = new CountDownLatch(1);
        int before = bot.semaphore().promotions("web").size();
        bot.semaphore()
                .fault(dev.signalman.simulator.semaphore.http.SemaphoreFault.on("POST", "/promotions")
                        .waitsFor(gate));
        bot.says(ALICE, channel, "/semaphore promote staging " + pipeline);
        bot.answerIn(ALICE, channel, "Promoting web on main", message);
        happens.run();
        gate.countDown();
        bot.until("it is promoted", () -> bot.semaphore().promotions("web").size() == before + 1);
    }

    private List<SlackApiCall> posts() {
        return calls("chat.postMessage");
    }

    private static boolean limited(SlackApiCall call) {
        return call.status() == 429;
    }

    private List<SlackApiCall> calls(String method) {
        return bot.slack().calls().stream()
                .filter(call -> call.method().equals(method))
                .toList();
    }

    @Test
    void aLimitedPostComesWhenSlackSaidAndAnswersElsewhereAreNotHeldUp() {
        bot.slack().faults().next("chat.postMessage", "Limited edition", new SlackFault.RateLimited(4));
        whileActing(DEPLOYS, "Limited edition", () -> {});
        bot.until("it was limited", () -> posts().stream().anyMatch(TroubleWithSlackTest::limited));
        bot.says(BOB, BUILDS, "/semaphore pipelines web");
        bot.answerIn(BOB, BUILDS, "Pipelines of");
        assertThat(posts()).last().matches(TroubleWithSlackTest::limited);
        bot.card("Limited edition", "*staging*");
        bot.until("Slack noted the next", () -> !limited(posts().get(posts().size() - 1)));
        var limited = posts().stream()
                .filter(TroubleWithSlackTest::limited)
                .findFirst()
                .orElseThrow();
        assertThat(Duration.between(
                        limited.at(), posts().get(posts().indexOf(limited) + 1).at()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(3_900));
    }

    @Test
    void aLimitedUpdateComesWhenSlackSaid() {
        var pipeline =
                bot.semaphore().push("web", "main", "Slow motion", "alice").pipelineId();
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "no\n");
        bot.says(ALICE, "/semaphore rebuild " + pipeline);
        var card = bot.card("Rebuilt by Alice", "Slow motion");
        bot.slack().faults().next("chat.update", "web failed on main", new SlackFault.RateLimited(2));
        var all = bot.semaphore().pipelines("web");
        bot.semaphore().failJob(all.get(all.size() - 1), "Build", "compile", 1, "no\n");
        bot.becomes(card, "[Rebuild failed]");
        assertThat(calls("chat.update")).anyMatch(TroubleWithSlackTest::limited);
    }

    @Test
    void anOutageBetweenActAndCardOnlyDelaysTheCard() {
        whileActing(DEPLOYS, "Power cut", () -> bot.slack().faults().outage(true));
        bot.until("Slack was tried", () -> posts().stream().anyMatch(call -> call.status() == 503));
        bot.slack().faults().outage(false);
        bot.card("Promoted to staging by Alice", "Power cut");
    }

    /** Nothing later redraws this card, so exactly this message is retried. */
    @Test
    void whatIsSaidButOnceOutlastsAnOutageToo() {
        int before = posts().size();
        bot.slack().faults().always("chat.postMessage", new SlackFault.Http(503));
        bot.says(CAROL, "/semaphore agents create s1-patient");
        bot.until("Slack was tried", () -> posts().size() > before);
        bot.slack().faults().none();
        bot.card("*Carol* created the agent type `s1-patient`");
    }

    /** A pipeline's card could be redrawn, with blocks, before the sentence is sent. */
    @ParameterizedTest
    @ValueSource(strings = {"invalid_blocks", "msg_too_long", "msg_blocks_too_long"})
    void whenSlackRefusesTheBlocksTheCardComesAsASentenceAndIsCounted(String word) throws Exception {
        var before = plain();
        bot.slack().faults().next("chat.postMessage", "Alice subscribed", new SlackFault.Refused(word));
        bot.says(ALICE, BUILDS, "/semaphore subscribe web@" + word);
        var card = bot.cardIn(BUILDS, "Alice subscribed this channel to ", word);
        assertThat(card.blocks()).hasSize(1);
        assertThat(card.buttons()).isEmpty();
        assertThat(plain()).isEqualTo(before + 1);
    }

    @Test
    void anUpdateOrAnAnswerWhoseBlocksAreRefusedIsASentenceTooUntilItChanges() throws Exception {
        var before = plain();
        var pipeline =
                bot.semaphore().push("web", "main", "Odd change", "alice").pipelineId();
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "no\n");
        bot.says(ALICE, "/semaphore rebuild " + pipeline);
        var card = bot.card("Rebuilt by Alice", "Odd change");
        bot.slack().faults().next("chat.update", "web passed on main", new SlackFault.Refused("msg_too_long"));
        var all = bot.semaphore().pipelines("web");
        bot.semaphore().finish(all.get(all.size() - 1)); // a failure would be drawn again with its findings
        bot.until(
                "it is a sentence",
                () -> bot.slack().now(card).blocks().size() == 1
                        && bot.slack().now(card).text().startsWith("web passed on main"));
        assertThat(bot.slack().now(card).buttons()).isEmpty();

        bot.slack().faults().next("response_url", "web failed on main", new SlackFault.Refused("invalid_blocks"));
        assertThat(bot.asks(ALICE, "/semaphore status " + pipeline).blocks()).hasSize(1);
        assertThat(plain()).isEqualTo(before + 2);
    }

    /** Number of cards whose blocks Slack refused. */
    private int plain() throws Exception {
        var counted = Pattern.compile("signalman_cards_total\\{outcome=\"plain\"\\} (\\d+)")
                .matcher(new SignedRequests(bot).ask("GET", "/metrics").body());
        return counted.find() ? Integer.parseInt(counted.group(1)) : 0;
    }

    /** Number of blocks of a message when it was posted; one for a plain sentence. */
    @Test
    void whoeverAskedIsToldInPrivateWhenTheBotWasThrownOutBeforeTheCard() {
        bot.slack().invite(SECRET);
        whileActing(SECRET, "Closed doors", () -> bot.slack().kick(SECRET));
        var told = bot.answerIn(ALICE, SECRET, "Closed doors", "Promoted to staging by Alice");
        assertThat(told.ephemeralFor()).isEqualTo(ALICE);
    }
}
