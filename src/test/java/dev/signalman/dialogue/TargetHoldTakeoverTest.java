package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.SemaphoreCallLatch;
import dev.signalman.ruling.Policies;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.storage.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A bot that dies while it changes a deployment target is replaced by another, on every database. */
@Tag("once")
@ParameterizedClass
@EnumSource(TestDatabase.class)
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
final class TargetHoldTakeoverTest {
    private final SemaphoreCallLatch semaphoreCallLatch = new SemaphoreCallLatch();
    private final Dialogue bot;
    private final SimulatedDeploymentTarget production;

    TargetHoldTakeoverTest(TestDatabase database) throws Exception {
        bot = Dialogue.start(new Policies(List.of()), database.whole());
        production = bot.semaphore().addDeploymentTarget("web", "production");
    }

    @AfterEach
    void end() {
        semaphoreCallLatch.open();
        bot.close();
    }

    private long asked(String verb) {
        return bot.changesAsked().stream()
                .filter(call -> call.endsWith(production.id() + "/" + verb))
                .count();
    }

    private void diesAndAnotherComes() throws Exception {
        bot.kill();
        bot.isJoined();
        bot.passes(Duration.ofMinutes(2));
    }

    @Test
    void whatWasDeactivatedBeforeTheBotDiedIsFoundAndActivatedInTheEnd() throws Exception {
        bot.semaphore()
                .fault(SemaphoreFault.on("PATCH", "/deployment_targets/*").answerWaitsFor(semaphoreCallLatch));
        bot.says(ALICE, "/semaphore lock production web server for 1h");
        bot.until("Semaphore has done it", production::isCordoned);
        diesAndAnotherComes();
        bot.card("Alice locked", "Semaphore's web UI is locked too (deployment target deactivated).");
        // the held call is not among the answered ones
        assertThat(semaphoreCallLatch.arrived()).isEqualTo(1);
        assertThat(asked("deactivate")).isZero();
        bot.passes(Duration.ofHours(1));
        bot.until("the target is active again", () -> !production.isCordoned());
        assertThat(asked("activate")).isEqualTo(1);
    }

    @Test
    void twoBotsAskSemaphoreOnce() throws Exception {
        bot.isJoined();
        for (int n = 0; n < 5; n++) {
            bot.says(ALICE, "/semaphore lock production web server for 10m because of " + n);
            bot.card("Alice ", ": of " + n, "Semaphore's web UI is locked too (deployment target deactivated).");
            bot.passes(Duration.ofSeconds(61));
        }
        bot.untilAllIsDone();
        assertThat(asked("deactivate")).isEqualTo(1);
        bot.says(ALICE, "/semaphore unlock production web");
        bot.until("the target is active again", () -> !production.isCordoned());
        bot.passes(Duration.ofMinutes(2));
        bot.untilAllIsDone();
        assertThat(asked("activate")).isEqualTo(1);
    }

    @Test
    void whatWasToBeActivatedWhenTheBotDiedIsActivatedByTheNext() throws Exception {
        bot.says(ALICE, "/semaphore lock production web server for 1h");
        bot.card("Alice locked", "Semaphore's web UI is locked too (deployment target deactivated).");
        bot.semaphore()
                .fault(SemaphoreFault.on("PATCH", "/deployment_targets/*")
                        .timesOut()
                        .waitsFor(semaphoreCallLatch));
        bot.passes(Duration.ofHours(1));
        bot.until("it is being activated", () -> semaphoreCallLatch.arrived() == 1);
        diesAndAnotherComes();
        bot.until("the target is active again", () -> !production.isCordoned());
    }
}
