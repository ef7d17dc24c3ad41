package dev.signalman.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a first-time user of the jar sees. */
@Order(4)
final class TourIT {
    private static final Duration AT_MOST = Duration.ofMinutes(4);

    @Test
    void theDayIsPlayedToItsEndAndReadsAsPeopleRead(@TempDir Path folder) throws IOException {
        var bot = BotProcess.start(folder, Map.of(), "demo", "--tour");

        assertThat(bot.exitCode(AT_MOST)).as(bot.out() + bot.err()).isZero();
        assertThat(bot.out())
                .containsSubsequence(
                        "/semaphore help promote",
                        "web* passed on `main`",
                        "[Rebuild failed] [Rerun] [Logs]",
                        "Rebuilt by Carol",
                        "Promoted to staging by Alice",
                        "*production*: deployed",
                        "Dora requests approval to promote *api* to *production*",
                        "approved by @Bob and @Carol",
                        "Guests can look",
                        "Stopped by Alice",
                        "Number invoices without gaps",
                        "Everything was seen as told.")
                .doesNotContainPattern("@?\\b[USCB]0[A-Z]{2,}")
                .doesNotContain("NOT SEEN", "\tat ");
        assertThat(bot.err()).doesNotContain("Exception");
    }
}
