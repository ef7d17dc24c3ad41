package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.Gate;
import dev.signalman.simulator.semaphore.http.Fault;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two bots on one PostgreSQL. */
final class TakeoverIT {
    private static final int ALL = Deed.values().length;

    @Test
    void whatOneWasKilledInTheMiddleOfIsBroughtToItsEndByTheOtherWithinHalfAMinute(@TempDir Path folder)
            throws IOException {
        try (var stage = new Stage(TestDatabase.POSTGRES, folder)) {
            stage.start();
            var spoken = stage.start();
            var gate = new Gate();
            stage.semaphore.fault(Fault.on("POST", "*").times(ALL).answerWaitsFor(gate));
            stage.askForAll();
            await().atMost(Duration.ofSeconds(60)).until(() -> gate.arrived() == ALL);
            spoken.kill();
            var clock = InstantSource.system();
            var killed = clock.instant();
            gate.open();
            stage.everyDeedIsDoneOnce();
            assertThat(Duration.between(killed, clock.instant())).isLessThan(Duration.ofSeconds(30));
        }
    }
}
