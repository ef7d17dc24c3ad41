package dev.signalman.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.EnvVar;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Workflow;
import dev.signalman.domain.WorkflowStart;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.semaphore.Workflows.Filter;
import dev.signalman.simulator.semaphore.PipelinePlan;
import dev.signalman.simulator.semaphore.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowsContractTest extends SemaphoreContract {
    private static final String MAIN = ".semaphore/semaphore.yml";
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void aWorkflowIsRunOfABranchWithParametersForItsFirstPipeline() {
        var started = semaphore.workflows().run(web.id(), GitRef.branch("main"), null, MAIN, Map.of("LEVEL", "full"));
        after(5);

        var workflow = semaphore.workflows().describe(started.workflowId());
        assertThat(workflow.projectId()).isEqualTo(web.id());
        assertThat(workflow.initialPipelineId()).isEqualTo(started.pipelineId());
        assertThat(workflow.cause()).isEqualTo(Workflow.Cause.API);
        assertThat(workflow.requesterId()).isEqualTo(simulated.user("alice").id());
        assertThat(workflow.ref()).isEqualTo(GitRef.branch("main"));
        assertThat(semaphore.pipelines().describe(started.pipelineId()).environment())
                .containsExactly(new EnvVar("LEVEL", "full"));
    }

    @Test
    void aWorkflowIsRunOfATagWithItsOwnFileAndAtTheTagsCommitWhateverIsAskedFor() {
        web.reference("refs/tags/v1.0");
        web.plan(web.plan(".semaphore/semaphore.yml"));
        web.promotion("nightly", ".semaphore/nightly.yml");

        var started = semaphore
                .workflows()
                .run(web.id(), GitRef.parse("refs/tags/v1.0"), COMMIT, ".semaphore/nightly.yml", Map.of());
        after(5);

        assertThat(semaphore.workflows().describe(started.workflowId()).ref())
                .isEqualTo(new GitRef(GitRef.Kind.TAG, "v1.0"));
        var pipeline = semaphore.pipelines().describe(started.pipelineId());
        assertThat(pipeline.file()).isEqualTo(".semaphore/nightly.yml");
        assertThat(pipeline.commit()).hasSize(40).isNotEqualTo(COMMIT);
    }

    @Test
    void aRunOfABranchStartsAtTheCommitThatIsAskedForWhenThatIsWhole() {
        assertThat(commitOf(semaphore.workflows().run(web.id(), GitRef.branch("main"), COMMIT, MAIN, Map.of())))
                .isEqualTo(COMMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456", "0123456789ABCDEF0123456789ABCDEF01234567"})
    void aRunOfABranchStartsAtTheNewestCommitWhenTheCommitIsNotWholeAndInLowerCase(String commit) {
        assertThat(commitOf(semaphore.workflows().run(web.id(), GitRef.branch("main"), commit, MAIN, Map.of())))
                .hasSize(40)
                .isNotEqualTo(commit);
    }

    @Test
    void aRunWithoutAFileTakesTheUsualOneWhateverTheProjectSays() throws Exception {
        web.pushRuns("ci/own.yml").plan(PipelinePlan.pipeline("ci/own.yml", "Own"));
        var body = "{\"project_id\":\"" + web.id() + "\",\"reference\":\"refs/heads/main\"}";
        var uri = URI.create(simulated.url() + "/api/v1alpha/plumber-workflows");
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Token " + simulated.token("alice"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        var started = simulated.pipelines("web").get(0);

        assertThat(semaphore.pipelines().describe(started).file()).isEqualTo(MAIN);
    }

    private String commitOf(WorkflowStart started) {
        after(5);
        return semaphore.pipelines().describe(started.pipelineId()).commit();
    }

    @Test
    void aFullQueueRefusesWithSemaphoresWordsThoughTheyComeInAnObject() {
        simulated.settings().queueLimit(1);
        push("One");
        push("Two");

        var failure = failure(() -> semaphore.workflows().run(web.id(), GitRef.branch("main"), null, MAIN, Map.of()));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.words()).isEqualTo("Limit of queuing pipelines reached");
        assertThat(failure.mayHaveActed()).isFalse();
    }

    @Test
    void workflowsAreListedNewestFirstThroughAllPagesThoughTheServerClamps() {
        for (int i = 0; i < 65; i++) {
            push("Change " + i);
            after(1);
        }
        List<String> seen = new ArrayList<>();
        @Nullable String next = null;
        int pages = 0;
        do {
            var page = semaphore.workflows().list(Filter.ofProject(web.id()), next);
            page.items().forEach(workflow -> seen.add(workflow.id()));
            next = page.next();
            pages++;
        } while (next != null);

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(65).doesNotHaveDuplicates();
        assertThat(seen.get(0)).isEqualTo(simulated.workflows("web").get(64));
        assertThat(semaphore.workflows().list(Filter.ofProject(web.id()), "9").items())
                .isEmpty();
    }

    @Test
    void aListIsNarrowedByEachOfItsFilters() {
        push("One");
        after(100);
        simulated.push("web", "feature/a+b c", "Two", "bob");
        after(100);
        simulated.push("web", "pull-request-7", "Three", "alice");
        var all = Filter.ofProject(web.id());
        var bob = simulated.user("bob").id();

        assertThat(shown(all)).hasSize(3);
        assertThat(shown(all.pageOf(2))).containsExactly("pull-request-7", "feature/a+b c");
        assertThat(shown(all.on(GitRef.branch("feature/a+b c")))).containsExactly("feature/a+b c");
        assertThat(shown(all.created(START.plusSeconds(50), null))).containsExactly("pull-request-7", "feature/a+b c");
        assertThat(shown(all.created(null, START.plusSeconds(50)))).containsExactly("main");
        assertThat(shown(new Filter(web.id(), null, null, null, bob, null, null)))
                .containsExactly("feature/a+b c");
        assertThat(shown(new Filter(web.id(), null, null, null, null, "7", null)))
                .containsExactly("pull-request-7");
        assertThat(semaphore.workflows().list(all, null).items())
                .extracting(Workflow::cause)
                .containsOnly(Workflow.Cause.HOOK);
    }

    @Test
    void aRerunWithTheSameTokenGivesTheSameIdsAgain() {
        var pushed = passed();

        var first = semaphore.workflows().rerun(pushed.workflowId(), "bot:rerun:1");
        var again = semaphore.workflows().rerun(pushed.workflowId(), "bot:rerun:1");
        after(5);

        assertThat(again).isEqualTo(first);
        assertThat(simulated.workflows("web")).hasSize(2);
        assertThat(semaphore.workflows().describe(first.workflowId()).rerunOf()).isEqualTo(pushed.workflowId());
        assertThat(semaphore.workflows().describe(pushed.workflowId()).rerunOf())
                .isNull();
    }

    @Test
    void stoppingStopsWhatRunsAndIsNoFailureWhenAllIsDone() {
        var running = push("One");

        semaphore.workflows().stop(running.workflowId());
        after(30);
        assertThat(semaphore.pipelines().describe(running.pipelineId()).done()).isTrue();
        assertThat(semaphore.pipelines().describe(running.pipelineId()).terminatedBy())
                .isEqualTo(simulated.user("alice").id());

        semaphore.workflows().stop(running.workflowId());
    }

    @Test
    void whatIsUnknownOrMayNotBeSeenIsNotFound() {
        var pushed = passed();
        simulated.user("rita").is(Role.STRANGER, "web");

        assertThat(failure(() -> semaphore.workflows().describe(NOBODY)).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> semaphore.workflows().describe("no-uuid")).kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> semaphore.workflows().rerun(NOBODY, "t")).kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> semaphore.workflows().stop(NOBODY)).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> as("rita").workflows().describe(pushed.workflowId()))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> semaphore.workflows().list(Filter.ofProject(NOBODY), null))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(() -> semaphore.workflows().run(NOBODY, GitRef.branch("main"), null, MAIN, Map.of()))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    private List<String> shown(Filter filter) {
        return semaphore.workflows().list(filter, null).items().stream()
                .map(workflow -> workflow.ref().branchName())
                .toList();
    }
}
