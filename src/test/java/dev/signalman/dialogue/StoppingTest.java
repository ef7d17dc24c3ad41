package dev.signalman.dialogue;

import static dev.signalman.harness.PipelineFixture.MAIN;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.StartedWorkflow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Jobs, pipelines and workflows that are stopped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StoppingTest {
    private Dialogue bot;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        bot.semaphore()
                .addProject("lab")
                .plan(pipeline(MAIN, "Try out")
                        .block("Test", job("left").runsUntilTold(), job("right").runsUntilTold()));
    }

    @AfterAll
    void end() {
        bot.close();
    }

    private String running(String message) {
        return runs(bot.semaphore().push("web", "main", message, "alice")).pipelineId();
    }

    private StartedWorkflow runs(StartedWorkflow started) {
        bot.until("it runs", () -> bot.semaphore().state(started.pipelineId()).equals("running"));
        return started;
    }

    private void stops(String pipeline) {
        bot.until("it stopped", () -> bot.semaphore().state(pipeline).equals("stopped"));
    }

    @Test
    void aPipelineIsStoppedByItsId() {
        var pipeline = running("Slow snail");
        bot.says(ALICE, "/semaphore stop pipeline " + pipeline);
        var card = bot.card("Stopped by Alice", "Slow snail");
        stops(pipeline);
        bot.becomes(card, "stopped", "[Rerun]");
        assertThat(bot.slack().now(card).buttons()).containsExactly("Rerun");
    }

    @Test
    void aProjectMeansItsNewestWorkflow() {
        var pipeline = running("Tired turtle");
        bot.says(ALICE, "/semaphore stop web");
        bot.card("Stopped by Alice", "Tired turtle");
        stops(pipeline);
    }

    @Test
    void aWorkflowStopsWithAllThatRunsInIt() {
        var started = runs(bot.semaphore().push("web", "main", "Lazy lizard", "alice"));
        bot.says(ALICE, "/semaphore stop workflow " + started.workflowId());
        bot.card("Stopped by Alice", "Lazy lizard");
        stops(started.pipelineId());
    }

    @Test
    void aJobIsStoppedAlone() {
        var pipeline =
                runs(bot.semaphore().push("lab", "main", "Jolly jobs", "alice")).pipelineId();
        var job = bot.semaphore().jobId(pipeline, "Test", "left");
        bot.says(ALICE, "/semaphore stop job " + job);
        bot.card("Job left was stopped by Alice.");
        bot.card("Jolly jobs");
        assertThat(bot.semaphore().state(pipeline)).isEqualTo("running");
        bot.says(BOB, "/semaphore stop job " + job);
        bot.answer(BOB, "left has already finished.");
    }

    @Test
    void whatIsDoneIsRefused() {
        var pipeline = bot.passed("web", "Done deer");
        bot.says(ALICE, "/semaphore stop " + pipeline);
        bot.answer(ALICE, "is already done (passed");
    }

    @Test
    void theStopButtonAsksInTheseWordsAndDoesNothingUntilTheyAreConfirmed() {
        var pipeline = running("Careful crab");
        bot.says(ALICE, "/semaphore status " + pipeline);
        var snapshot = bot.answer(ALICE, "Careful crab", "[Stop]");
        var press = bot.slack().presses(ALICE, snapshot, "Stop");
        assertThat(press.question())
                .startsWith("Stop this pipeline?")
                .contains("web on main, commit ")
                .endsWith("Running jobs are stopped.");
        press.cancel();
        assertThat(bot.semaphore().state(pipeline)).isNotIn("stopping", "stopped");
        bot.slack().presses(ALICE, bot.slack().now(snapshot), "Stop").confirm();
        bot.card("Stopped by Alice", "Careful crab");
        stops(pipeline);
    }

    @Test
    void stoppingACardThatWasStoppedOnTheWebIsRefusedWithTheNewFacts() {
        var pipeline = running("Webbed duck");
        bot.says(ALICE, "/semaphore status " + pipeline);
        var stale = bot.answer(ALICE, "Webbed duck", "[Stop]");
        bot.semaphore().stopOnTheWeb(pipeline, "carol");
        stops(pipeline);
        bot.presses(ALICE, stale, "Stop");
        bot.answer(ALICE, "is already done (stopped)");
    }
}
