package dev.signalman.dialogue;

import static dev.signalman.harness.PipelineFixture.MAIN;
import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BUILDS;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.simulator.semaphore.JobPlan;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a pipeline's card says of its blocks and failed jobs, once it is known. */
final class PipelineCardDetailsTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = Dialogue.start();
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private String push(String project, String message) {
        return bot.semaphore().push(project, "main", message, "alice").pipelineId();
    }

    @Test
    void aFinishedBlockShowsItsTimeAndAFailedJobItsExitCode() {
        bot.semaphore()
                .addProject("shop")
                .plan(pipeline(MAIN, "Build and test")
                        .block("Build", job("compile").takes(Duration.ofSeconds(62)))
                        .block("Test", job("unit").runsUntilTold()));
        bot.subscribes(ALICE, BUILDS, "shop mode=live");
        var pipeline = push("shop", "Knit a scarf");
        bot.hints(pipeline);
        var card = bot.cardIn(BUILDS, "Knit a scarf", "🔵 Build");
        bot.passes(Duration.ofSeconds(70));
        bot.becomes(card, "is running on `main` for 1 min", "✅ Build", "🔵 Test");
        bot.untilAllIsDone();
        bot.passes(Duration.ofMinutes(1)); // a running pipeline's card is redrawn once a minute
        bot.becomes(card, "is running on `main` for 2 min", "✅ Build  1m 02s", "🔵 Test");
        bot.semaphore().failJob(pipeline, "Test", "unit", 3, "no\n");
        bot.becomes(card, "✅ Build  1m 02s", "❌ Test", "*Test › unit*  exit 3");
    }

    @Test
    void aFailedJobIsNewOrFlaky() {
        bot.subscribes(ALICE, BUILDS, "web");
        bot.passed("web", "Good");
        fails("First failure");
        bot.cardIn(BUILDS, "First failure", "*Build › compile*  exit 1  ·  new: passed in the last run");
        fails("Second failure");
        bot.cardIn(BUILDS, "Second failure", "exit 1  ·  failed in the last run too");
        bot.passed("web", "Mended");
        fails("Third failure");
        bot.cardIn(BUILDS, "Third failure", "exit 1  ·  flaky: failed 2 of the last 4");
    }

    private void fails(String message) {
        bot.semaphore().failJob(push("web", message), "Build", "compile", 1, "no\n");
    }

    @Test
    void aBlockOfManyJobsCostsNoCallsAndShowsNoTime() {
        var jobs = IntStream.range(0, 9)
                .mapToObj(n -> job("part " + n).takes(Duration.ofSeconds(30)))
                .toArray(JobPlan[]::new);
        bot.semaphore().addProject("wide").plan(pipeline(MAIN, "Test").block("Test", jobs));
        bot.subscribes(ALICE, BUILDS, "wide mode=live");
        var pipeline = push("wide", "Spin wool");
        bot.hints(pipeline);
        var card = bot.cardIn(BUILDS, "Spin wool");
        bot.passes(Duration.ofSeconds(40));
        bot.becomes(card, "*wide* passed", "✅ Test");
        bot.untilAllIsDone();
        assertThat(bot.slack().now(card).drawn()).doesNotContain("✅ Test  30s");
        assertThat(bot.semaphore().calls())
                .noneMatch(
                        call -> call.path().contains("/jobs/") && call.method().equals("GET"));
    }
}
