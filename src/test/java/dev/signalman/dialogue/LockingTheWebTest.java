package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.web.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Locks that also hold in Semaphore's web: the deployment target is inactive while they last. */
@Execution(ExecutionMode.CONCURRENT)
@Order(2)
final class LockingTheWebTest {
    private static final String BOUND = "Semaphore's web UI is locked too (deployment target deactivated).";

    private Dialogue bot;
    private SimulatedDeploymentTarget production;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
        production = bot.semaphore().addDeploymentTarget("web", "production");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void isClosed() {
        bot.until("the target is deactivated", production::isCordoned);
    }

    private void isOpen() {
        bot.until("the target is active", () -> !production.isCordoned());
    }

    private void aRoundCloses() {
        bot.untilARound("the target is deactivated", production::isCordoned);
    }

    private void aRoundOpens() {
        bot.untilARound("the target is active", () -> !production.isCordoned());
    }

    private long asked(String verb) {
        return bot.changesAsked().stream()
                .filter(call -> call.equals("PATCH /deployment_targets/" + production.id() + "/" + verb))
                .count();
    }

    private void theMinuteIsOver() {
        bot.passes(Duration.ofSeconds(61));
        bot.untilAllIsDone();
    }

    @Test
    void aLockWithServerDeactivatesTheTargetUntilItIsUnlocked() {
        bot.says(ALICE, "/semaphore lock production web server because of rain");
        bot.card("🔒 Alice locked *production* of *web*: of rain", BOUND, "[Unlock]");
        isClosed();
        assertThat(bot.messages(DEPLOYS)).hasSize(1);
        assertThat(bot.asks(BOB, "/semaphore locks").drawn())
                .contains("Alice since ", ": of rain  ·  " + BOUND.substring(0, BOUND.length() - 1));
        bot.passed("web", "Row boats");
        assertThat(bot.asks(BOB, "/semaphore why production web").drawn())
                .contains("❌ Locked by Alice", "until it is unlocked.", BOUND);
        assertThat(bot.asks(BOB, "/semaphore audit").drawn())
                .contains("Deactivated the deployment target production of web for ");

        bot.says(ALICE, "/semaphore unlock production web");
        bot.card("🔓 Alice unlocked *production* of *web*.");
        isOpen();
        bot.untilAllIsDone();
        assertThat(bot.asks(BOB, "/semaphore audit").drawn())
                .contains(
                        "lift because no lock or freeze is left", "Activated the deployment target production of web");
        theMinuteIsOver();
        assertThat(asked("deactivate")).isEqualTo(1);
        assertThat(asked("activate")).isEqualTo(1);
    }

    @Test
    void aTargetThatIsSyncingIsAskedAgainWithinAMinute() {
        production.is(SimulatedDeploymentTarget.Condition.SYNCING);
        bot.says(ALICE, "/semaphore lock production web server");
        bot.card(
                "Alice locked *production* of *web*",
                "Semaphore's web UI isn't locked: ",
                "still syncing it",
                "within a minute");
        production.is(SimulatedDeploymentTarget.Condition.USABLE);
        bot.passes(Duration.ofMinutes(1));
        isClosed();
        bot.card("Alice locked *production* of *web*", BOUND);

        production.is(SimulatedDeploymentTarget.Condition.SYNCING);
        bot.says(ALICE, "/semaphore unlock production web");
        bot.until("it was refused", () -> asked("activate") > 0);
        bot.untilAllIsDone();
        assertThat(production.isCordoned()).isTrue();
        production.is(SimulatedDeploymentTarget.Condition.USABLE);
        bot.passes(Duration.ofMinutes(1));
        isOpen();
    }

    @Test
    void oneWithoutItLeavesTheTargetAlone() {
        bot.says(ALICE, "/semaphore lock production web");
        bot.card("Alice locked *production* of *web*", "Semaphore's web UI isn't locked.");
        theMinuteIsOver();
        assertThat(production.isCordoned()).isFalse();
        bot.says(ALICE, "/semaphore lock production web server");
        bot.card("Alice keeps *production* of *web* locked", BOUND);
        isClosed();
    }

    @Test
    void whenItsTimeIsOverTheTargetIsActivatedAgain() {
        bot.says(ALICE, "/semaphore lock production web server for 1h");
        bot.card("Alice locked", BOUND);
        isClosed();
        bot.passes(Duration.ofMinutes(61));
        bot.card("Alice's lock on *production* of *web* expired");
        isOpen();
    }

    @Test
    void whoeverStealsItKeepsSemaphoresWebBound() {
        bot.says(ALICE, "/semaphore lock production web server");
        bot.card("Alice locked", BOUND);
        bot.says(BOB, "/semaphore lock production web because of the sun");
        bot.presses(BOB, bot.answer(BOB, "is already locked by Alice"), "Take over lock");
        bot.card("Bob took over the lock on *production* of *web* from Alice", BOUND);
        theMinuteIsOver();
        assertThat(production.isCordoned()).isTrue();
        bot.says(BOB, "/semaphore unlock production web");
        bot.card("Bob unlocked");
        isOpen();
        assertThat(asked("deactivate")).isEqualTo(1);
    }

