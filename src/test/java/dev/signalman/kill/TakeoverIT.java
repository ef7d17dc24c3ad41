package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.Gate;
import dev.signalman.simulator.semaphore.http.Fault;
import dev.signalman.simulator.slack.Fault.Http;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two bots on one PostgreSQL. */
@Order(6)
final class TakeoverIT {
    private static final int ALL = Deed.values().length;
    private static final int BUILDS = 5;

    @Test
    void whatBothAreToldOfAndBothLookForIsShownOnceAlsoWhenOneIsKilledOverIt(@TempDir Path folder) throws IOException {
        var channel = Deed.RUN.channel();
        var project = Deed.RUN.project();
        try (var stage = new Stage(TestDatabase.POSTGRES, folder)) {
            stage.notifiesOf(project);
            var first = stage.start();
            stage.subscribe(channel, project); // so the channel's lane is the first one's
            var second = stage.start();
            for (int n = 0; n < BUILDS; n++) {
                finish(stage, "Early " + n);
            }
            Stage.soon(() -> assertThat(stage.shown(channel, "Early")).hasSize(BUILDS));
            second.untilAllIsDone();
            stage.slack.faults().always("chat.postMessage", new Http(503));
            for (int n = 0; n < BUILDS; n++) {
                finish(stage, "Late " + n);
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> stage.store
                            .column("select count(*) from cards where lane = '" + channel + "'")
                            .contains(Integer.toString(BUILDS)));
            first.kill();
            var clock = InstantSource.system();
            var killed = clock.instant();
            stage.slack.faults().none();
            Stage.soon(() -> assertThat(stage.shown(channel, "Late")).hasSizeGreaterThanOrEqualTo(BUILDS));
            assertThat(Duration.between(killed, clock.instant())).isLessThan(Duration.ofSeconds(30));
            second.untilAllIsDone();
            for (int n = 0; n < BUILDS; n++) {
                assertThat(stage.shown(channel, "Early " + n)).hasSize(1);
                assertThat(stage.shown(channel, "Late " + n)).hasSize(1);
            }
        }
    }

    private static void finish(Stage stage, String message) {
        stage.semaphore.finish(stage.semaphore
                .push(Deed.RUN.project(), "main", message, "alice")
                .pipelineId());
    }

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
