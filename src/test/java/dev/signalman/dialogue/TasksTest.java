package dev.signalman.dialogue;

import static dev.signalman.harness.WorkspaceFixture.ALICE;
import static dev.signalman.harness.WorkspaceFixture.BOB;
import static dev.signalman.harness.WorkspaceFixture.DEPLOYS;
import static dev.signalman.harness.WorkspaceFixture.RELEASE;
import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.harness.Dialogue;
import dev.signalman.harness.PipelineFixture;
import dev.signalman.ruling.Approvals;
import dev.signalman.ruling.Policies;
import dev.signalman.ruling.Policy;
import dev.signalman.simulator.semaphore.PromotionParameter;
import dev.signalman.simulator.semaphore.TaskPlan;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Listing tasks and running them, under the rules that bind a run. */
final class TasksTest {
    private Dialogue bot;

    @BeforeEach
    void start() throws Exception {
        bot = started(Policies.NONE);
    }

    @AfterEach
    void end() {
        bot.close();
    }

    private static Dialogue started(Policies rules) throws Exception {
        var bot = Dialogue.start(rules);
        bot.semaphore()
                .addProject("web")
                .plan(pipeline(".semaphore/nightly.yml", "Nightly")
                        .block("Long", job("soak").runsUntilTold()));
        bot.semaphore()
                .addTask(
                        "web",
                        new TaskPlan("Nightly", "main", ".semaphore/nightly.yml", "0 2 * * *", false, List.of())
                                .parameter(PromotionParameter.parameter("LEVEL")
                                        .options("low", "full")
                                        .byDefault("low")));
        bot.semaphore()
                .addTask("web", new TaskPlan("release", "main", PipelineFixture.PRODUCTION, "", false, List.of()));
        bot.passed("web", "Begin");
        return bot;
    }

    private int pipelines() {
        return bot.semaphore().pipelines("web").size();
    }

    @Test
    void tasksAreListedWithTheirSchedules() {
        assertThat(bot.asks(ALICE, "/semaphore tasks web").drawn())
                .contains(
                        "Tasks of", "*Nightly*", ".semaphore/nightly.yml", "at 0 2 * * * UTC", "*release*", "by hand");
    }

    @Tag("smoke")
    @Test
    void aTaskRunsWithItsParameters() {
        bot.says(ALICE, "/semaphore task run nightly web LEVEL=full");
        bot.card("web", "Task run by Alice with LEVEL=full");
        bot.card("running");
        assertThat(bot.asks(ALICE, "/semaphore audit").drawn()).contains("task run");
    }

    @Test
    void aTaskIsChosenFromTheList() {
        var list = bot.asks(ALICE, "/semaphore tasks web");
        bot.slack().chooses(ALICE, list, "Run …", "Nightly").confirm();
        bot.card("Task run by Alice with LEVEL=low");
    }

    @Test
    void whatTheTaskDoesNotTakeIsRefused() {
        int before = pipelines();
        assertThat(bot.asks(ALICE, "/semaphore task run nightly web COLOUR=red").drawn())
                .contains("The task Nightly has no parameter “COLOUR”. It takes LEVEL.");
        assertThat(bot.asks(ALICE, "/semaphore task run nightly web LEVEL=some").drawn())
                .contains("LEVEL of the task Nightly can be low, full, not “some”");
        assertThat(bot.asks(ALICE, "/semaphore task run nigthly web").drawn())
                .contains("web has no task “nigthly”", "[Nightly]");
        assertThat(pipelines()).isEqualTo(before);
    }

    @Test
    void aTaskThatStartsARuledFileIsJudgedLikeARunOfThatFile() throws Exception {
        bot.close();
        bot = started(new Policies(List.of(Policy.of("production", List.of("web"), List.of(), null)
                .with(Approvals.of(1, RELEASE))
                .starting(List.of(PipelineFixture.PRODUCTION)))));
        int before = pipelines();
        assertThat(bot.asks(ALICE, "/semaphore task run release web").drawn())
                .contains("That would deploy to production");
        assertThat(bot.asks(ALICE, "/semaphore task run nightly web file=" + PipelineFixture.PRODUCTION)
                        .drawn())
                .contains("That would deploy to production");
        assertThat(bot.asks(BOB, "/semaphore task run nightly web").drawn())
                .contains(".semaphore/nightly.yml can't be run here");
        assertThat(pipelines()).isEqualTo(before);
    }

    @Test
    void aRunWhoseAnswerWasLostIsFoundAndNotRepeated() {
        int before = pipelines();
        bot.semaphore().fault(SemaphoreFault.on("POST", "/tasks/*/run_now").actsThenCuts());
        bot.says(ALICE, "/semaphore task run nightly web");
        bot.card("Task run by Alice");
        assertThat(pipelines()).isEqualTo(before + 1);
        assertThat(bot.shown(DEPLOYS, "Task run by Alice")).hasSize(1);
    }
}