    @Test
    void whatSomebodyElseDeactivatedIsLeftToThem() {
        production.cordon(true);
        bot.says(ALICE, "/semaphore lock production web server");
        bot.card("Alice locked", "Semaphore's web UI is locked too: someone else deactivated the deployment target");
        bot.says(ALICE, "/semaphore unlock production web");
        bot.card("Alice unlocked");
        theMinuteIsOver();
        assertThat(production.isCordoned()).isTrue();
        assertThat(bot.changesAsked()).isEmpty();
    }

    @Test
    void whatSomebodyElseActivatesIsDeactivatedAgainWithinAMinute() {
        bot.says(ALICE, "/semaphore lock production web server");
        bot.card("Alice locked", BOUND);
        bot.passes(Duration.ofSeconds(20));
        bot.untilAllIsDone();
        production.cordon(false);
        bot.passes(Duration.ofSeconds(41));
        aRoundCloses();
        bot.untilAllIsDone();
        bot.says(ALICE, "/semaphore unlock production web");
        isOpen();
    }

    /** Waits until the bot stops following it and leaves it to the periodic poller. */
    private void untilNobodyFollowsItAnyMore() {
        for (int looks = 0; looks <= 8; looks++) {
            bot.untilAllIsDone();
            bot.passes(Duration.ofMinutes(5));
        }
        bot.untilAllIsDone();
    }

    @Test
    void whatCouldNotBeReadForAnHourIsDeactivatedAndActivatedByTheRounds() {
        var away = SemaphoreFault.on("GET", "/deployment_targets/*").always().answers(Reply.text(404, ""));
        bot.semaphore().fault(away);
        bot.says(ALICE, "/semaphore lock production web server");
        bot.card("Alice locked");
        untilNobodyFollowsItAnyMore();
        bot.semaphore().heal();
        assertThat(production.isCordoned()).isFalse();
        theMinuteIsOver();
        aRoundCloses();

        bot.semaphore()
                .fault(SemaphoreFault.on("GET", "/deployment_targets/*")
                        .always()
                        .unavailable());
        bot.says(ALICE, "/semaphore unlock production web");
        bot.card("Alice unlocked");
        untilNobodyFollowsItAnyMore();
        bot.semaphore().heal();
        assertThat(production.isCordoned()).isTrue();
        theMinuteIsOver();
        aRoundOpens();
    }

    @Test
    void whereThereIsNoTargetOfThatNameNothingIsLocked() {
        bot.says(ALICE, "/semaphore lock staging web server");
        bot.answer(
                ALICE,
                "web has no deployment target named \"staging\", so Semaphore's web UI can't be locked. "
                        + "It has: production.",
                "Nothing was changed.",
                "[Lock staging in Signalman only]");
        bot.semaphore().settings().deploymentTargets(false);
        bot.says(ALICE, "/semaphore lock production web server");
        var refused = bot.answer(
                ALICE,
                "Locking Semaphore's web UI needs deployment targets, which this organization doesn't have.",
                "Nothing was changed.");
        assertThat(bot.asks(BOB, "/semaphore locks").text()).isEqualTo("Nothing is locked.");
        bot.presses(ALICE, refused, "Lock production in Signalman only");
        bot.card("Alice locked *production* of *web*", "Semaphore's web UI isn't locked.");
    }

    @Test
    void whatSemaphoreRefusesIsToldAndTheLockHoldsAllTheSame() {
        bot.semaphore().user("signalman-bot").isEverywhere(Role.CONTRIBUTOR);
        bot.says(ALICE, "/semaphore lock production web server");
        bot.card(
                "Alice locked",
                "Semaphore's web UI isn't locked: I couldn't deactivate the deployment target production of web.");
        bot.answer(
                ALICE,
                "I couldn't deactivate the deployment target production of web.",
                "Give that account the right role in the project.");
        bot.passed("web", "Row boats");
        bot.says(BOB, "/semaphore promote production web");
        bot.answer(BOB, "Locked by Alice", "Semaphore's web UI isn't locked: I couldn't deactivate");
        assertThat(bot.asks(BOB, "/semaphore doctor").drawn())
                .contains(
                        "deployment targets, production of web",
                        "Give the bot's account the role Admin in the project. It is retried every hour.");
        theMinuteIsOver();
        assertThat(asked("deactivate")).isEqualTo(1);

        bot.semaphore().user("signalman-bot").isEverywhere(Role.ADMIN);
        bot.passes(Duration.ofHours(1));
        aRoundCloses();
        bot.card("Alice locked", BOUND);
    }

    @Test
    void anAnswerThatWasLostIsLookedForAndNothingIsAskedTwice() {
        bot.semaphore()
                .fault(SemaphoreFault.on("PATCH", "/deployment_targets/*").actsThenTimesOut());
        bot.says(ALICE, "/semaphore lock production web server");
        bot.card("Alice locked", BOUND);
        assertThat(asked("deactivate")).isEqualTo(1);
        bot.semaphore()
                .fault(SemaphoreFault.on("PATCH", "/deployment_targets/*").actsThenCuts());
        bot.says(ALICE, "/semaphore unlock production web");
        isOpen();
        theMinuteIsOver();
        assertThat(asked("activate")).isEqualTo(1);
    }
}
