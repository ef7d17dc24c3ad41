package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.SECRET;
import static dev.signalman.harness.WorkspaceFixture.SHARED;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.simulator.semaphore.StartedWorkflow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A job's state, and the end of its log. */
@TestInstance(Lifecycle.PER_CLASS)
final class LoggingTest {
    private static final String PRINTED =
            "\u001b[31mexpected 3\u001b[0m\nSTRIPE_API_TOKEN=tok_1234567890abcdef\nprogress 1%\rprogress 99%\nFailure!\n";

    private Dialogue bot;
    private StartedWorkflow failed;
    private String job;

    @BeforeAll
    void start() throws Exception {
        bot = Dialogue.start();
        var semaphore = bot.semaphore();
        semaphore
                .addProject("metal")
                .plan(pipeline(PipelineFixture.MAIN, "Bare metal")
                        .block("Test", job("on our own agent").onOwnAgent().fails(2, "no disk left\n")));
        semaphore.finish(semaphore.push("metal", "main", "Buy a disk", "bob").pipelineId());
        failed = semaphore.push("web", "main", "Round invoices", "alice");
        semaphore.failJob(failed.pipelineId(), "Test", "rspec 2 of 2", 7, PRINTED);
        job = semaphore.jobId(failed.pipelineId(), "Test", "rspec 2 of 2");
    }

    @AfterAll
    void end() {
        assertThat(bot.changesAsked()).isEmpty();
        bot.close();
    }

    @Test
    void aJobTellsItsStateItsMachineItsTimesAndItsPlace() {
        var answer = bot.asks(ALICE, "/semaphore job " + job);
        assertThat(answer.drawn())
                .contains("*rspec 2 of 2* of web failed", "Machine `e1-standard-2`", "finished ", "Open in Semaphore");
        assertThat(answer.buttons()).containsExactly("Logs", "Pipeline");

        var log = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, answer, "Logs"));
        assertThat(log.drawn()).contains("Failure!");
    }

    @Test
    void ofAPipelineItIsAskedBackWhichJob() {
        var which = bot.asks(ALICE, "/semaphore job web");
        assertThat(which.drawn())
                .contains("Which job of Build and test on main? 1 failed.", "[rspec 2 of 2] [Other jobs")
                .doesNotContain("Nothing was changed");
        var answer = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, which, "rspec 2 of 2"));
        assertThat(answer.drawn()).contains("*rspec 2 of 2* of web failed");
    }

    @Test
    void aloneItOffersTheJobsOfTheChannelsNewestPipeline() {
        var projects = bot.asks(ALICE, "/semaphore job");
        assertThat(projects.drawn()).contains("Which project?");
        var which = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, projects, "web"));
        assertThat(which.buttons()).containsExactly("rspec 2 of 2");
        var answer = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, which, "rspec 2 of 2"));
        assertThat(answer.drawn()).contains("*rspec 2 of 2* of web failed");
    }

    @Test
    void aLogIsShownAsATerminalWouldWithoutSecrets() {
        assertThat(bot.asks(ALICE, "/semaphore logs " + job).drawn())
                .contains("`make test` failed with exit code 7", "expected 3\n", "STRIPE_API_TOKEN=[masked]")
                .contains("progress 99%", "Failure!", "Whole log")
                .doesNotContain("\u001b", "[31m", "1234567890", "progress 1%");
    }

    @Test
    void ofAPipelineTheFirstFailedJobIsMeant() {
        for (var subject : new String[] {failed.pipelineId(), failed.workflowId(), "web", "web@main"}) {
            var answer = bot.asks(ALICE, "/semaphore logs " + subject);
            assertThat(answer.drawn()).contains("*rspec 2 of 2 of web*", "Failure!");
            assertThat(answer.buttons()).contains("Rebuild failed");
        }
    }

    @Test
    void whereNothingFailedItIsAskedBackWhichJob() {
        var calm = bot.semaphore().push("api", "main", "Keep calm", "bob");
        bot.semaphore().finish(calm.pipelineId());
        var which = bot.asks(ALICE, "/semaphore logs " + calm.pipelineId());
        assertThat(which.drawn()).contains("No job of Build and test failed");
        var log = bot.nextTo(ALICE, DEPLOYS, () -> bot.presses(ALICE, which, "go test"));
        assertThat(log.drawn()).contains("*go test of api*", "all well");
    }

    @Test
    void whereOthersReadAlongOnlyTheWayToTheLogIsShown() {
        for (var channel : new String[] {SHARED, SECRET}) {
            var answer = bot.asksIn(BOB, channel, "/semaphore logs " + job);
            assertThat(answer.drawn())
                    .contains(
                            "Whole log",
                            "People of other organizations can read this channel, so logs aren't shown here.")
                    .doesNotContain("Failure!");
        }
    }

    @Test
    void whenTheKeeperOfALogTurnsItsReaderAwayTheTokenIsNotBlamed() {
        bot.semaphore().settings().logPassesAreTaken(false);
        try {
            assertThat(bot.asks(ALICE, "/semaphore logs metal").drawn())
                    .contains("The server that stores this log refused access to it (401)")
                    .doesNotContain("token", "Unauthorized");
        } finally {
            bot.semaphore().settings().logPassesAreTaken(true);
        }
    }

    @Test
    void theLogOfAnOwnAgentIsFetchedWhereItLiesWithoutTheToken() {
        assertThat(bot.asks(ALICE, "/semaphore logs metal").drawn())
                .contains("*on our own agent of metal*", "no disk left");
        assertThat(bot.semaphore().logVisits()).isNotEmpty().noneMatch(visit -> visit.tokenCame());
    }
}
