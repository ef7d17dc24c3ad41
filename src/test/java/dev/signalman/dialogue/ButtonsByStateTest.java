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
        var press = bot.slack().presses(ALICE, answer, "Promote to production");
        assertThat(press.question()).startsWith("Promote to production?");
        press.cancel();
        assertThat(bot.changesAsked()).isEmpty();
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
