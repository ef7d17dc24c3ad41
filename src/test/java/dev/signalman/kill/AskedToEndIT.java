package dev.signalman.kill;

import static dev.signalman.harness.Town.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.Gate;
import dev.signalman.simulator.semaphore.http.Fault;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM. */
final class AskedToEndIT {
    private static final Duration GRACE = Duration.ofSeconds(25);
    /** Longer than it takes to end for one who waits for nothing, shorter than the bot waits for any answer. */
    private static final Duration STILL_WAITING = Duration.ofSeconds(3);

    private static final int ALL = Deed.values().length;

    @Test
    void whatWasTakenIsFinishedBeforeTheProcessEnds(@TempDir Path folder) throws IOException {
        try (var stage = new Stage(TestDatabase.H2, folder)) {
            var bot = stage.start();
            var gate = new Gate();
            stage.semaphore.fault(Fault.on("POST", "*").times(ALL).answerWaitsFor(gate));
            stage.askForAll();
            await().atMost(Duration.ofSeconds(60)).until(() -> gate.arrived() == ALL);
            bot.terminate();
            await().atMost(GRACE)
                    .until(() -> stage.slack
                                    .says(ALICE, Deed.RUN.channel(), "/semaphore help")
                                    .status()
                            != 200);
            await().during(STILL_WAITING).atMost(GRACE).until(bot::runs);
            gate.open();
            assertThat(bot.exitCode(GRACE)).isIn(0, 143);
            assertThat(stage.store.column("select state from acts"))
                    .hasSize(ALL)
                    .containsOnly("done");
            stage.start();
            stage.everyDeedIsDoneOnce();
        }
    }

    @Test
    void whatCannotBeFinishedInTimeIsTakenUpAfterTheRestart(@TempDir Path folder) throws IOException {
        try (var stage = new Stage(TestDatabase.POSTGRES, folder)) {
            var bot = stage.start();
            var gate = new Gate();
            stage.semaphore.fault(Fault.on("GET", "*").always().waitsFor(gate).cuts());
            stage.askForAll();
            await().atMost(Duration.ofSeconds(60)).until(() -> gate.arrived() > 0);
            bot.terminate();
            assertThat(bot.exitCode(GRACE)).isIn(0, 143);
            stage.semaphore.heal();
            gate.open();
            stage.start();
            stage.everyDeedIsDoneOnce();
        }
    }
}
