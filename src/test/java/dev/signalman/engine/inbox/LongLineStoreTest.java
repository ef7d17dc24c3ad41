package dev.signalman.engine.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.engine.InstanceFixture;
import dev.signalman.engine.JournalModule;
import dev.signalman.engine.ManualClock;
import dev.signalman.engine.RecordingMessenger;
import dev.signalman.port.LongLineStore;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class LongLineStoreTest {
    private final TestDatabase kind;

    LongLineStoreTest(TestDatabase kind) {
        this.kind = kind;
    }

    @Test
    void aLineIsKeptOnceAndFoundByEveryInstance() {
        var address = kind.migrated(JournalModule.MIGRATIONS);
        var line = "run web NAME=" + "\uD83D\uDE00".repeat(3000);
        try (var one = new InstanceFixture(address, new ManualClock(), new RecordingMessenger());
                var other = new InstanceFixture(address, new ManualClock(), new RecordingMessenger())) {
            var reference = one.get(LongLineStore.class).keep(line);
            assertThat(reference).startsWith(LongLineStore.MARK).hasSizeLessThanOrEqualTo(40);
            assertThat(other.get(LongLineStore.class).keep(line)).isEqualTo(reference);
            assertThat(other.get(LongLineStore.class).recall(reference)).isEqualTo(line);
            assertThat(one.get(LongLineStore.class).recall(LongLineStore.MARK + "unknown"))
                    .isNull();
            assertThat(one.count("select count(*) from long_lines")).isOne();
        }
    }
}
