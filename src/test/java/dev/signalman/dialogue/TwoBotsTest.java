package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.RestartablePostgres;
import dev.signalman.harness.SignedRequests;
import dev.signalman.ruling.Policies;
import dev.signalman.simulator.slack.SlackFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two bots on one PostgreSQL, both notified and both polling: each message appears once. */
@Execution(ExecutionMode.CONCURRENT)
final class TwoBotsTest {
    private static final int BUILDS_ENDED = 8;

    /** Long enough for a bot to count as dead. */
    private static final Duration AWAY = Duration.ofSeconds(35);

    private RestartablePostgres database;
    private Dialogue bot;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        database = new RestartablePostgres(folder);
        bot = Dialogue.start(new Policies(List.of()), database.address());
        bot.isJoined();
        bot.isNotifiedOf("web");
        bot.subscribes(ALICE, BUILDS, "web");
        bot.subscribes(ALICE, DEPLOYS, "web mode=live");
    }

    @AfterEach
    void end() throws Exception {
        bot.close();
        database.close();
    }

    private void isShownOnce(String words) {
        for (var channel : List.of(BUILDS, DEPLOYS)) {
            bot.cardIn(channel, words, "passed");
        }
        bot.untilAllIsDone();
        for (var channel : List.of(BUILDS, DEPLOYS)) {
            assertThat(bot.shown(channel, words)).as("%s in %s", words, channel).hasSize(1);
        }
    }

    @Test
    void whatBothAreToldOfAndBothLookForIsShownOnce() {
        for (int n = 0; n < BUILDS_ENDED; n++) {
            bot.passed("web", "Pair " + n + ".");
            if (n % 4 == 3) { // few at once, so none shares a message
                for (int shown = n - 3; shown <= n; shown++) {
                    isShownOnce("Pair " + shown + ".");
                }
                bot.passes(Duration.ofMinutes(1));
            }
        }
        assertThat(bot.semaphore().notifications().deliveries())
                .hasSize(2 * BUILDS_ENDED)
                .allMatch(each -> each.status() == 200);
    }

    @Test
    void ofManyAtOnceFiveHaveTheirOwnMessageAndTheOthersShareOneInEachChannel() {
        for (int n = 0; n < 14; n++) {
            bot.passed("web", "Crowd " + n + ".");
        }
        for (var channel : List.of(BUILDS, DEPLOYS)) {
            bot.cardIn(channel, "*web*: 14 builds since", "14 passed");
        }
        bot.untilAllIsDone();
        for (var channel : List.of(BUILDS, DEPLOYS)) {
            assertThat(bot.shown(channel, "*web* passed")).hasSize(5);
            assertThat(bot.shown(channel, "builds since")).hasSize(1);
        }
    }

    @Test
    void aDatabaseThatIsAwayForAWhileLosesAndRepeatsNothing() throws Exception {
        bot.passed("web", "Before it");
        isShownOnce("Before it");
        bot.passes(Duration.ofMinutes(1));
        bot.slack().faults().next("chat.postMessage", new SlackFault.Slow(Duration.ofSeconds(3)), 2);
        bot.passed("web", "Being posted");
        bot.until(
                "it is wanted, and its post in progress",
                () -> new SignedRequests(bot).ask("GET", "/metrics").body().contains("signalman_cards_unshown 2.0"));
        database.stop();
        for (int n = 0; n < 4; n++) {
            bot.passed("web", "Meanwhile " + n + ".");
        }
        bot.until(
                "nobody takes them",
                () -> bot.semaphore().notifications().deliveries().stream()
                                .filter(each -> each.status() != 200)
                                .count()
                        >= 8);
        bot.passes(AWAY);
        var web = new SignedRequests(bot);
        assertThat(web.ask("GET", "/health/ready").statusCode()).isEqualTo(503);
        database.startAgain();
        bot.until("it is ready", () -> web.ask("GET", "/health/ready").statusCode() == 200);
        isShownOnce("Being posted");
        for (int n = 0; n < 4; n++) {
            isShownOnce("Meanwhile " + n + ".");
        }
        bot.passes(Duration.ofMinutes(1));
        bot.passed("web", "After it");
        isShownOnce("After it");
        isShownOnce("Before it");
    }
}
