package dev.signalman.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.JobLog.LoggedCommand;
import dev.signalman.domain.JobState;
import dev.signalman.domain.Result;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.simulator.semaphore.GitHost;
import dev.signalman.simulator.semaphore.JobPlan;
import dev.signalman.simulator.semaphore.PipelinePlan;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.semaphore.http.LogFetch;
import dev.signalman.simulator.semaphore.http.SemaphoreFault;
import dev.signalman.web.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JobsContractTest extends SemaphoreContract {
    private static final String MAIN_FILE = ".semaphore/semaphore.yml";

    /** The id of the only job of a pushed pipeline with this plan, some seconds after the push. */
    private String job(JobPlan plan, int seconds) {
        web.plan(PipelinePlan.pipeline(MAIN_FILE, "Build").block("Test", plan));
        var pushed = push("One");
        after(seconds);
        return simulated.jobId(pushed.pipelineId(), "Test", plan.name());
    }

    @Test
    void aRunningJobHasAPipelineAndTimesButNoResult() {
        var pushed = push("One");
        after(10);
        var id = simulated.jobId(pushed.pipelineId(), "Test", "Test");

        var job = semaphore.jobs().describe(id);

        assertThat(job.state()).isEqualTo(JobState.RUNNING);
        assertThat(job.result()).isNull();
        assertThat(job.pipelineId()).isEqualTo(pushed.pipelineId());
        assertThat(job.projectId()).isEqualTo(web.id());
        assertThat(job.machineType()).isEqualTo("e1-standard-2");
        assertThat(job.commands()).containsExactly("checkout", "make test");
        assertThat(job.started()).isNotNull();
        assertThat(job.finished()).isNull();
    }

    @Test
    void aJobNamesTheAuthorOfItsCommit() {
        assertThat(authors(merge())).containsExactly("bob");
    }

    @Test
    void aPipelinesOwnVariablesHideNoAuthor() {
        merge();
        var run = semaphore
                .workflows()
                .run(
                        web.id(),
                        GitRef.branch("main"),
                        null,
                        MAIN_FILE,
                        Map.of("SEMAPHORE_GIT_COMMIT_AUTHOR", "carol", "SEMAPHORE_GIT_PROVIDER", "gitlab"));
        after(100);
        assertThat(authors(run.pipelineId())).containsExactlyInAnyOrder("bob", "carol");
    }

    @Test
    void ofAGitLabProjectTheAuthorIsOnlyANameAndNotTold() {
        web.hostedBy(GitHost.GITLAB);
        assertThat(authors(merge())).isEmpty();
    }

    @Test
    void ofATagGitHubTellsNoAuthor() {
        var tag = simulated.push("web", "refs/tags/v1", "One", "bob");
        after(100);
        assertThat(authors(tag.pipelineId())).isEmpty();
    }

    private String merge() {
        var started = simulated.merge("web", "main", "One", "bob", "alice");
        after(100);
        return started.pipelineId();
    }

    private List<String> authors(String pipelineId) {
        return semaphore
                .jobs()
                .describe(simulated.jobId(pipelineId, "Test", "Test"))
                .commitAuthors();
    }

    @Test
    void aJobIsStoppedAndStoppingItAgainIsNoFailure() {
        var id = job(JobPlan.job("Test").runsUntilTold(), 10);

        semaphore.jobs().stop(id);
        after(30);
        semaphore.jobs().stop(id);

        var job = semaphore.jobs().describe(id);
        assertThat(job.state()).isEqualTo(JobState.FINISHED);
        assertThat(job.result()).isEqualTo(Result.STOPPED);
    }

    @Test
    void theLogOfAFailedJobTellsItsCommandsAndTheExitCode() {
        var id = job(JobPlan.job("Test").fails(7, "line one\nline two, long enough to come in pieces\n"), 100);

        var log = semaphore.jobs().log(id);

        assertThat(log.commands()).extracting(LoggedCommand::directive).contains("checkout", "make test");
        var last = log.commands().stream()
                .filter(command -> command.directive().equals("make test"))
                .findFirst()
                .orElseThrow();
        assertThat(last.output()).contains("line one\nline two, long enough to come in pieces\n");
        assertThat(last.exitCode()).isEqualTo(7);
    }

    @Test
    void theLogOfAnOwnAgentIsFetchedElsewhereWithoutTheToken() {
        var id = job(JobPlan.job("Test").onOwnAgent().prints("from afar\n"), 100);

        assertThat(output(id)).contains("from afar");
        assertThat(simulated.logVisits()).containsExactly(new LogFetch(id, false, 200));
    }

    @Test
    void whyThereIsNoLogIsToldInSemaphoresWords() {
        var never = job(JobPlan.job("Test").failsBeforeStart("No such machine type: e9"), 100);

        var failure = failure(() -> semaphore.jobs().log(never));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.words()).isEqualTo("No such machine type: e9");
    }

    @Test
    void whereTheApiHasNoLogsTheWebPagesAreAskedIfTheyTakeTokens() {
        var id = job(JobPlan.job("Test").prints("plainly\n"), 100);
        simulated.fault(SemaphoreFault.on("GET", "/logs/*").always().answers(Reply.bare(404, "oops")));

        assertThat(failure(() -> semaphore.jobs().log(id)).words())
                .isEqualTo("This log can only be read on Semaphore's web page");

        simulated.settings().tokensInWebPages(true);
        assertThat(output(id)).isEqualTo("plainly\n");
    }

    @Test
    void errorsComeInTheGatewaysOwnShape() {
        simulated.user("rita").is(Role.STRANGER, "web");
        var id = job(JobPlan.job("Test"), 100);

        var unknown = failure(() -> semaphore.jobs().describe(NOBODY));
        assertThat(unknown.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(unknown.words()).isEqualTo("Job " + NOBODY + " not found");
        var invalid = failure(() -> semaphore.jobs().describe("no-uuid"));
        assertThat(invalid.kind()).isEqualTo(Kind.REFUSED);
        assertThat(invalid.words()).isEqualTo("Job id no-uuid is invalid");
        assertThat(failure(() -> as("rita").jobs().stop(id)).kind()).isEqualTo(Kind.NOT_FOUND);
        var denied = failure(() -> as("rita").jobs().log(id));
        assertThat(denied.kind()).isEqualTo(Kind.NOT_PERMITTED);
        assertThat(denied.words()).isEqualTo("Permission denied");
        assertThat(failure(() -> semaphore.jobs().log(NOBODY)).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    private String output(String jobId) {
        return semaphore.jobs().log(jobId).commands().stream()
                .map(LoggedCommand::output)
                .collect(Collectors.joining());
    }
}
