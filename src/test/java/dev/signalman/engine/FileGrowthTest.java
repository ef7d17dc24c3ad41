package dev.signalman.engine;

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

/** The embedded database's file size in relation to its content. */
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
        try (var instance = new InstanceFixture(address, new ManualClock(), new RecordingMessenger())) {
            instance.works(
                    claim -> instance.journal().conclude(claim, Outcome.deliver(SampleInvocations.toAsker(answer()))));
            ask(instance, QUESTIONS);
            long most = 4 * content(instance);
            // twenty a second, as long as it takes
            soon().pollInterval(Duration.ofMillis(50)).until(() -> {
                ask(instance, 1);
                return size() < most;
            });
            soon().until(() -> allIsDone(instance));
            soon().until(() -> size() < most);
            ask(instance, QUESTIONS);
            mostAtTheEnd = 4 * content(instance);
        }
        assertThat(size()).isLessThan(mostAtTheEnd);
        try (var instance = new InstanceFixture(address, new ManualClock(), new RecordingMessenger())) {
            assertThat(instance.count("select count(*) from cards")).isEqualTo(asked);
        }
    }

    private void ask(InstanceFixture instance, int times) {
        for (int n = 0; n < times; n++) {
            instance.intake().take(SampleInvocations.typed("q" + asked++, "help", instance.clock.instant()));
        }
    }

    /** Incompressible text. */
    private String answer() {
        synchronized (random) {
            return random.ints(ANSWER, ' ', '\u007f')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    /** Characters of the answers alone, without indexes and other columns. */
    private static long content(InstanceFixture instance) {
        soon().until(() -> allIsDone(instance));
        return instance.count("select sum(length(body) + length(blocks)) from cards");
    }

    /** Only a fair share of one person's work is held at once; a sweep takes the rest. */
    private static boolean allIsDone(InstanceFixture instance) {
        instance.sweep();
        return instance.idle() && instance.count("select count(*) from inbox where due_at is not null") == 0;
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
