package dev.signalman.feature.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Freeze;
import dev.signalman.domain.Place;
import dev.signalman.feature.RowWriter;
import dev.signalman.feature.UnchangedProjectNames;
import dev.signalman.feature.locks.HeldLock.Holder;
import dev.signalman.feature.locks.HeldLock.How;
import dev.signalman.feature.locks.HeldLock.Said;
import dev.signalman.feature.locks.TargetHold.State;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.http.FeignSemaphore;
import dev.signalman.semaphore.http.SemaphoreConnection;
import dev.signalman.simulator.SettableClock;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget;
import dev.signalman.storage.Database;
import dev.signalman.storage.TestDatabase;
import dev.signalman.subject.ProjectDirectory;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which targets break-glass activates, and which not. */
class HeldTargetReactivationTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T12:00:00Z");

    private final SettableClock clock = new SettableClock(TUESDAY);
    private final Database database = TestDatabase.H2.open(LocksModule.MIGRATIONS);
    private final JdbiTargetHolds barred = new JdbiTargetHolds(database.jdbi());
    private final JdbiLocks locks = new JdbiLocks(database.jdbi(), clock);
    private SimulatedSemaphore semaphore;
    private SimulatedDeploymentTarget production;
    private LockedPromotion what;
    private HeldTargetReactivation reactivation;

    @BeforeEach
    void start() throws Exception {
        semaphore = SimulatedSemaphore.start(clock);
        semaphore.user("robot").isEverywhere(Role.ADMIN);
        production = semaphore.addDeploymentTarget("web", "production").cordon(true);
        what = new LockedPromotion(production.project().id(), "web", "production");
        var client = new FeignSemaphore(
                SemaphoreConnection.to(URI.create(semaphore.url()), new Credential(semaphore.token("robot"))),
                (call, outcome, took) -> {});
        var freeze = Freeze.of("0 0 9 * * TUE", "PT8H", "UTC", "").onTheServer();
        var policies = new Policies(
                List.of(Policy.of("production", List.of("web"), List.of(), null).frozen(freeze)));
        var targetHoldReasons = new TargetHoldReasons(locks, () -> policies, new UnchangedProjectNames(), clock);
        reactivation =
                new HeldTargetReactivation(barred, targetHoldReasons, client, new ProjectDirectory(client, clock));
    }

    @AfterEach
    void end() {
        semaphore.close();
        database.close();
    }

    private void write(RowChange row) {
        RowWriter.in(database.jdbi(), row);
    }

    private void isHeld(State state) {
        var target = new dev.signalman.domain.DeploymentTarget(
                production.id(),
                "production",
                what.projectId(),
                "",
                "",
                dev.signalman.domain.DeploymentTarget.State.CORDONED,
                "",
                true,
                new dev.signalman.domain.TargetAccess(List.of(), List.of()),
                "");
        write(barred.putting(TargetHold.first(target, what, state, null, TUESDAY), null));
    }

    @Test
    void whatAFreezeClosedIsOpened() {
        isHeld(State.CLOSED);
        reactivation.reactivateFor(what.projectId(), " PRODUCTION");
        assertThat(production.isCordoned()).isFalse();
        assertThat(barred.all()).hasSize(1);
    }

    @Test
    void whatSomebodyElseClosedStaysClosed() {
        isHeld(State.FOREIGN);
        reactivation.reactivateFor(what.projectId(), "production");
        assertThat(production.isCordoned()).isTrue();
    }

    @Test
    void whatALockHoldsTooStaysClosed() {
        isHeld(State.CLOSED);
        var holder = new Holder("U0ALICE", "Alice");
        var said = new Said(How.TAKEN, null, List.of());
        var place = Place.channel("C0DEPLOYS");
        write(locks.taking(
                new HeldLock("l-1", what, "production", holder, TUESDAY, null, null, place, true, said), null));
        reactivation.reactivateFor(what.projectId(), "production");
        assertThat(production.isCordoned()).isTrue();
    }
}
