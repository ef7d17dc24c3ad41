package dev.signalman.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.signalman.domain.Block;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.JobState;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import dev.signalman.domain.Trigger;
import dev.signalman.semaphore.Pipelines.Filter;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.simulator.semaphore.JobPlan;
import dev.signalman.simulator.semaphore.PipelinePlan;
import dev.signalman.simulator.semaphore.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PipelinesContractTest extends SemaphoreContract {
    @Test
    void aPassedPipelineIsDescribedAndListedAlikeInBothDialects() {
        var pushed = passed();
        after(60);

        var described = semaphore.pipelines().describe(pushed.pipelineId());
        var listed = semaphore
                .pipelines()
                .list(Filter.ofProject(web.id()), null)
                .items()
                .get(0);

        assertThat(described.state()).isEqualTo(PipelineState.DONE);
        assertThat(described.passed()).isTrue();
        assertThat(described.file()).isEqualTo(".semaphore/semaphore.yml");
        assertThat(described.workflowId()).isEqualTo(pushed.workflowId());
        assertThat(described.times().created()).isEqualTo(START);
        assertThat(described.times().stopping()).isNull();
        assertThat(described.promotionOf()).isNull();
        assertThat(described.trigger().kind()).isEqualTo(Trigger.Kind.WORKFLOW);
        assertThat(described.trigger().login()).isEqualTo("alice");
        assertThat(described.blocks()).isEmpty();
        assertThat(listed)
                .usingRecursiveComparison()
                .ignoringFields("trigger", "commitMessage", "environment")
                .isEqualTo(described);
    }

    @Test
    void aRunningPipelineHasNoResultsYetAndItsBlocksAreToldInDetail() {
        web.plan(PipelinePlan.pipeline(".semaphore/semaphore.yml", "Build")
                .block("Test", JobPlan.job("unit"))
                .block("Later", JobPlan.job("e2e")));
        var running = push("One");
        simulated.begin(running.pipelineId());
        simulated.hold(running.pipelineId());
        after(5);

        var pipeline = semaphore.pipelines().describeInDetail(running.pipelineId());

        assertThat(pipeline.state()).isEqualTo(PipelineState.RUNNING);
        assertThat(pipeline.result()).isNull();
        assertThat(pipeline.reason()).isNull();
        assertThat(pipeline.blocks()).extracting(Block::name).containsExactly("Test", "Later");
        assertThat(pipeline.blocks().get(0).result()).isNull();
        assertThat(pipeline.blocks().get(0).jobs())
                .extracting(BlockJob::name, BlockJob::state, BlockJob::result)
                .containsExactly(tuple("unit", JobState.RUNNING, null));
        assertThat(pipeline.blocks().get(1).jobs()).isEmpty();
        assertThat(semaphore.pipelines().describe(running.pipelineId()).blocks())
                .isEmpty();
    }

    @Test
    void aFailedPipelineNamesItsFailedJobs() {
        var pipeline = semaphore.pipelines().describeInDetail(failed().pipelineId());

        assertThat(pipeline.result()).isEqualTo(Result.FAILED);
        assertThat(pipeline.reason()).isEqualTo(ResultReason.TEST);
        assertThat(pipeline.blocks().get(0).jobs())
                .filteredOn(BlockJob::failed)
                .extracting(BlockJob::name)
                .containsExactly("Test");
    }

    @Test
    void aMalformedFileIsAFailureWithItsError() {
        web.plan(PipelinePlan.malformed(".semaphore/semaphore.yml", "No blocks"));
        var pushed = push("One");
        after(10);

        var pipeline = semaphore.pipelines().describe(pushed.pipelineId());

        assertThat(pipeline.reason()).isEqualTo(ResultReason.MALFORMED);
        assertThat(pipeline.error()).isEqualTo("No blocks");
    }

    @Test
    void pipelinesAreListedThroughPagesOfAnySize() {
        for (int i = 0; i < 7; i++) {
            push("Change " + i);
        }
        List<String> seen = new ArrayList<>();
        @Nullable String next = null;
        do {
            var page = semaphore.pipelines().list(Filter.ofProject(web.id()).pageOf(3), next);
            page.items().forEach(pipeline -> seen.add(pipeline.id()));
            next = page.next();
        } while (next != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(semaphore.pipelines().list(Filter.ofProject(web.id()), "5").items())
                .isEmpty();
    }

    @Test
    void aListIsNarrowedByEachOfItsFilters() {
        web.promotion("staging", ".semaphore/staging.yml");
        var first = passed();
        after(1000);
        var second = simulated.push("web", "release/2 & 3", "Two", "alice");
        simulated.promoteOnTheWeb(first.pipelineId(), "staging", "alice", Map.of());
        after(10);
        var promoted = simulated.pipelines("web").get(2);
        var all = Filter.ofProject(web.id());

        assertThat(shown(all)).hasSize(3);
        assertThat(shown(Filter.ofWorkflow(first.workflowId()))).containsExactly(promoted, first.pipelineId());
        assertThat(shown(all.on(GitRef.branch("release/2 & 3")))).containsExactly(second.pipelineId());
        assertThat(shown(all.of(".semaphore/staging.yml"))).containsExactly(promoted);
        assertThat(shown(all.created(null, START.plusSeconds(500)))).containsExactly(first.pipelineId());
        assertThat(shown(all.created(START.plusSeconds(500), null)))
                .containsExactlyInAnyOrder(promoted, second.pipelineId());
        assertThat(shown(all.done(START.minusSeconds(5), START.plusSeconds(500))))
                .containsExactly(first.pipelineId());
        assertThat(shown(all.done(START.plusSeconds(500), null))).isEmpty();
    }

    @Test
    void aListThatEndsBeforeItBeginsIsRefused() {
        var failure = failure(() ->
                semaphore.pipelines().list(Filter.ofProject(web.id()).created(START, START.minusSeconds(60)), null));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.words()).contains("created_after");
    }

    @Test
    void stoppingIsAcceptedWhileItRunsAndAgainWhenItIsDone() {
        var running = push("One");
        simulated.begin(running.pipelineId());
        after(5);

        semaphore.pipelines().stop(running.pipelineId());
        after(60);
        semaphore.pipelines().stop(running.pipelineId());

        var pipeline = semaphore.pipelines().describe(running.pipelineId());
        assertThat(pipeline.result()).isEqualTo(Result.STOPPED);
        assertThat(pipeline.reason()).isEqualTo(ResultReason.USER);
        assertThat(pipeline.terminatedBy()).isEmpty();
    }

    @Test
    void aRebuildRepeatsInTheSameWorkflowAndItsTokenOnce() {
        var broken = failed();

        var rebuilt = semaphore.pipelines().rebuild(broken.pipelineId(), "bot:rebuild:1");
        var again = semaphore.pipelines().rebuild(broken.pipelineId(), "bot:rebuild:1");
        after(5);

        assertThat(again).isEqualTo(rebuilt);
        Pipeline pipeline = semaphore.pipelines().describe(rebuilt);
        assertThat(pipeline.rebuildOf()).isEqualTo(broken.pipelineId());
        assertThat(pipeline.workflowId()).isEqualTo(broken.workflowId());
        assertThat(pipeline.trigger().kind()).isEqualTo(Trigger.Kind.PARTIAL_REBUILD);
    }

    @Test
    void aRebuiltDeployNamesBothThePipelineThatWasPromotedAndTheOneThatItRebuilds() {
        web.promotion("staging", "/.semaphore/staging.yml");
        var pushed = passed();
        simulated.promoteOnTheWeb(pushed.pipelineId(), "staging", "alice", Map.of());
        after(5);
        var deploy = simulated.pipelines("web").get(1);
        simulated.failJob(deploy, "Deploy", "Deploy", 1, "no\n");

        var rebuilt = semaphore.pipelines().describe(semaphore.pipelines().rebuild(deploy, "bot:rebuild:2"));

        assertThat(rebuilt.rebuildOf()).isEqualTo(deploy);
        assertThat(rebuilt.promotionOf()).isEqualTo(pushed.pipelineId());
        assertThat(rebuilt.trigger().kind()).isEqualTo(Trigger.Kind.PARTIAL_REBUILD);
        assertThat(rebuilt.path()).isEqualTo("/.semaphore/staging.yml");
        assertThat(rebuilt.file()).isEqualTo(".semaphore/staging.yml");
        assertThat(shown(Filter.ofProject(web.id()).of("/.semaphore/staging.yml")))
                .containsExactly(rebuilt.id(), deploy);
        assertThat(shown(Filter.ofProject(web.id()).of(".semaphore/staging.yml")))
                .isEmpty();
    }

    @Test
    void aRebuildRunsTheFailedJobsOfABlockAndCopiesThoseThatPassed() {
        web.plan(PipelinePlan.pipeline(".semaphore/semaphore.yml", "Build")
                .block(
                        "Test",
                        JobPlan.job("good").takes(Duration.ofSeconds(1)),
                        JobPlan.job("bad").runsUntilTold()));
        var broken = push("Break it");
        after(10);
        simulated.failJob(broken.pipelineId(), "Test", "bad", 1, "no\n");

        var rebuilt = semaphore.pipelines().rebuild(broken.pipelineId(), "bot:rebuild:3");
        after(5);

        assertThat(semaphore
                        .pipelines()
                        .describeInDetail(rebuilt)
                        .blocks()
                        .get(0)
                        .jobs())
                .extracting(job -> job.name() + " " + job.state() + " " + job.result())
                .containsExactly("good FINISHED PASSED", "bad RUNNING null");
    }

    @Test
    void whatCannotBeRebuiltIsRefusedInSemaphoresWords() {
        var good = passed();
        var running = push("Two");

        assertThat(failure(() -> semaphore.pipelines().rebuild(good.pipelineId(), "a"))
                        .words())
                .isEqualTo("Pipelines which passed can not be partial rebuilt.");
        assertThat(failure(() -> semaphore.pipelines().rebuild(running.pipelineId(), "b"))
                        .words())
                .isEqualTo("Only pipelines which are in done state can be partial rebuilt.");
    }

    @Test
    void whatIsUnknownOrMayNotBeDoneIsNotFound() {
        var pushed = passed();
        simulated.user("rita").is(Role.READER, "web");

        assertThat(failure(() -> semaphore.pipelines().describe(NOBODY)).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> semaphore.pipelines().describeInDetail("no-uuid"))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> as("rita").pipelines().stop(pushed.pipelineId()))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(as("rita").pipelines().describe(pushed.pipelineId()).passed())
                .isTrue();
        assertThat(failure(() -> semaphore.pipelines().list(Filter.ofProject(NOBODY), null))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    private List<String> shown(Filter filter) {
        return semaphore.pipelines().list(filter, null).items().stream()
                .map(Pipeline::id)
                .toList();
    }
}
