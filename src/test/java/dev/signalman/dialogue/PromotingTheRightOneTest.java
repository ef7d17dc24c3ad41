package dev.signalman.dialogue;

import static dev.signalman.harness.PipelineFixture.MAIN;
import static dev.signalman.harness.PipelineFixture.PRODUCTION;
import static dev.signalman.harness.PipelineFixture.STAGING;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static dev.signalman.simulator.semaphore.PromotionPlan.promotion;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.app.config.Configuration;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.harness.ConfigurationChanger;
import dev.signalman.harness.Dialogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which pipeline a promotion means, and what stops it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PromotingTheRightOneTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.configured(PromotingTheRightOneTest::lettingBobOverride);
        bot.semaphore()
                .addProject("shop")
                .plan(pipeline(MAIN, "Build")
                        .block("Test", job("all").runsUntilTold())
                        .promotion("staging", STAGING))
                .plan(pipeline(STAGING, "To staging")
                        .block("Deploy", job("rollout").runsUntilTold())
                        .promotion("production", PRODUCTION)
                        .promotion(promotion("vault", PRODUCTION).guardedBy("vault")))
                .plan(pipeline(PRODUCTION, "To production")
                        .block("Deploy", job("rollout").runsUntilTold()));
    }

    private static Configuration lettingBobOverride(Configuration usual) {
        return ConfigurationChanger.from(usual)
                .access(new AccessRules(Map.of("override", List.of(BOB))))
                .configuration();
    }

    @AfterAll
    void end() {
        bot.close();
    }

    private String newestPipeline(String project) {
        var all = bot.semaphore().pipelines(project);
        return all.get(all.size() - 1);
    }

    private String staged(String message) {
        var first = bot.passed("shop", message);
        bot.says(ALICE, "/semaphore promote staging " + first);
        bot.card("Promoted to staging by Alice", message);
        var staging = newestPipeline("shop");
        bot.semaphore().finish(staging);
        return staging;
    }

    @Test
    void aProjectThatIsSecondsOldIsKnownByTheIdOfItsPipeline() {
        bot.asks(ALICE, "/semaphore projects");
        bot.semaphore()
                .addProject("fresh")
                .plan(pipeline(MAIN, "Build")
                        .block("Test", job("all").runsUntilTold())
                        .promotion("staging", STAGING))
                .plan(pipeline(STAGING, "To staging")
                        .block("Deploy", job("rollout").runsUntilTold()));
        var first = bot.passed("fresh", "Milk");
        bot.passes(Duration.ofSeconds(3));
        bot.says(ALICE, "/semaphore promote staging " + first);
        bot.card("Promoted to staging by Alice", "Milk");
    }

    @Test
    void aNewerCommitThatIsNotThatFarIsOfferedItsNextStepBeforeAnOldOneGoesAgain() {
        var staging = staged("Tea");
        bot.says(ALICE, "/semaphore promote production " + staging);
        bot.card("Promoted to production by Alice", "Tea");
        bot.semaphore().finish(newestPipeline("shop"));
        bot.passed("shop", "Coffee");

        bot.says(ALICE, "/semaphore promote production shop");
        var asked = bot.answer(ALICE, "The newest commit on main", "Coffee", "isn't ready for production yet");
        assertThat(asked.drawn()).doesNotContain("Promote again?");
        assertThat(asked.buttons().get(0)).isEqualTo("Promote to staging");
        assertThat(asked.buttons().get(1)).startsWith("Promote ").endsWith(" again");
        bot.presses(ALICE, asked, "Promote to staging");
        bot.card("Promoted to staging by Alice", "Coffee");
        assertThat(bot.semaphore().promotions("shop")).endsWith("staging");
        bot.semaphore().finish(newestPipeline("shop"));
    }

    @Test
    void theNewestPassedOneGoesAndTheAnswerSpeaksOfANewerOne() {
        var good = bot.semaphore().push("web", "release", "Good old", "alice").pipelineId();
        bot.semaphore().finish(good);
        var bad = bot.semaphore().push("web", "release", "Bad new", "alice").pipelineId();
        bot.semaphore().begin(bad);
        bot.until("the bad one runs its tests", () -> {
            bot.semaphore().failJob(bad, "Build", "compile", 1, "no\n");
            return true;
        });
        bot.says(ALICE, "/semaphore promote staging web@release");
        bot.answer(ALICE, "Promoting web on release", "Good old", "A newer pipeline there, commit", "failed");
        bot.card("Promoted to staging by Alice", "Good old");
        bot.semaphore().finish(newestPipeline("web"));
        bot.semaphore().push("web", "release", "Newer still", "alice");
        bot.says(BOB, "/semaphore promote production web@release");
        bot.answer(BOB, "Good old", "to production", "A newer pipeline there, commit", "is still running");
    }

    @Test
    void aChainGoesOnFromThePromotedPipelineAndIsRememberedForNextTime() {
        var staging = staged("Dig the pond");
        bot.says(ALICE, "/semaphore promote production " + staging);
        bot.card("Promoted to production by Alice", "Dig the pond");
        bot.semaphore().finish(newestPipeline("shop"));
        staged("Fill the pond");
        bot.says(BOB, "/semaphore promote production shop");
        bot.answer(BOB, "Promoting shop on main", "Fill the pond", "to production");
        bot.card("Promoted to production by Bob", "Fill the pond");
    }

    @Test
    void whatNoPromotionStartsFromIsRefused() {
        var last = bot.passed("api", "Nowhere to go");
        bot.says(ALICE, "/semaphore promote production " + last);
        bot.answer(ALICE, "No promotion starts from pipeline Build and test of api");
    }

    @Test
    void anUnknownPromotionIsTriedAndRefusedWithThoseThatAreKnown() {
        bot.passed("web", "Unknown ways");
        bot.says(ALICE, "/semaphore promote prodution web");
        var refused = bot.answer(
                ALICE,
                "No promotion named \"prodution\" starts from this pipeline of web. Nothing was changed. Did you mean:");
        assertThat(refused.buttons()).contains("staging", "production");
        bot.presses(ALICE, refused, "production");
        bot.card("Promoted to production by Alice", "Unknown ways");
    }

    @Test
    void aFailedOneIsRefusedAndGoesOnlyWithOverrideByThoseWhoMay() {
        var bad = bot.semaphore().push("web", "main", "Broken wing", "alice").pipelineId();
        bot.semaphore().failJob(bad, "Build", "compile", 1, "no\n");
        bot.says(ALICE, "/semaphore promote staging " + bad);
        bot.answer(
                ALICE,
                "Build and test of web, main",
                "failed. Only passed pipelines can be promoted. Wait for one that passes. Those listed under "
                        + "access.override in signalman.yml can add override.");
        bot.says(ALICE, "/semaphore promote staging " + bad + " override");
        bot.answer(ALICE, "Only Bob can use \"override\"");
        bot.says(BOB, "/semaphore promote staging " + bad + " override");
        bot.answer(BOB, "Broken wing", "although it hasn't passed (override)");
        bot.card("Promoted to staging by Bob", "Broken wing");
    }

    @Test
    void whatTheDeploymentTargetRefusesIsPassedOn() {
        var target = bot.semaphore().addDeploymentTarget("shop", "vault").cordon(true);
        var staging = staged("Lock the vault");
        bot.says(ALICE, "/semaphore promote vault " + staging);
        bot.answer(ALICE, "Semaphore refused to promote to vault", "cordoned");
        target.cordon(false);
        bot.says(ALICE, "/semaphore promote vault " + staging);
        bot.card("Promoted to vault by Alice", "Lock the vault");
    }

    @Test
    void aPromotionThatSemaphoreCannotScheduleStandsOnTheParentsCardAndMayBeTriedAgain() {
        bot.passed("web", "Bad weather");
        bot.semaphore().settings().promotionsFail(true);
        bot.says(ALICE, "/semaphore promote production web");
        var parent = bot.card("*production*: Semaphore couldn't start it", "Bad weather");
        bot.semaphore().settings().promotionsFail(false);
        bot.presses(BOB, parent, "Promote to production");
        bot.card("Promoted to production by Bob", "Bad weather");
    }
}
