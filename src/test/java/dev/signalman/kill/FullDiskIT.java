package dev.signalman.kill;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.harness.FreePort;
import dev.signalman.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database's disk fills up under a running bot, and later has room again. */
final class FullDiskIT {
    private static final int KIB = 24 << 10;
    private static final int SOME = 3;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration TO_CATCH_UP = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    @Test
    void withoutRoomWhatIsNotTakenIsNotDoneAndAllGoesOnOnceThereIsSome() throws IOException {
        var data = folder.toRealPath().resolve("data");
        try (var environment = new KillTestEnvironment(TestDatabase.H2, folder)) {
            var port = FreePort.next();
            try (var bot = BotProcess.under(Disk.of(KIB), folder, environment.environment(port), "serve")) {
                bot.ready(port);
                var asked = new AtomicInteger();
                await("some are not taken")
                        .atMost(LONG)
                        .pollInterval(Duration.ofMillis(20)) // faster than H2 frees what it no longer needs
                        .until(() -> {
                            Disk.fill(bot, data); // H2 gives room back when it closes a file that it cannot write
                            KillTestAct.RERUN.ask(environment.slack);
                            asked.incrementAndGet();
                            return notTaken(environment) >= SOME;
                        });
                assertThat(bot.out()).contains("No space left on device");

                Files.delete(Disk.filler(bot, data));
                bot.ready(port);
                await("what was taken is done") // each attempt without room made the next one wait longer
                        .atMost(TO_CATCH_UP)
                        .untilAsserted(() -> assertThat(
                                        environment.cards(KillTestAct.RERUN).size())
                                .as(() -> "asked " + asked + ", rerun "
                                        + KillTestAct.RERUN.times(environment.semaphore) + ", errors "
                                        + environment.slack.errors() + ", told "
                                        + environment.told(KillTestAct.RERUN) + "\n"
                                        + environment.slack.drawn(ALICE, KillTestAct.RERUN.channel()) + "\n"
                                        + bot.out())
                                .isBetween(
                                        asked.get()
                                                - notTaken(environment)
                                                - refused(environment)
                                                - perhapsTaken(environment),
                                        asked.get() - notTaken(environment) - refused(environment)));
                environment.semaphore.pipelines(KillTestAct.RERUN.project()).stream()
                        .filter(pipeline -> !"passed".equals(environment.semaphore.state(pipeline)))
                        .forEach(environment.semaphore::finish); // or some are always due to be looked at
                bot.untilAllIsDone(TO_CATCH_UP); // a channel shows one card a second
                assertThat(KillTestAct.RERUN.times(environment.semaphore))
                        .isEqualTo(environment.cards(KillTestAct.RERUN).size());
                KillTestAct.PROMOTE.ask(environment.slack);
                KillTestEnvironment.soon(
                        () -> assertThat(environment.cards(KillTestAct.PROMOTE)).hasSize(1));
                bot.untilAllIsDone(TO_CATCH_UP);
                assertThat(KillTestAct.PROMOTE.times(environment.semaphore)).isOne();
            }
        }
    }

    private static int notTaken(KillTestEnvironment environment) {
        return told(environment, "Not taken, try again in a moment: the database isn't answering.");
    }

    /** Where the disk took long to fill up, Semaphore has too many pipelines. */
    private static int refused(KillTestEnvironment environment) {
        return told(environment, "Limit of queuing pipelines reached. Nothing was changed.");
    }

    /** On a slow machine. */
    private static int perhapsTaken(KillTestEnvironment environment) {
        return told(environment, "Perhaps not taken: the database is too slow to tell.");
    }

    private static int told(KillTestEnvironment environment, String words) {
        return (int) environment.told(KillTestAct.RERUN).stream()
                .filter(told -> told.contains(words))
                .count();
    }
}
