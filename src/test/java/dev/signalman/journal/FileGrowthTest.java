package dev.signalman.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.dispatch.Outcome;
import dev.signalman.storage.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large the file of the embedded database is for what stands in it. */
@Tag("long")
class FileGrowthTest {
    private static final int QUESTIONS = 2_500;
    private static final int ANSWER = 1_500;
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Random random = new Random(1);

    @TempDir
    private Path folder;

    private int asked;

    @Test
    void theFileStaysWithinFourTimesWhatStandsInItWhileItIsUsedAndIdleAndAfterTheEnd() {
        var address = DatabaseAddress.file(folder.resolve("signalman").toString());
        long mostAtTheEnd;
        try (var station = new Station(address, new MovedClock(), new NotedMessenger())) {
            station.works(claim -> station.journal().conclude(claim, Outcome.deliver(Said.toAsker(answer()))));
            ask(station, QUESTIONS);
            long most = 4 * content(station);
            // twenty a second, as long as it takes
            soon().pollInterval(Duration.ofMillis(50)).until(() -> {
                ask(station, 1);
                return size() < most;
            });
            soon().until(() -> allIsDone(station));
            soon().until(() -> size() < most);
            ask(station, QUESTIONS);
            mostAtTheEnd = 4 * content(station);
        }
        assertThat(size()).isLessThan(mostAtTheEnd);
        try (var station = new Station(address, new MovedClock(), new NotedMessenger())) {
            assertThat(station.count("select count(*) from cards")).isEqualTo(asked);
        }
    }

    private void ask(Station station, int times) {
        for (int n = 0; n < times; n++) {
            station.intake().take(Said.typed("q" + asked++, "help", station.clock.instant()));
        }
    }

    /** Such that it takes no less room when it is packed. */
    private String answer() {
        synchronized (random) {
            return random.ints(ANSWER, ' ', '\u007f')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    /** The letters alone of what was answered; indexes and all other columns come on top. */
    private static long content(Station station) {
        soon().until(() -> allIsDone(station));
        return station.count("select sum(length(body) + length(blocks)) from cards");
    }

    /** More of one person's is not taken in hand at once than is fair; a sweep takes the rest. */
    private static boolean allIsDone(Station station) {
        station.sweep();
        return station.idle() && station.count("select count(*) from inbox where due_at is not null") == 0;
    }

    private static ConditionFactory soon() {
        return await().atMost(LONGEST);
    }

    private long size() {
        try {
            return Files.size(folder.resolve("signalman.mv.db"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
