package dev.signalman.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.port.Chore;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ChoreSchedulerTest {
    private final TestDatabase kind;
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));

    ChoreSchedulerTest(TestDatabase kind) {
        this.kind = kind;
    }

    @Test
    void aChoreIsDoneOnceInEachTurnHoweverManyInstancesThereAre() {
        try (var database = kind.open(ScheduleModule.MIGRATIONS);
                var one = new ChoreScheduler(database, Set.of(new Counting()), Set.of(), now::get, () -> "one");
                var two = new ChoreScheduler(database, Set.of(new Counting()), Set.of(), now::get, () -> "two")) {
            one.start();
            two.start();
            await().untilAsserted(() -> assertThat(over(database)).isOne()); // the next interval counts from its end
            now.updateAndGet(instant -> instant.plus(Duration.ofHours(2)));
            one.wake();
            two.wake();
            await().untilAsserted(() -> assertThat(turns).hasValue(2));
        }
        assertThat(turns).hasValue(2);
    }

    @Test
    void aClockThatIsSetBackPutsNothingOff() {
        try (var database = kind.open(ScheduleModule.MIGRATIONS);
                var choreScheduler =
                        new ChoreScheduler(database, Set.of(new Counting()), Set.of(), now::get, () -> "one")) {
            choreScheduler.start();
            await().untilAsserted(() -> assertThat(turns).hasValue(1));
            now.updateAndGet(instant -> instant.minus(Duration.ofHours(5)));
            choreScheduler.wake();
            await().during(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(turns).hasValue(1));
            now.updateAndGet(instant -> instant.plus(Duration.ofHours(2)));
            choreScheduler.wake();
            await().untilAsserted(() -> assertThat(turns).hasValue(2));
        }
    }

    private static int over(Database database) {
        return database.inTransaction(handle -> handle.createQuery(
                        "select count(*) from scheduled_tasks where last_success is not null and not picked")
                .mapTo(Integer.class)
                .one());
    }

    private final class Counting implements Chore {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public void run() {
            turns.incrementAndGet();
        }
    }
}
