package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.storage.TestDatabase;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two bots on one PostgreSQL, killed at random while builds end. Runs for a third of a minute, or longer with
 * {@code -Dminutes=10} (CONTRIBUTING.md); {@code -Dseed=} repeats an earlier run's choices, but not its timing.
 */
@Tag("everything")
final class RandomKillsIT {
    private static final Duration SHORT = Duration.ofSeconds(20);

    @Test
    void nothingIsLostAndNoMoreIsRepeatedThanKillsExplain(@TempDir Path folder) throws Exception {
        var seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
        var minutes = Integer.getInteger("minutes");
        try (var environment = new KillTestEnvironment(TestDatabase.POSTGRES, folder)) {
            var day = new RandomKillScenario(environment, seed);
            day.runs(minutes == null ? SHORT : Duration.ofMinutes(minutes));
            var tally = day.tally();
            report(System.out, seed, tally);
            assertThat(tally.lost()).as("lost, with seed %s", seed).isEmpty();
            assertThat(tally.repeated()).as("repeated, with seed %s", seed).isLessThanOrEqualTo(tally.kills());
        }
    }

    private static void report(PrintStream out, long seed, RandomKillScenario.Tally tally) {
        out.printf(
                "random kills: seed %d, builds %d, kills %d, lost %d, repeated %d%n",
                seed, tally.builds(), tally.kills(), tally.lost().size(), tally.repeated());
    }
}
