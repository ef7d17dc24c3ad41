package dev.signalman.dialogue;

import static dev.signalman.harness.PipelineFixture.MAIN;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.JobPlan;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job that failed without having started says why: on the card, under it, in {@code job} and in {@code logs}. */
final class JobThatNeverStartedTest {
    private static final String REASON = "Unknown self-hosted agent type 's1-<!here>', token=abcdefgh.";
    private static final String SHOWN = "Unknown self-hosted agent type 's1-<!here>', token=[masked]";

    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    /** Pushes what fails in a project of its own, and returns the job's id. */
    private String fails(JobPlan plan) {
        bot.semaphore()
                .addProject("odd")
                .plan(pipeline(MAIN, "Build and test").block("Test", plan.waits(Duration.ofMillis(100))));
        bot.isNotifiedOf("odd");
        bot.subscribes(ALICE, BUILDS, "odd");
        var pipeline =
                bot.semaphore().push("odd", "main", "Copper kettle", "bob").pipelineId();
        bot.semaphore().finish(pipeline);
        return bot.semaphore().jobId(pipeline, "Test", plan.name());
    }

    @Test
    void theReasonIsOnTheCardAndUnderIt() {
        fails(job("rspec").onOwnAgent().failsBeforeStart(REASON));
        bot.cardIn(BUILDS, "*odd* failed on `main`", "rspec", "never started: " + SHOWN);
        var triage = bot.cardIn(BUILDS, "*Test › rspec* never started", "Semaphore says: " + SHOWN + ".");
        assertThat(triage.drawn()).doesNotContain("abcdefgh", "No log.");
    }

    @Test
    void theReasonIsInTheJobAndInItsMissingLog() {
        var id = fails(job("rspec").onOwnAgent().failsBeforeStart(REASON));
        assertThat(bot.asks(ALICE, "/semaphore job " + id).drawn())
                .contains("rspec* of odd failed", "It never started. Semaphore says: " + SHOWN + ".")
                .doesNotContain("[Logs]");
        assertThat(bot.asks(ALICE, "/semaphore logs " + id).drawn())
                .contains("No log: rspec never started. Semaphore says: " + SHOWN + ".")
                .doesNotContain("Try again", "abcdefgh");
    }

    @Test
    void withoutAReasonItIsSaidThatItNeverStarted() {
        var id = fails(job("rspec").failsBeforeStart(""));
        assertThat(bot.asks(ALICE, "/semaphore job " + id).drawn())
                .contains("It never started.")
                .doesNotContain("Semaphore says");
        assertThat(bot.asks(ALICE, "/semaphore logs " + id).drawn())
                .contains("Semaphore says: This job never started, so no logs were produced. Try again");
        bot.cardIn(BUILDS, "*Test › rspec* failed", "No log. Semaphore says: This job never started");
    }

    @Test
    void whereSemaphoreDoesNotSayWhyTheRestIsStillSaid() {
        bot.semaphore()
                .fault(SemaphoreFault.on("GET", "/troubleshoot/*").always().internalError());
        var id = fails(job("rspec").onOwnAgent().failsBeforeStart(REASON));
        assertThat(bot.asks(ALICE, "/semaphore job " + id).drawn()).contains("It never started.");
        bot.cardIn(BUILDS, "*Test › rspec* failed", "No log. Semaphore says: Logs for " + id + " not found");
    }

    @Test
    void aJobThatRanIsNotAskedAbout() {
        var pipeline =
                bot.semaphore().push("web", "main", "Round invoices", "bob").pipelineId();
        bot.semaphore().failJob(pipeline, "Build", "compile", 1, "no\n");
        var id = bot.semaphore().jobId(pipeline, "Build", "compile");
        assertThat(bot.asks(ALICE, "/semaphore job " + id).drawn()).doesNotContain("never started");
        assertThat(bot.semaphore().calls()).noneMatch(call -> call.path().startsWith("/troubleshoot"));
    }
}
