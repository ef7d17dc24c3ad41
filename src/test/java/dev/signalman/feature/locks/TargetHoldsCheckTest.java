package dev.signalman.feature.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.checkup.CheckContext;
import dev.signalman.checkup.CheckResult;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.DeploymentTarget.State;
import dev.signalman.domain.Freeze;
import dev.signalman.domain.TargetAccess;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.semaphore.Credential;
import dev.signalman.semaphore.http.FeignSemaphore;
import dev.signalman.semaphore.http.SemaphoreConnection;
import dev.signalman.simulator.SettableClock;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.storage.Database;
import dev.signalman.storage.DatabaseOpenResult;
import dev.signalman.storage.TestDatabase;
import dev.signalman.subject.ProjectDirectory;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doctor's check of freezes and locks for Semaphore's web. */
class TargetHoldsCheckTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final Database database = TestDatabase.H2.open(LocksModule.MIGRATIONS);
    private final JdbiTargetHolds barred = new JdbiTargetHolds(database.jdbi());
    private SimulatedSemaphore semaphore;
    private FeignSemaphore client;

    @BeforeEach
    void start() throws Exception {
        semaphore = SimulatedSemaphore.start(clock);
        semaphore.user("robot").isEverywhere(Role.ADMIN);
        semaphore.addDeploymentTarget("web", "production");
        semaphore.addProject("api");
        client = new FeignSemaphore(
                SemaphoreConnection.to(URI.create(semaphore.url()), new Credential(semaphore.token("robot"))),
                (call, outcome, took) -> {});
    }

    @AfterEach
    void end() {
        semaphore.close();
        database.close();
    }

    private List<String> told(Policy... policies) {
        var rules = new Policies(List.of(policies));
        return new TargetHoldsCheck(
                        () -> rules, new DatabaseOpenResult.Open(database), client, new ProjectDirectory(client, clock))
                .look(CheckContext.SERVING).stream()
                        .map(each -> each.state() + " " + each.what() + ": " + each.sentences())
                        .toList();
    }

    private static Policy frozen(String name, boolean server, String... projects) throws Freeze.Unreadable {
        var freeze = Freeze.of("0 0 16 * * FRI", "PT64H", "UTC", "");
        return Policy.of(name, List.of(projects), List.of(), null).frozen(server ? freeze.onTheServer() : freeze);
    }

    @Test
    void aFreezeThatFindsItsTargetIsFine() throws Exception {
        assertThat(told(frozen("Prod*", true, "web"))).hasSize(1).allMatch(each -> each.startsWith("FINE"));
        assertThat(told(frozen("production", true))).hasSize(1).allMatch(each -> each.startsWith("FINE"));
        assertThat(told(frozen("staging", false, "web"))).isEmpty();
    }

    @Test
    void oneThatFindsNoneIsToldWithTheProjects() throws Exception {
        assertThat(told(frozen("production", true, "web", "api")))
                .containsExactly(
                        "WORTH_A_LOOK deployment targets, promotions[0] (production): No deployment target of that "
                                + "name in api, so the freeze only applies to promotions through Signalman. Create a "
                                + "deployment target of that name and use it in the promotion, or remove server: true.");
        assertThat(told(frozen("staging", true)))
                .hasSize(1)
                .allMatch(each -> each.contains("No deployment target of that name in web, api,"));
    }

    @Test
    void whereThereAreNoTargetsOrSemaphoreIsSilentThatIsSaid() throws Exception {
        semaphore.settings().deploymentTargets(false);
        assertThat(told(frozen("production", true, "web")))
                .hasSize(1)
                .allMatch(each ->
                        each.startsWith("WRONG") && each.contains("the organization has no deployment targets"));
        semaphore.fault(SemaphoreFault.everywhere().unavailable());
        assertThat(told(frozen("production", true, "web")))
                .hasSize(1)
                .allMatch(each ->
                        each.startsWith("UNKNOWN") && each.contains("Semaphore didn't return the deployment targets."));
    }

    @Test
    void whatSemaphoreRefusedIsToldWithoutAnyFreeze() {
        var what = new LockedPromotion("p-1", "web", "production");
        var target = new DeploymentTarget(
                "t-1",
                "production",
                "p-1",
                "",
                "",
                State.USABLE,
                "",
                false,
                new TargetAccess(List.of(), List.of()),
                "");
        var closing = TargetHold.first(target, what, TargetHold.State.CLOSING, "i-1", NOON);
        database.inTransaction(handle -> {
            barred.putting(closing, null).write(handle);
            barred.putting(closing.refused(TargetHold.State.REFUSED, "It may not.", NOON, NOON), closing)
                    .write(handle);
            return true;
        });
        assertThat(told())
                .containsExactly(CheckResult.State.WRONG
                        + " deployment targets, production of web: It may not. Give the bot's account the role Admin "
                        + "in the project. It is retried every hour.");
    }
}
