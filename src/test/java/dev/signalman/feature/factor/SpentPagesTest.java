package dev.signalman.feature.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.util.Bytes;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import dev.signalman.schedule.OldRowPurge;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A page is spent once, stands behind its own line alone, and is forgotten in time, on every database. */
@OnEachDatabase
class SpentPagesTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final PasskeyPage PAGE = new PasskeyPage(
            "page", new Actor("U0BOB", "Bob", null), Place.channel("C0DEPLOYS"), "approve 1", NOW.plusSeconds(600));

    private final Database database;

    SpentPagesTest(TestDatabase kind) {
        database = kind.open(FactorModule.MIGRATIONS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private boolean opens(int challenge) {
        return database.jdbi()
                .inTransaction(handle -> SpentPages.open(handle, PAGE, Bytes.copyFrom(new byte[] {(byte) challenge})));
    }

    private void spends() {
        database.jdbi().useTransaction(handle -> SpentPages.spend(handle, PAGE, "{}", "approve 1", "passkey", NOW));
    }

    private boolean stands(String id, String user, String line) {
        var invocation = new Invocation(
                id,
                new Actor(user, user, null),
                Place.channel("C0DEPLOYS"),
                line,
                new Origin.Submitted(null),
                NOW,
                null);
        return database.jdbi()
                .withHandle(handle -> SpentPages.usedFor(handle, invocation))
                .isPresent();
    }

    @Test
    void eachOpeningReplacesTheChallengeUntilThePageIsSpent() {
        assertThat(opens(1)).isTrue();
        assertThat(opens(2)).isTrue();
        var opened = database.jdbi()
                .inTransaction(handle -> SpentPages.locked(handle, PAGE))
                .orElseThrow();
        assertThat(opened.challenge()).isEqualTo(Bytes.copyFrom(new byte[] {2}));
        assertThat(opened.spentFor()).isNull();
        spends();
        assertThat(opens(3)).isFalse();
    }

    @Test
    void itStandsBehindItsPersonsLineAlone() {
        opens(1);
        assertThat(stands("passkey:page", "U0BOB", "approve 1"))
                .as("not spent yet")
                .isFalse();
        spends();
        assertThat(stands("passkey:page", "U0BOB", "approve 1")).isTrue();
        assertThat(stands("passkey:page", "U0BOB", "approve 2")).isFalse();
        assertThat(stands("passkey:page", "U0CAROL", "approve 1")).isFalse();
        assertThat(stands("passkey:other", "U0BOB", "approve 1")).isFalse();
    }

    @Test
    void itIsForgottenAfterItsEnd() {
        opens(1);
        spends();
        purges(Duration.ofDays(7));
        assertThat(stands("passkey:page", "U0BOB", "approve 1")).isTrue();
        purges(Duration.ofDays(8));
        assertThat(stands("passkey:page", "U0BOB", "approve 1")).isFalse();
    }

    private void purges(Duration later) {
        new OldRowPurge(database.jdbi(), () -> NOW.plus(later), FactorModule.PAGES).run();
    }
}
