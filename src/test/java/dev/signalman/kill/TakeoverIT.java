package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.simulator.slack.SlackFault.Http;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two bots on one PostgreSQL. */
@Order(7)
final class TakeoverIT {
    private static final int ALL = KillTestAct.values().length;
    private static final int BUILDS = 5;

    @Test
    void whatBothAreToldOfAndBothLookForIsShownOnceAlsoWhenOneIsKilledOverIt(@TempDir Path folder) throws IOException {
        var channel = KillTestAct.RUN.channel();
        var project = KillTestAct.RUN.project();
        try (var environment = new KillTestEnvironment(TestDatabase.POSTGRES, folder)) {
            environment.notifiesOf(project);
            var first = environment.start();
            environment.subscribe(channel, project); // so the first one owns the channel's lane
            var second = environment.start();
            for (int n = 0; n < BUILDS; n++) {
                finish(environment, "Early " + n);
            }
            KillTestEnvironment.soon(
                    () -> assertThat(environment.shown(channel, "Early")).hasSize(BUILDS));
            second.untilAllIsDone();
            environment.letsAMinutePass();
            environment.slack.faults().always("chat.postMessage", new Http(503));
            for (int n = 0; n < BUILDS; n++) {
                finish(environment, "Late " + n);
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> environment
                            .database
                            .column("select count(*) from cards where lane = '" + channel + "'")
                            .contains(Integer.toString(BUILDS)));
            first.kill();
            var clock = InstantSource.system();
            var killed = clock.instant();
            environment.slack.faults().none();
            KillTestEnvironment.soon(
                    () -> assertThat(environment.shown(channel, "Late")).hasSizeGreaterThanOrEqualTo(BUILDS));
            assertThat(Duration.between(killed, clock.instant())).isLessThan(Duration.ofSeconds(30));
            second.untilAllIsDone();
            for (int n = 0; n < BUILDS; n++) {
                assertThat(environment.shown(channel, "Early " + n)).hasSize(1);
                assertThat(environment.shown(channel, "Late " + n)).hasSize(1);
            }
        }
    }

    private static void finish(KillTestEnvironment environment, String message) {
        environment.semaphore.finish(environment
                .semaphore
                .push(KillTestAct.RUN.project(), "main", message, "alice")
                .pipelineId());
    }

    @Test
    void whatOneWasKilledInTheMiddleOfIsBroughtToItsEndByTheOtherWithinHalfAMinute(@TempDir Path folder)
            throws IOException {
        try (var environment = new KillTestEnvironment(TestDatabase.POSTGRES, folder)) {
            environment.start();
            var spoken = environment.start();
            var semaphoreCallLatch = new SemaphoreCallLatch();
            environment.semaphore.fault(
                    SemaphoreFault.on("POST", "*").times(ALL).answerWaitsFor(semaphoreCallLatch));
            environment.askForAll();
            await().atMost(Duration.ofSeconds(60)).until(() -> semaphoreCallLatch.arrived() == ALL);
            spoken.kill();
            var clock = InstantSource.system();
            var killed = clock.instant();
            semaphoreCallLatch.open();
            environment.everyDeedIsDoneOnce();
            assertThat(Duration.between(killed, clock.instant())).isLessThan(Duration.ofSeconds(30));
        }
    }
}
