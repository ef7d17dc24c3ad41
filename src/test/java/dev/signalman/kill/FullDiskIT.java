package dev.signalman.kill;

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
    private static final String NOT_TAKEN = "Not taken, try again in a moment: the database isn't answering.";

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
                        .pollInterval(Duration.ofMillis(300))
                        .until(() -> {
                            Disk.fill(bot, data); // H2 gives room back when it closes a file that it cannot write
                            KillTestAct.RERUN.ask(environment.slack);
                            asked.incrementAndGet();
                            return notTaken(environment) >= SOME;
                        });
                assertThat(bot.out()).contains("No space left on device");

                Files.delete(Disk.filler(bot, data));
                KillTestEnvironment.soon(() ->
                        assertThat(environment.cards(KillTestAct.RERUN)).hasSize(asked.get() - notTaken(environment)));
                bot.ready(port).untilAllIsDone();
                assertThat(KillTestAct.RERUN.times(environment.semaphore))
                        .isEqualTo(asked.get() - notTaken(environment));
                KillTestAct.PROMOTE.ask(environment.slack);
                KillTestEnvironment.soon(
                        () -> assertThat(environment.cards(KillTestAct.PROMOTE)).hasSize(1));
                bot.untilAllIsDone();
                assertThat(KillTestAct.PROMOTE.times(environment.semaphore)).isOne();
            }
        }
    }

    private static int notTaken(KillTestEnvironment environment) {
        return (int) environment.told(KillTestAct.RERUN).stream()
                .filter(told -> told.contains(NOT_TAKEN))
                .count();
    }
}
