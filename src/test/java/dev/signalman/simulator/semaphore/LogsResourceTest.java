package dev.signalman.simulator.semaphore;

import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogsResourceTest extends ResourceTestCase {
    private static final String LOG = "one line that is longer than any chunk of a log may ever be\nand ü😀 another\n";

    private String jobOf(JobPlan plan, int seconds) {
        web.plan(pipeline(SimulatedProject.MAIN_FILE, "Build")
                .startsAfter(Duration.ZERO)
                .block("Test", plan));
        var id = semaphore.push("web", "main", "One", "alice").pipelineId();
        after(seconds);
        return semaphore.jobId(id, "Test", plan.name());
    }

    @Test
    void aLogIsEventsWhoseOutputIsCutAnywhere() throws Exception {
        var answer = get("/logs/" + jobOf(job("rspec").fails(7, LOG), 60));
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        var events = json(answer).path("events");
        var output = String.join("", events.findValuesAsText("output"));
        assertThat(output).endsWith(LOG);
        assertThat(events.findValuesAsText("output"))
                .anyMatch(chunk -> !chunk.endsWith("\n"))
                .hasSizeGreaterThan(2);
        assertThat(events.findValuesAsText("exit_code")).endsWith("7");
        var last = events.path(events.size() - 1);
        assertThat(last.path("event").asText()).isEqualTo("job_finished");
        assertThat(last.path("result").asText()).isEqualTo("failed");
    }

    @Test
    void aLogThatIsTooBigEndsWithASentenceAndNothingBehindIt() throws Exception {
        semaphore.settings().logsHold(50);
        var events =
                read("/logs/" + jobOf(job("rspec").fails(7, LOG + LOG), 60)).path("events");
        assertThat(events.path(events.size() - 1).path("event").asText()).isEqualTo("cmd_output");
        assertThat(events.path(events.size() - 1).path("output").asText())
                .isEqualTo("Content of the log is bigger than 16MB. Log is trimmed.");
        assertThat(events.findValuesAsText("exit_code")).doesNotContain("7");
    }

    @Test
    void aRunningJobHasNoEndYetAndAStoppedOneEndsWith130() throws Exception {
        var id = jobOf(job("rspec"), 5);
        assertThat(read("/logs/" + id).path("events").findValuesAsText("event")).doesNotContain("job_finished");
        postJson("/jobs/" + id + "/stop", "");
        var events = read("/logs/" + id).path("events");
        assertThat(events.findValuesAsText("exit_code")).endsWith("130");
        assertThat(events.findValuesAsText("result")).containsExactly("stopped");
    }

    @Test
    void whereThereIsNoLogTheReasonIsSaid() throws Exception {
        var slow = job("rspec").waits(Duration.ofSeconds(100));
        var waiting = jobOf(slow, 5);
        assertThat(get("/logs/" + waiting).body())
                .isEqualTo("\"Log not found neither in the archive nor in the virtual machine\"");
        postJson("/jobs/" + waiting + "/stop", "");
        assertThat(get("/logs/" + waiting).body())
                .isEqualTo("\"This job was stopped before it started, so no logs were produced.\"");
        assertThat(get("/logs/" + jobOf(job("rspec").failsBeforeStart(""), 5)).body())
                .isEqualTo("\"This job never started, so no logs were produced.\"");
        var stated = get("/logs/" + jobOf(job("rspec").failsBeforeStart("No such machine type"), 5));
        assertThat(stated.statusCode()).isEqualTo(404);
        assertThat(stated.body()).isEqualTo("\"No such machine type\"");
    }

    @Test
    void withoutTheRightTheTokenIsFineButPermissionIsDenied() throws Exception {
        semaphore.user("eve").isEverywhere(Role.STRANGER);
        var answer = as("eve", "GET", "/logs/" + jobOf(job("rspec"), 60), JSON, "");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("Permission denied");
    }

    @Test
    void ownAgentsKeepTheirLogOnAnotherHostThatNeedsNoToken() throws Exception {
        var id = jobOf(job("rspec").onOwnAgent().prints(LOG), 60);
        var answer = get("/logs/" + id);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.body()).isEmpty();
        var location = URI.create(answer.headers().firstValue("location").orElseThrow());
        assertThat(location.getHost()).isNotEqualTo(URI.create(semaphore.url()).getHost());
        assertThat(location.getQuery()).startsWith("jwt=");
        var log = send(HttpRequest.newBuilder(location));
        assertThat(String.join("", json(log).path("events").findValuesAsText("output")))
                .endsWith(LOG);
        var stranger = URI.create(location.toString().replaceAll("jwt=.*", "jwt=wrong"));
        assertThat(send(HttpRequest.newBuilder(stranger).header("Authorization", "Token x"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(semaphore.logVisits())
                .extracting(visit -> visit.tokenCame() + " " + visit.status())
                .containsExactly("false 200", "true 401");
        assertThat(semaphore.calls().toString()).doesNotContain("jwt");
    }

    @Test
    void plainLogsAreAWebPageThatTokensOpenOnlyWhereAllowed() throws Exception {
        var id = jobOf(job("rspec").prints(LOG), 60);
        var page = to("/jobs/" + id + "/plain_logs.json").header("Authorization", "Token " + semaphore.token("alice"));
        var closed = send(page);
        assertThat(closed.statusCode()).isEqualTo(404);
        assertThat(closed.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
        semaphore.settings().tokensInWebPages(true);
        var open = send(page);
        assertThat(open.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain");
        assertThat(open.body()).isEqualTo(LOG);
        assertThat(send(to("/jobs/" + id + "/plain_logs.json")).statusCode()).isEqualTo(404);
    }
}
