package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two bots on one PostgreSQL: a promotion past them is reported once, and one by a bot that died, never. */
@Execution(ExecutionMode.CONCURRENT)
final class BypassTogetherTest {
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        var staging = Policy.of("staging", List.of("web"), List.of(), null)
                .with(new Approvals(
                        0, List.of(), BUILDS, Approvals.Notify.NONE, false, Approvals.USUAL_LIFE, List.of()));
        var production = Policy.of("production", List.of("web"), List.of(), null)
                .with(new Approvals(
                        2, List.of(RELEASE), BUILDS, Approvals.Notify.MENTION, false, Approvals.USUAL_LIFE, List.of()));
        bot = Dialogue.start(new Policies(List.of(staging, production)), TestDatabase.POSTGRES.whole());
        bot.isJoined();
        bot.until(
                "web is looked through",
                () -> bot.semaphore().calls().stream()
                        .anyMatch(call -> call.query().contains("created_after")));
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @Test
    void bypassSeenByTwoBotsIsReportedOnce() {
        var pipeline = bot.passed("web", "Round invoices");
        bot.promotedOnTheWeb("web", pipeline, "production");
        bot.cardIn(BUILDS, "outside Signalman", "Round invoices");
        bot.promotedOnTheWeb("web", bot.passed("web", "Sort invoices"), "production");
        bot.cardIn(BUILDS, "outside Signalman", "Sort invoices");
        bot.passes(A_WHILE);
        bot.untilAllIsDone();
        assertThat(bot.shown(BUILDS, "outside Signalman")).hasSize(2);
    }

    @Test
    void promotionByABotThatDiedIsNotReportedAsABypass() {
        bot.passed("web", "Round invoices");
        var semaphoreCallLatch = new SemaphoreCallLatch();
        bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").answerWaitsFor(semaphoreCallLatch));
        bot.says(ALICE, "/semaphore promote staging web");
        bot.until("it is promoted", () -> bot.semaphore().pipelines("web").size() == 2);
        bot.kill();
        semaphoreCallLatch.open();
        bot.until(
                "the other one took it over",
                () -> !bot.shown(DEPLOYS, "Promoted to staging by Alice").isEmpty());
        assertThat(bot.shown(DEPLOYS, "outside Signalman")).isEmpty();
        assertThat(bot.semaphore().promotions("web")).containsExactly("staging");
    }
}
