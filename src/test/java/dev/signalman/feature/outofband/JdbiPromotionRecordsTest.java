package dev.signalman.feature.outofband;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.feature.RowWriter;
import dev.signalman.port.PromotionRecords.Kept;
import dev.signalman.port.PromotionRecords.Way;
import dev.signalman.simulator.SettableClock;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written down of promotions, on every database. */
@OnEachDatabase
class JdbiPromotionRecordsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Database database;
    private final JdbiPromotionRecords records;

    JdbiPromotionRecordsTest(TestDatabase kind) {
        database = kind.open(OutOfBandModule.MIGRATIONS);
        records = new JdbiPromotionRecords(database.jdbi(), new SettableClock(NOON));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Kept kept(String id, String promotion, @Nullable Instant at, Way way, String... agreed) {
        return new Kept(
                id,
                "parent",
                "web-id",
                promotion,
                at,
                way,
                "Alice",
                List.of(agreed),
                agreed.length == 0 ? null : "Bob");
    }

    private void write(RowChange row) {
        RowWriter.in(database.jdbi(), row);
    }

    @Test
    void theyComeBackAsTheyWereWrittenTheNewestFirst() {
        var first = kept("p-1", "production", NOON, Way.HERE, "Carol", "Bob");
        var second = kept("p-2", "production", NOON.plusSeconds(1), Way.PAST);
        var other = kept("p-3", "Staging", NOON.plusSeconds(2), Way.AUTOMATIC);
        write(records.noting(first, "account-1", "i-1"));
        write(records.noting(second, "account-2", null));
        write(records.noting(other, null, null));

        assertThat(records.of("web-id", "production", 10)).containsExactly(second, first);
        assertThat(records.of("web-id", null, 2)).containsExactly(other, second);
        assertThat(records.of("api-id", null, 10)).isEmpty();
        assertThat(records.has("p-3")).isTrue();
        assertThat(records.has("p-4")).isFalse();
        assertThat(records.ofParent("parent").pipelines()).containsExactlyInAnyOrder("p-1", "p-2", "p-3");
        assertThat(records.ofParent("parent").acts()).containsExactly("i-1");
    }

    @Test
    void oneThatHasNoTimeIsKeptToo() {
        write(records.noting(kept("p-1", "production", null, Way.UNTOLD), null, null));
        assertThat(records.of("web-id", "production", 10)).hasSize(1);
    }

    @Test
    void aPipelineIsWrittenDownOnceWhoeverSawIt() {
        write(records.noting(kept("p-1", "production", NOON, Way.PAST), null, null));
        assertThatThrownBy(() -> write(records.noting(kept("p-1", "production", NOON, Way.PAST), null, null)))
                .isInstanceOf(StaleDecisionException.class);
    }

    @Test
    void anActStandsForOnePromotionAlone() {
        write(records.noting(kept("p-1", "production", NOON, Way.HERE), null, "i-1"));
        assertThatThrownBy(() -> write(records.noting(kept("p-2", "production", NOON, Way.HERE), null, "i-1")))
                .isInstanceOf(StaleDecisionException.class);
        assertThat(records.has("p-2")).isFalse();
    }

    @Test
    void whoItWasIsSaidInOneClause() {
        assertThat(kept("p", "production", NOON, Way.PAST).spoken()).isEqualTo("by Alice, outside Signalman");
        assertThat(kept("p", "production", NOON, Way.AUTOMATIC).spoken()).isEqualTo("automatically");
        assertThat(kept("p", "production", NOON, Way.HERE).spoken()).isEqualTo("by Alice");
        assertThat(kept("p", "production", NOON, Way.HERE, "Bob", "Carol").spoken())
                .isEqualTo("by Alice, approved by Bob and Carol; Bob broke glass");
        var alone = new Kept("p", "parent", "web-id", "production", NOON, Way.HERE, "Alice", List.of(), "Alice");
        assertThat(alone.spoken()).isEqualTo("by Alice (break-glass)");
    }
}
