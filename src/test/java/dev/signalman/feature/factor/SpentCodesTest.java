package dev.signalman.feature.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.feature.factor.SpentCodes.Spending;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A code counts once, and only for what it was given for, on every database. */
@OnEachDatabase
class SpentCodesTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    private final Database database;

    SpentCodesTest(TestDatabase kind) {
        database = kind.open(FactorModule.MIGRATIONS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Spending code(String user, long step, String form, String line) {
        return new Spending(user, step, "factor", form, line, NOW);
    }

    private boolean spend(Spending spending) {
        return database.jdbi().inTransaction(handle -> SpentCodes.spend(handle, spending));
    }

    private boolean stands(String user, String line, Instant taken) {
        var invocation = new Invocation(
                "form:1",
                new Actor(user, user, null),
                Place.channel("C0DEPLOYS"),
                line,
                new Origin.Submitted(null),
                taken,
                null);
        return database.jdbi()
                .withHandle(handle -> SpentCodes.usedFor(handle, invocation))
                .isPresent();
    }

    @Test
    void aCodeIsSpentOnceButItsSubmissionMayBeRepeated() {
        assertThat(spend(code("U0BOB", 7, "V1", "approve 1"))).isTrue();
        assertThat(spend(code("U0BOB", 7, "V1", "approve 1"))).as("sent again").isTrue();
        assertThat(spend(code("U0BOB", 7, "V2", "approve 1")))
                .as("another form")
                .isFalse();
        assertThat(spend(code("U0BOB", 7, "V1", "approve 2")))
                .as("another line")
                .isFalse();
        assertThat(spend(code("U0BOB", 8, "V2", "approve 2"))).isTrue();
        assertThat(spend(code("U0ALICE", 7, "V3", "approve 1"))).isTrue();
    }

    @Test
    void itStandsBehindItsLineAloneAndNotForLong() {
        spend(code("U0BOB", 7, "V1", "approve 1"));
        assertThat(stands("U0BOB", "approve 1", NOW)).isTrue();
        assertThat(stands("U0BOB", "approve 1", NOW.plusSeconds(59))).isTrue();
        assertThat(stands("U0BOB", "approve 1", NOW.plus(Duration.ofMinutes(2))))
                .isFalse();
        assertThat(stands("U0BOB", "approve 1", NOW.minus(Duration.ofMinutes(1))))
                .isFalse();
        assertThat(stands("U0BOB", "approve 2", NOW)).isFalse();
        assertThat(stands("U0ALICE", "approve 1", NOW)).isFalse();
    }

    @Test
    void ofManyAtOnceOneIsAccepted() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 10; round++) {
                long step = round;
                var all = new ArrayList<Callable<Boolean>>();
                for (int form = 0; form < 4; form++) {
                    var spending = code("U0BOB", step, "V" + form, "approve " + form);
                    all.add(() -> spend(spending));
                }
                int accepted = 0;
                for (var each : pool.invokeAll(all)) {
                    accepted += each.get() ? 1 : 0;
                }
                assertThat(accepted).isEqualTo(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
