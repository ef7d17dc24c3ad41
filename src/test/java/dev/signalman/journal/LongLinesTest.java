package dev.signalman.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.dispatch.LongLines;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class LongLinesTest {
    private final TestDatabase kind;

    LongLinesTest(TestDatabase kind) {
        this.kind = kind;
    }

    @Test
    void aLineIsKeptOnceAndFoundByEveryInstance() {
        var address = kind.migrated(JournalModule.MIGRATIONS);
        var line = "run web NAME=" + "\uD83D\uDE00".repeat(3000);
        try (var one = new Station(address, new MovedClock(), new NotedMessenger());
                var other = new Station(address, new MovedClock(), new NotedMessenger())) {
            var reference = one.get(LongLines.class).keep(line);
            assertThat(reference).startsWith(LongLines.MARK).hasSizeLessThanOrEqualTo(40);
            assertThat(other.get(LongLines.class).keep(line)).isEqualTo(reference);
            assertThat(other.get(LongLines.class).recall(reference)).isEqualTo(line);
            assertThat(one.get(LongLines.class).recall(LongLines.MARK + "unknown"))
                    .isNull();
            assertThat(one.count("select count(*) from long_lines")).isOne();
        }
    }
}
