package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static dev.signalman.simulator.semaphore.PromotionPlan.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.Freeze;
import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A freeze that also holds in Semaphore's web: two hours, from the third hour of tomorrow. */
final class FreezingTheWebTest {
    private final Instant now = InstantSource.system().instant();
    private final Instant begin = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(27));

    private Dialogue bot;
    private SimulatedDeploymentTarget production;
    private SimulatedDeploymentTarget preview;

    @BeforeEach
    void start() throws Exception {
        var day = begin.atOffset(ZoneOffset.UTC);
        var cron = "0 0 3 " + day.getDayOfMonth() + " " + day.getMonthValue() + " *";
        var freeze = Freeze.of(cron, "PT2H", "UTC", "stocktaking").onTheServer();
        bot = Dialogue.start(new Policies(List.of(Policy.of("prod*", List.of("web"), List.of(), null)
                .frozen(freeze)
                .broken(ALICE))));
        bot.semaphore()
                .addProject("web")
                .plan(pipeline(".semaphore/semaphore.yml", "Build and test")
                        .block("Test", job("rspec").runsUntilTold())
                        .promotion(promotion("production", ".semaphore/production.yml")
                                .guardedBy("Production")));
        production = bot.semaphore().addDeploymentTarget("web", "Production");
        preview = bot.semaphore().addDeploymentTarget("web", "preview");
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private void itIs(Instant time) {
        bot.passes(Duration.between(InstantSource.system().instant(), time));
    }

    private void isClosed() {
        bot.untilARound("the target is deactivated", production::isCordoned);
    }

    private void isOpen() {
        bot.untilARound("the target is active", () -> !production.isCordoned());
    }

    private String asked(String verb) {
        return "PATCH /deployment_targets/" + production.id() + "/" + verb;
    }

    @Test
    void renamingTheProjectDoesNotEndIt() {
        bot.passed("web", "Round invoices");
        bot.asks(ALICE, "/semaphore why production web");
        bot.semaphore().addProject("web").rename("shop");
        itIs(begin.plus(Duration.ofMinutes(1)));
        isClosed();
    }

    @Test
    void whileItHoldsTheTargetsItNamesAreDeactivatedAndNoOthers() {
        bot.passed("web", "Row boats");
        assertThat(bot.asks(BOB, "/semaphore locks").drawn())
                .contains("next frozen from ", ": stocktaking  ·  also in Semaphore's web UI");
        itIs(begin.plus(Duration.ofMinutes(1)));
        isClosed();
        bot.until(
                "it is written down",
                () -> bot.asks(BOB, "/semaphore locks")
                        .drawn()
                        .contains(
                                ": stocktaking  ·  Semaphore's web UI is locked too (deployment target deactivated)"));
        assertThat(bot.asks(BOB, "/semaphore why production web").drawn())
                .contains("❌ Frozen until ", "Semaphore's web UI is locked too (deployment target deactivated).");

        bot.passes(Duration.ofHours(2));
        isOpen();
        assertThat(preview.isCordoned()).isFalse();
        bot.untilAllIsDone();
        assertThat(bot.changesAsked()).containsExactly(asked("deactivate"), asked("activate"));
        assertThat(bot.shown(DEPLOYS, "")).isEmpty();
    }

    @Test
    void whoeverBreaksTheGlassGetsThroughAndTheTargetIsDeactivatedAgain() {
        bot.passed("web", "Row boats");
        itIs(begin.plus(Duration.ofMinutes(1)));
        isClosed();
        bot.untilAllIsDone();
        bot.says(ALICE, "/semaphore promote production web break-glass because the site is down");
        bot.card("Promoted to production", "the site is down");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production");
        bot.passes(Duration.ofSeconds(61));
        isClosed();
        assertThat(bot.changesAsked()).containsSubsequence(asked("deactivate"), asked("activate"), asked("deactivate"));

        bot.says(ALICE, "/semaphore lock production web server");
        bot.card("Alice locked", "Semaphore's web UI is locked too");
        bot.untilAllIsDone();
        bot.semaphore().forgetCalls();
        bot.says(ALICE, "/semaphore promote production web again break-glass because the site is down");
        bot.answer(ALICE, "Locked by Alice");
        assertThat(bot.changesAsked()).isEmpty();
    }

    @Test
    void aLockThatOutlivesItKeepsTheTargetDeactivated() {
        itIs(begin.plus(Duration.ofMinutes(1)));
        isClosed();
        bot.says(ALICE, "/semaphore lock production web server");
        bot.card("Alice locked", "Semaphore's web UI is locked too");
        bot.passes(Duration.ofHours(2));
        bot.says(BOB, "/semaphore locks");
        bot.answer(BOB, "next frozen from ");
        bot.passes(Duration.ofSeconds(61));
        bot.untilAllIsDone();
        assertThat(production.isCordoned()).isTrue();
        bot.says(ALICE, "/semaphore unlock production web");
        isOpen();
        bot.untilAllIsDone();
        assertThat(bot.changesAsked()).hasSize(2);
    }
}
