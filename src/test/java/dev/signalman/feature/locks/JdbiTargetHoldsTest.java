package dev.signalman.feature.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.TargetAccess;
import dev.signalman.feature.RowWriter;
import dev.signalman.feature.locks.TargetHold.State;
import dev.signalman.storage.Database;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stored holds of deployment targets, on every database. */
@OnEachDatabase
class JdbiTargetHoldsTest {
    private static final LockedPromotion PRODUCTION = new LockedPromotion("p-1", "web", "production");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final DeploymentTarget TARGET = new DeploymentTarget(
            "t-1",
            "Production",
            "p-1",
            "",
            "",
            DeploymentTarget.State.USABLE,
            "",
            false,
            new TargetAccess(List.of(), List.of()),
            "");

    private final Database database;
    private final Jdbi jdbi;
    private final JdbiTargetHolds barred;
    private final TargetHold closing = TargetHold.first(TARGET, PRODUCTION, State.CLOSING, "i-1", NOON);

    JdbiTargetHoldsTest(TestDatabase kind) {
        database = kind.open(LocksModule.MIGRATIONS);
        jdbi = database.jdbi();
        barred = new JdbiTargetHolds(jdbi);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(RowChange row) {
        RowWriter.in(jdbi, row);
    }

    @Test
    void itComesBackAsItWasWrittenAndGoes() {
        write(barred.putting(closing, null));
        assertThat(barred.of("t-1")).contains(closing);
        assertThat(barred.of(PRODUCTION)).containsExactly(closing);
        assertThat(barred.of(new LockedPromotion("p-2", "api", "production"))).isEmpty();
        assertThat(barred.of(new LockedPromotion("p-1", "web", "staging"))).isEmpty();

        var refused = closing.refused(State.REFUSED, "No <!channel>.", NOON.plusSeconds(1), NOON.plusSeconds(3601));
        write(barred.putting(refused, closing));
        assertThat(barred.all()).containsExactly(refused);
        assertThat(refused.mayAsk(NOON.plusSeconds(3600))).isFalse();
        assertThat(refused.mayAsk(NOON.plusSeconds(3601))).isTrue();

        write(barred.forgetting(refused));
        assertThat(barred.all()).isEmpty();
    }

    @Test
    void whoeverSawAnEarlierVersionChangesNothing() {
        write(barred.putting(closing, null));
        assertThatThrownBy(() -> write(barred.putting(closing, null))).isInstanceOf(StaleDecisionException.class);
        var closed = closing.now(State.CLOSED, NOON);
        write(barred.putting(closed, closing));
        var opening = closed.asked(State.OPENING, "i-2", NOON);
        assertThatThrownBy(() -> write(barred.putting(opening, closing))).isInstanceOf(StaleDecisionException.class);
        assertThatThrownBy(() -> write(barred.forgetting(closing))).isInstanceOf(StaleDecisionException.class);
        assertThat(barred.of("t-1")).contains(closed);
    }

    @Test
    void longWordsAreCutRatherThanLost() {
        write(barred.putting(closing, null));
        write(barred.putting(closing.refused(State.REFUSED, "x".repeat(5000), NOON, NOON), closing));
        assertThat(barred.of("t-1").map(TargetHold::words)).contains("x".repeat(4000));
    }
}
