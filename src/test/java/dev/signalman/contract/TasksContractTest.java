package dev.signalman.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.EnvVar;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.PeriodicTask;
import dev.signalman.domain.Workflow;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.simulator.semaphore.PromotionParameter;
import dev.signalman.simulator.semaphore.TaskPlan;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TasksContractTest extends SemaphoreContract {
    @Test
    void tasksAreListedWithWhatTheyNeed() {
        simulated.addTask(
                "web",
                TaskPlan.task("nightly")
                        .at("0 2 * * *")
                        .pause()
                        .parameter(PromotionParameter.parameter("LEVEL").options("low", "high")));

        var task = semaphore.tasks().list(web.id(), null).items().get(0);

        assertThat(task.name()).isEqualTo("nightly");
        assertThat(task.cron()).isEqualTo("0 2 * * *");
        assertThat(task.branch()).isEqualTo("main");
        assertThat(task.paused()).isTrue();
        assertThat(task.pipelineFile()).isEqualTo(".semaphore/semaphore.yml");
        assertThat(task.parameters())
                .extracting(PeriodicTask.TaskParameter::name)
                .containsExactly("LEVEL");
    }

    @Test
    void aTaskRunsOnATagWithParameters() {
        web.reference("refs/tags/v1");
        var task = simulated.addTask("web", TaskPlan.task("deploy").parameter(PromotionParameter.parameter("LEVEL")));

        var id = semaphore.tasks().runNow(task.id(), GitRef.parse("refs/tags/v1"), null, Map.of("LEVEL", "high"));
        after(5);

        var workflow = semaphore.workflows().describe(id);
        assertThat(workflow.cause()).isEqualTo(Workflow.Cause.MANUAL_RUN);
        assertThat(workflow.ref()).isEqualTo(GitRef.parse("refs/tags/v1"));
        assertThat(semaphore.pipelines().describe(workflow.initialPipelineId()).environment())
                .contains(new EnvVar("LEVEL", "high"));
    }

    @Test
    void aTaskRunsOnItsOwnBranchWhenNoneIsNamed() {
        var task = simulated.addTask("web", TaskPlan.task("deploy"));

        var id = semaphore.tasks().runNow(task.id(), null, null, Map.of());
        after(5);

        assertThat(semaphore.workflows().describe(id).ref()).isEqualTo(GitRef.branch("main"));
    }

    @Test
    void whatCannotRunIsRefusedInSemaphoresWords() {
        var task = simulated.addTask("web", TaskPlan.task("deploy"));

        var refused = failure(() -> semaphore.tasks().runNow(task.id(), GitRef.branch("gone"), null, Map.of()));
        assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refused.words()).isEqualTo("Branch 'gone' does not exist in the repository");
        var malformed = failure(() -> semaphore.tasks().runNow("no-uuid", GitRef.branch("main"), null, Map.of()));
        assertThat(malformed.words()).isEqualTo("schedule identifier should be a UUID");
        assertThat(failure(() -> semaphore.tasks().list(NOBODY, null)).kind()).isEqualTo(Kind.NOT_FOUND);
    }
}
