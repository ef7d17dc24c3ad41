package dev.signalman.kill;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM. */
final class SigtermIT {
    private static final Duration GRACE = Duration.ofSeconds(25);
    /** Longer than an idle bot needs to end, shorter than the bot's time-outs. */
    private static final Duration STILL_WAITING = Duration.ofSeconds(3);

    private static final int ALL = KillTestAct.values().length;

    @Test
    void whatWasTakenIsFinishedBeforeTheProcessEnds(@TempDir Path folder) throws IOException {
        try (var environment = new KillTestEnvironment(TestDatabase.H2, folder)) {
            var bot = environment.start();
            var semaphoreCallLatch = new SemaphoreCallLatch();
            environment.semaphore.fault(
                    SemaphoreFault.on("POST", "*").times(ALL).answerWaitsFor(semaphoreCallLatch));
            environment.askForAll();
            await().atMost(Duration.ofSeconds(60)).until(() -> semaphoreCallLatch.arrived() == ALL);
            bot.terminate();
            await().atMost(GRACE)
                    .until(() -> environment
                                    .slack
                                    .says(ALICE, KillTestAct.RUN.channel(), "/semaphore help")
                                    .status()
                            != 200);
            await().during(STILL_WAITING).atMost(GRACE).until(bot::runs);
            semaphoreCallLatch.open();
            assertThat(bot.exitCode(GRACE)).isIn(0, 143);
            assertThat(environment.database.column("select state from acts"))
                    .hasSize(ALL)
                    .containsOnly("done");
            environment.start();
            environment.everyDeedIsDoneOnce();
        }
    }

    @Test
    void whatCannotBeFinishedInTimeIsTakenUpAfterTheRestart(@TempDir Path folder) throws IOException {
        try (var environment = new KillTestEnvironment(TestDatabase.POSTGRES, folder)) {
            var bot = environment.start();
            var semaphoreCallLatch = new SemaphoreCallLatch();
            environment.semaphore.fault(SemaphoreFault.on("GET", "*")
                    .always()
                    .waitsFor(semaphoreCallLatch)
                    .cuts());
            environment.askForAll();
            await().atMost(Duration.ofSeconds(60)).until(() -> semaphoreCallLatch.arrived() > 0);
            bot.terminate();
            assertThat(bot.exitCode(GRACE)).isIn(0, 143);
            environment.semaphore.heal();
            semaphoreCallLatch.open();
            environment.start();
            environment.everyDeedIsDoneOnce();
        }
    }
}
