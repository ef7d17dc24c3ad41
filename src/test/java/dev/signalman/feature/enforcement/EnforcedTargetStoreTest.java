package dev.signalman.feature.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.dispatch.RowChange;
import dev.signalman.dispatch.StaleDecisionException;
import dev.signalman.domain.AdmittedSubject;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.TargetAccess;
import dev.signalman.feature.RowWriter;
import dev.signalman.feature.enforcement.EnforcedTarget.State;
import dev.signalman.ruling.Policies;
import dev.signalman.semaphore.Credential;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.OnEachDatabase;
import dev.signalman.storage.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stored records of enforced targets, and the bot's own account, on every database. */
@OnEachDatabase
class EnforcedTargetStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String ACCOUNT = "3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28";
    private static final DeploymentTarget TARGET = new DeploymentTarget(
            "t-1",
            "production",
            "p-1",
            "",
            "",
            DeploymentTarget.State.USABLE,
            "",
            false,
            new TargetAccess(List.of(), List.of()),
            "");

    private final Database database;
    private final EnforcedTargetStore store;
    private final EnforcedTarget asking =
            EnforcedTarget.first(TARGET, "web", State.ASKING, "x".repeat(20_000), "i-1", NOON);

    EnforcedTargetStoreTest(TestDatabase kind) {
        database = kind.open(EnforcementModule.MIGRATIONS);
        store = new EnforcedTargetStore(database.jdbi());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void write(RowChange row) {
        RowWriter.in(database.jdbi(), row);
    }

    private BotAccount account(String token) {
        return new BotAccount(new DatabaseOpenResult.Open(database), new Credential(token), InstantSource.fixed(NOON));
    }

    @Test
    void itComesBackAsItWasWrittenAndGoes() {
        write(store.putting(asking, null));
        assertThat(store.of("t-1")).contains(asking);
        var refused = asking.refused("It may not.", NOON, NOON.plusSeconds(60));
        write(store.putting(refused, asking));
        assertThat(store.all()).containsExactly(refused);
        write(store.forgetting(refused));
        assertThat(store.all()).isEmpty();
    }

    @Test
    void anOlderVersionReplacesNothing() {
        write(store.putting(asking, null));
        write(store.putting(asking.kept("main", NOON), asking));
        assertThatThrownBy(() -> write(store.putting(asking.kept("dev", NOON), asking)))
                .isInstanceOf(StaleDecisionException.class);
        assertThatThrownBy(() -> write(store.putting(asking, null))).isInstanceOf(StaleDecisionException.class);
    }

    @Test
    void anAccountBelongsToOneTokenAndTheFileWins() {
        write(account("a-token-of-the-bot").learning(ACCOUNT));
        write(account("a-token-of-the-bot").learning(ACCOUNT));
        assertThat(account("a-token-of-the-bot").under(Policies.NONE)).contains(AdmittedSubject.user(ACCOUNT));
        assertThat(account("another-token").under(Policies.NONE)).isEmpty();
        var role = new AdmittedSubject("ROLE", ACCOUNT);
        assertThat(account("a-token-of-the-bot").under(new Policies(List.of(), false, role)))
                .contains(role);
    }
}
