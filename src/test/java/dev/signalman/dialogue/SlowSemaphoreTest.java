package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A Semaphore slower than the 15 s time-out; the only dialogue that really takes that long. */
@Tag("once")
final class SlowSemaphoreTest {
    private static final Duration TOO_LONG = Duration.ofMillis(16_500);

    @Test
    void anActIsFoundAgainAndAQuestionIsAnsweredWithWhatIsTheMatter() throws Exception {
        try (var bot = Dialogue.start()) {
            bot.passed("web", "Round invoices");
            var asked =
                    bot.semaphore().push("api", "main", "Sort stamps", "alice").pipelineId();
            bot.semaphore()
                    .fault(SemaphoreFault.on("POST", "/plumber-workflows/*/reschedule")
                            .slowBy(TOO_LONG));
            bot.semaphore()
                    .fault(SemaphoreFault.on("GET", "/pipelines/" + asked)
                            .always()
                            .slowBy(TOO_LONG));
            bot.says(ALICE, "/semaphore rerun web");
            bot.says(BOB, "/semaphore status " + asked);
            bot.answer(BOB, "Semaphore is unreachable or too slow right now. Try again in a few minutes.");
            bot.card("Rerun by Alice", "Round invoices");
            assertThat(bot.semaphore().workflows("web")).hasSize(2);
            bot.until(
                    "the slow answers are given",
                    () -> bot.semaphore().calls().stream()
                            .anyMatch(call -> call.path().equals("/pipelines/" + asked)));
        }
    }
}
