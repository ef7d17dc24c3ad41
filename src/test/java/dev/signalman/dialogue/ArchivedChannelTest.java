package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.SlackApiCall;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel is archived during an operation: nobody can post or ask there any more. */
final class ArchivedChannelTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    @Test
    void whoeverAskedIsToldInPrivateWhatCouldNotBePosted() {
        var pipeline = bot.passed("web", "Old papers");
        var semaphoreCallLatch = new SemaphoreCallLatch();
        bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").waitsFor(semaphoreCallLatch));
        bot.says(ALICE, BUILDS, "/semaphore promote staging " + pipeline);
        bot.until("it is being promoted", () -> semaphoreCallLatch.arrived() == 1);
        archive();
        semaphoreCallLatch.open();
        bot.answerIn(ALICE, BUILDS, "Old papers", "Promoted to staging by Alice");
        assertThat(bot.semaphore().promotions("web")).hasSize(1);
        assertThat(bot.messages(BUILDS)).allMatch(each -> each.ephemeral());
    }

    @Test
    void aCardThereStaysAsItIsAndTheSamePipelinesCardElsewhereGoesOn() {
        bot.semaphore().push("web", "main", "Old papers", "alice");
        bot.says(ALICE, BUILDS, "/semaphore rerun web");
        var old = bot.cardIn(BUILDS, "Rerun by Alice", "[Stop]");
        archive();
        var all = bot.semaphore().pipelines("web");
        bot.says(BOB, DEPLOYS, "/semaphore stop pipeline " + all.get(all.size() - 1));
        var card = bot.card("Stopped by Bob");
        bot.becomes(card, "was canceled", "[Rerun]");
        bot.until("the old one was tried", () -> !refused().isEmpty());
        assertThat(bot.slack().now(old).drawn()).isEqualTo(old.drawn());
        assertThat(refused()).hasSizeLessThanOrEqualTo(3); // once per change of the pipeline, not repeatedly
    }

    private void archive() {
        bot.slack().add(bot.slack().channel(BUILDS).whenArchived());
    }

    private List<SlackApiCall> refused() {
        return bot.slack().calls().stream()
                .filter(call -> "is_archived".equals(call.error()))
                .toList();
    }
}
