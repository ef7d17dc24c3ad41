package dev.signalman.feature.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalman.storage.Database;
import dev.signalman.storage.Migrations;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class HomeVisitsTest {
    private final TestDatabase kind;
    private final Database database;
    private final HomeVisits visits;

    HomeVisitsTest(TestDatabase kind) {
        this.kind = kind;
        database = kind.open(new Migrations("dev/signalman/feature/home/migrations"));
        visits = new HomeVisits(database.jdbi(), InstantSource.system());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void twoOpeningsAtOnceAreNoErrorAndTheLaterOneCounts() throws Exception {
        try (var first = database.jdbi().open()) {
            first.begin();
            visits.opened("U0ALICE", "first", "D1").write(first);
            var second = CompletableFuture.runAsync(this::second);
            // it either waits for the first one, or is through already and wrong
            await().until(() -> second.isDone() || waits());
            first.commit();
            second.get(10, TimeUnit.SECONDS);
        }
        assertThat(visits.isNewest("U0ALICE", "second")).isTrue();
        assertThat(visits.isNewest("U0ALICE", "first")).isFalse();
        database.inTransaction(handle -> {
            visits.opened("U0ALICE", "third", "D1").write(handle);
            return true;
        });
        assertThat(visits.isNewest("U0ALICE", "third")).isTrue();
    }

    private void second() {
        database.jdbi().useTransaction(visits.opened("U0ALICE", "second", "D1")::write);
    }

    /** Whether one statement waits for another's lock. */
    private boolean waits() {
        var waiting = kind == TestDatabase.POSTGRES
                ? "select count(*) from pg_locks where not granted"
                : "select count(*) from information_schema.sessions where executing_statement like 'INSERT%'";
        return database.jdbi()
                .withHandle(handle ->
                        handle.createQuery(waiting).mapTo(Integer.class).one() > 0);
    }
}
