package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import org.junit.jupiter.api.Test;

/** Semaphore is slow; only commands that need it wait. */
final class NeedingNoSemaphoreTest {
    private static final int MANY = 25;

    @Test
    void whatNeedsNoSemaphoreIsAnsweredWhileAllElseWaitsForIt() throws Exception {
        try (var bot = Dialogue.start()) {
            var pipeline = bot.semaphore()
                    .push("web", "main", "Round invoices", "alice")
                    .pipelineId();
            var semaphoreCallLatch = new SemaphoreCallLatch();
            bot.semaphore()
                    .fault(SemaphoreFault.on("GET", "/pipelines/*").always().waitsFor(semaphoreCallLatch));
            for (int n = 0; n < MANY; n++) {
                bot.says(BOB, "/semaphore status " + pipeline);
            }
            bot.until("all workers wait", () -> semaphoreCallLatch.arrived() >= 8);
            bot.says(ALICE, "/semaphore help");
            bot.answer(ALICE, "status");
            bot.says(ALICE, "/semaphore derail web");
            bot.answer(ALICE, "Unknown command");
            assertThat(semaphoreCallLatch.getCount()).isOne();
            semaphoreCallLatch.open();
        }
    }
}
