package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.PromotionPlan;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Semaphore accepts a promotion and lists it later, or never if a deployment target rejects it. */
final class LatePromotionsTest {
    static void guarded(Dialogue bot) {
        bot.semaphore().addDeploymentTarget("web", "prod");
        bot.semaphore()
                .addProject("web")
                .promotion(PromotionPlan.promotion("production", PipelineFixture.PRODUCTION)
                        .guardedBy("prod"));
    }

    /** Closes the target after the promotion was accepted and before it is due. */
    static void closesAfter(Dialogue bot, Runnable promoted) {
        closesOnceSettled(bot, () -> {
            promoted.run();
            bot.until(
                    "it was promoted", () -> !bot.semaphore().promotions("web").isEmpty());
            bot.untilAllIsDone();
        });
    }

    /** Does the same after the act is settled; otherwise moving the clock would seem to prolong the act. */
    static void closesOnceSettled(Dialogue bot, Runnable settled) {
        bot.semaphore().settings().promotionsAreListedAfter(Duration.ofSeconds(30));
        settled.run();
        bot.semaphore()
                .reading((organization, now) -> organization
                        .targets(organization.projectNamed("web").orElseThrow())
                        .get(0)
                        .cordon(true));
        bot.passes(Duration.ofSeconds(31));
    }

    @Test
    void whySaysHowATargetRefusedTheLastPromotionUntilOneGoesThrough() throws Exception {
        try (var bot = Dialogue.start()) {
            guarded(bot);
            bot.passed("web", "Round invoices");
            assertThat(bot.asks(ALICE, "/semaphore why production web").drawn()).doesNotContain("Last time");
            closesAfter(bot, () -> bot.says(ALICE, "/semaphore promote production web"));
            assertThat(bot.asks(ALICE, "/semaphore why production web").drawn())
                    .contains("⚠ Last time, the deployment target prod refused it (deployment target is cordoned), ")
                    .contains("would be allowed now");

            bot.semaphore()
                    .fault(SemaphoreFault.on("GET", "/deployment_targets*")
                            .internalError()
                            .always());
            assertThat(bot.asks(ALICE, "/semaphore why production web").drawn())
                    .contains("would be allowed now")
                    .doesNotContain("Last time");
            bot.semaphore().heal();

            bot.semaphore()
                    .reading((organization, now) -> organization
                            .targets(organization.projectNamed("web").orElseThrow())
                            .get(0)
                            .cordon(false));
            bot.passed("web", "Round them again");
            bot.passes(Duration.ofMinutes(1));
            bot.says(ALICE, "/semaphore promote production web");
            bot.until(
                    "it was promoted again",
                    () -> bot.semaphore().promotions("web").size() == 2);
            bot.passes(Duration.ofSeconds(31));
            bot.until(
                    "it went through",
                    () -> !bot.asks(ALICE, "/semaphore why production web")
                            .drawn()
                            .contains("Last time"));
        }
    }

    @Test
    void theDeployOfAnEarlierPromotionIsNeverTakenForTheNewOne() throws Exception {
        try (var bot = Dialogue.start()) {
            var pipeline = bot.passed("web", "Round invoices");
            bot.says(ALICE, "/semaphore promote staging web");
            var first = bot.card("Promoted to staging by Alice");
            var deploys = bot.semaphore().pipelines("web");
            bot.semaphore().finish(deploys.get(deploys.size() - 1));
            bot.becomes(first, "passed");
            bot.passes(Duration.ofMinutes(1));

            bot.semaphore().settings().promotionsAreListedAfter(Duration.ofSeconds(3));
            bot.says(BOB, "/semaphore promote staging " + pipeline + " again");
            bot.until("two promotions", () -> bot.semaphore().promotions("web").size() == 2);
            bot.card("Promoted to staging by Bob");
            assertThat(bot.slack().now(first).drawn()).contains("by Alice").doesNotContain("by Bob");
        }
    }

    @Test
    void whatADeploymentTargetTurnsAwayAfterwardsIsSaidInItsWords() throws Exception {
        try (var bot = Dialogue.start()) {
            guarded(bot);
            bot.passed("web", "Round invoices");
            closesAfter(bot, () -> bot.says(ALICE, "/semaphore promote production web"));
            bot.card(
                    "Nothing was deployed to production",
                    "the deployment target prod refused it (deployment target is cordoned)");
            assertThat(bot.shown(DEPLOYS, "Nothing was deployed")).hasSize(1);
        }
    }

    @Test
    void aRequestThatWasGrantedFailsInTheWordsOfTheTarget() throws Exception {
        var rule = Policy.of("production", List.of("web"), List.of(), null).with(Approvals.of(1, RELEASE));
        try (var bot = Dialogue.start(new Policies(List.of(rule)))) {
            guarded(bot);
            bot.passed("web", "Round invoices");
            bot.says(ALICE, "/semaphore promote production web");
            bot.card("0 of 1 approval");
            closesAfter(bot, () -> bot.says(BOB, "/semaphore approve 1"));
            bot.card("the deployment target prod refused it");
        }
    }

    @Test
    void whatSomebodyElsePromotesAfterATargetTurnedOursAwayIsTheirs() throws Exception {
        var rule = Policy.of("production", List.of("web"), List.of(), null)
                .with(new Approvals(
                        1, List.of(RELEASE), BUILDS, Approvals.Notify.MENTION, false, Approvals.USUAL_LIFE, List.of()));
        try (var bot = Dialogue.start(new Policies(List.of(rule)))) {
            guarded(bot);
            var pipeline = bot.passed("web", "Round invoices");
            bot.says(ALICE, "/semaphore promote production web");
            bot.cardIn(BUILDS, "0 of 1 approval");
            closesAfter(bot, () -> bot.says(BOB, "/semaphore approve 1"));
            bot.passes(Duration.ofMinutes(2));
            bot.semaphore().settings().promotionsAreListedAfter(Duration.ofMillis(50));
            bot.semaphore()
                    .reading((organization, now) -> organization
                            .targets(organization.projectNamed("web").orElseThrow())
                            .get(0)
                            .cordon(false));
            bot.promotedOnTheWeb("web", pipeline, "production");
            bot.cardIn(BUILDS, "outside Signalman by *bob*");
        }
    }

    @Test
    void aPromotionThatIsAskedForAgainWhileTheFirstIsUnderWayIsDoneOnce() throws Exception {
        try (var bot = Dialogue.start()) {
            guarded(bot);
            bot.passed("web", "Round invoices");
            bot.semaphore().settings().promotionsAreListedAfter(Duration.ofSeconds(4));
            bot.semaphore().fault(SemaphoreFault.on("POST", "/promotions").actsThenTimesOut());
            bot.says(ALICE, "/semaphore promote production web");
            bot.card("Promoted to production by Alice");
            assertThat(bot.semaphore().promotions("web")).containsExactly("production");
        }
    }
}
