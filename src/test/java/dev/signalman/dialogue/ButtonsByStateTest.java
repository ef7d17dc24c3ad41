package dev.signalman.dialogue;

import static dev.signalman.harness.PipelineFixture.MAIN;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.slack.PostedMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A pipeline's card has the buttons that make sense in its state, and no others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ButtonsByStateTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start(new Policies(List.of(Policy.of("production", List.of("web"), List.of(), List.of()))));
        bot.semaphore()
                .addProject("patient")
                .plan(pipeline(MAIN, "Wait and see")
                        .startsAfter(Duration.ofHours(1))
                        .block("Test", job("unit").runsUntilTold()));
        bot.semaphore()
                .addProject("chain")
                .plan(pipeline(MAIN, "Build")
                        .block("Test", job("unit").runsUntilTold())
                        .promotion("staging", ".semaphore/staging.yml"))
                .plan(pipeline(".semaphore/staging.yml", "Deploy to staging")
                        .block("Deploy", job("rollout").runsUntilTold())
                        .promotion("live", ".semaphore/live.yml"))
                .plan(pipeline(".semaphore/live.yml", "Deploy")
                        .block("Deploy", job("rollout").runsUntilTold()));
        bot.passes(Duration.ofMinutes(1)); // the list of projects from before is no longer used
    }

    @AfterAll
    void end() {
        bot.close();
    }

    private PostedMessage status(String pipeline, String words) {
        bot.until(
                "it is there",
                () -> bot.asks(ALICE, "/semaphore status " + pipeline).drawn().contains(words));
        return bot.asks(ALICE, "/semaphore status " + pipeline);
    }

    @Test
    void whatWaitsOrRunsCanBeStopped() {
        var pipeline =
                bot.semaphore().push("patient", "main", "Knit a scarf", "alice").pipelineId();
        assertThat(status(pipeline, "is queued").buttons()).containsExactly("Stop");
        bot.semaphore().begin(pipeline);
        assertThat(status(pipeline, "is running").buttons()).containsExactly("Stop");
    }

    @Test
    void whatPassedCanBePromotedOrRerunAndWhereARuleSpeaksItAsksFirst() {
        var answer = status(bot.passed("web", "Bake bread"), "passed");
        assertThat(answer.buttons()).containsExactly("Promote to staging", "Promote to production", "Rerun");
        bot.semaphore().forgetCalls();
        var press = bot.slack().presses(ALICE, answer, "Promote to production");
        assertThat(press.question()).startsWith("Promote to production?");
        press.cancel();
        assertThat(bot.changesAsked()).isEmpty();
    }

    /** The label of the button that stands out; empty for none. */
    private static String primary(PostedMessage message) {
        return message.blocks().findParents("style").stream()
                .filter(button -> button.path("style").asText().equals("primary"))
                .map(button -> button.path("text").path("text").asText())
                .findFirst()
                .orElse("");
    }

    @Test
    void theNextStepStandsOutAndWhatIsOnItsWayCannotBePressed() {
        var pipeline = bot.passed("web", "Churn butter twice");
        assertThat(primary(status(pipeline, "passed"))).isEqualTo("Promote to staging");

        var staging = bot.promotedOnTheWeb("web", pipeline, "staging");
        var moving = status(pipeline, "*staging*: deploying");
        assertThat(moving.buttons()).containsExactly("Promote to production", "Rerun");
        assertThat(primary(moving)).isEmpty();

        bot.semaphore().finish(staging);
        var live = status(pipeline, "*staging*: deployed");
        assertThat(live.buttons()).containsExactly("Promote to production", "Promote to staging", "Rerun");
        assertThat(primary(live)).isEqualTo("Promote to production");

        bot.semaphore().finish(bot.promotedOnTheWeb("web", pipeline, "production"));
        var all = status(pipeline, "*production*: deployed");
        assertThat(all.buttons()).containsExactly("Promote to staging", "Promote to production", "Rerun");
        assertThat(primary(all)).isEmpty();
    }

    @Test
    void whatStartsFromADeployIsTheNextStepOfWhatWasDeployed() {
        var first = bot.passed("chain", "Spin wool");
        var staging = bot.promotedOnTheWeb("chain", first, "staging");
        bot.semaphore().finish(staging);
        bot.semaphore().finish(bot.promotedOnTheWeb("chain", staging, "live"));

        var next = bot.passed("chain", "Weave a coat");
        bot.semaphore().finish(bot.promotedOnTheWeb("chain", next, "staging"));
        var card = status(next, "*staging*: deployed");
        assertThat(card.buttons()).containsExactly("Promote to live", "Promote to staging", "Rerun");
        assertThat(primary(card)).isEqualTo("Promote to live");
        bot.presses(ALICE, card, "Promote to live");
        bot.card("Promoted to live by Alice");
    }

    @Test
    void whatFailedCanBeRebuiltRerunOrReadAbout() {
        var pipeline =
                bot.semaphore().push("web", "main", "Burn toast", "alice").pipelineId();
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "no\n");
        assertThat(status(pipeline, "failed").buttons()).containsExactly("Rebuild failed", "Rerun", "Logs");
    }

    @Test
    void whatWasStoppedOrCanceledCanOnlyBeRerun() {
        var begun =
                bot.semaphore().push("patient", "main", "Churn butter", "alice").pipelineId();
        bot.semaphore().begin(begun);
        bot.semaphore().stopOnTheWeb(begun, "carol");
        assertThat(status(begun, "was stopped").buttons()).containsExactly("Rerun");

        var waiting =
                bot.semaphore().push("patient", "main", "Skim milk", "alice").pipelineId();
        bot.semaphore().stopOnTheWeb(waiting, "carol");
        assertThat(status(waiting, "was canceled").buttons()).containsExactly("Rerun");
    }
}
