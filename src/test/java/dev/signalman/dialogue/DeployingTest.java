package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.simulator.semaphore.PromotionPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each promotion has deployed now, and before. */
final class DeployingTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private String passed(String message) {
        var pipeline = bot.semaphore().push("web", "main", message, "alice").pipelineId();
        bot.semaphore().finish(pipeline);
        return pipeline;
    }

    private void aDayOfDeploys() {
        var first = bot.promotedOnTheWeb("web", passed("Round invoices"), "production");
        bot.semaphore().finish(first);
        var second = bot.promotedOnTheWeb("web", passed("Sort invoices"), "production");
        bot.semaphore().failJob(second, "Deploy", "rollout", 1, "no room\n");
        passed("Print invoices");
    }

    private void guarded() {
        bot.semaphore().addDeploymentTarget("web", "live");
        bot.semaphore()
                .addProject("web")
                .promotion(PromotionPlan.promotion("production", PipelineFixture.PRODUCTION)
                        .guardedBy("live"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsDeployedAndWhatWasIsToldWithAndWithoutDeploymentTargets(boolean targets) {
        bot.semaphore().settings().deploymentTargets(targets);
        if (targets) {
            guarded();
        }
        aDayOfDeploys();

        var now = bot.asks(ALICE, "/semaphore deploys web");
        assertThat(now.drawn())
                .contains("*production*", "2 newer passed", "*staging*  no successful deploy found")
                .contains("[Promote to ");
        var history = bot.asks(ALICE, "/semaphore history production web");
        assertThat(history.drawn()).contains("Round invoices", "Sort invoices", "failed");
        assertThat(history.drawn().indexOf("Sort invoices"))
                .isLessThan(history.drawn().indexOf("Round invoices"));
    }

    @Test
    void fromWhatIsDeployedItsHistoryAndTheNextPromotionAreAPressAway() {
        aDayOfDeploys();
        var now = bot.asks(ALICE, "/semaphore deploys web");
        var history = bot.nextTo(ALICE, DEPLOYS, () -> bot.slack().chooses(ALICE, now, "History of …", "production"));
        assertThat(history.drawn()).contains("Deploys to *production* of web");

        var again = bot.asks(ALICE, "/semaphore deploys web");
        bot.presses(ALICE, again, "Promote to production");
        bot.card("Promoted to production by Alice");
        assertThat(bot.semaphore().promotions("web")).containsExactly("production", "production", "production");
    }

    @Test
    void theLastGoodOneIsAPressAwayUnderTheSameRules() {
        bot.semaphore().finish(bot.promotedOnTheWeb("web", passed("Count invoices"), "production"));
        assertThat(bot.asks(ALICE, "/semaphore history production web").drawn()).doesNotContain("[Redeploy");
        aDayOfDeploys();
        var worse = bot.promotedOnTheWeb("web", passed("Fold invoices"), "production");
        bot.semaphore().failJob(worse, "Deploy", "rollout", 1, "no paper\n");
        bot.says(ALICE, "/semaphore lock production web");
        bot.card("Alice locked");
        var history = bot.asks(ALICE, "/semaphore history production web");
        var label = history.buttons().get(0);
        assertThat(label).startsWith("Redeploy ");
        bot.presses(ALICE, history, label);
        bot.answer(ALICE, "Locked by Alice");
        bot.says(ALICE, "/semaphore unlock production web");
        bot.card("Alice unlocked");

        var again = bot.nextTo(ALICE, DEPLOYS, () -> bot.says(ALICE, "/semaphore history production web"));
        bot.presses(ALICE, again, label);
        bot.card("Promoted to production by Alice", "Round invoices");
        assertThat(bot.semaphore().promotions("web")).hasSize(5);
    }

    @Test
    void aDeployThatFailedAndWasRebuiltIsThere() {
        var deploy = bot.promotedOnTheWeb("web", passed("Round invoices"), "staging");
        bot.semaphore().failJob(deploy, "Deploy", "rollout", 1, "no room\n");
        assertThat(bot.asks(ALICE, "/semaphore deploys web").drawn()).contains("*staging*  no successful deploy found");
        bot.says(ALICE, "/semaphore rebuild " + deploy);
        bot.card("Rebuilt by Alice");
        var all = bot.semaphore().pipelines("web");
        bot.semaphore().finish(all.get(all.size() - 1));
        assertThat(bot.asks(ALICE, "/semaphore deploys web").drawn()).containsPattern("\\*staging\\*.*up to date");
    }

    @Test
    void whereNothingWasDeployedThatIsSaid() {
        passed("Round invoices");
        assertThat(bot.asks(ALICE, "/semaphore history staging web").drawn()).contains("None found");
        assertThat(bot.asks(ALICE, "/semaphore deploys api").drawn()).contains("I don't know any promotion of api");
    }
}
