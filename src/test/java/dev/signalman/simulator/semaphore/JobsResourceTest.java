package dev.signalman.simulator.semaphore;

import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobsResourceTest extends ResourceTestCase {
    private String running() {
        web.plan(pipeline(SimulatedProject.MAIN_FILE, "Build").block("Test", job("rspec 1 of 2"), job("rspec 2 of 2")));
        var id = semaphore.push("web", "main", "One", "alice").pipelineId();
        semaphore.begin(id);
        after(5);
        return id;
    }

    @Test
    void aJobHasEveryFieldAndItsNumbersAreText() throws Exception {
        var pipeline = running();
        var id = semaphore.jobId(pipeline, "Test", "rspec 1 of 2");
        var answer = get("/jobs/" + id);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        var job = json(answer);
        assertThat(job.path("metadata").path("finish_time").toString()).isEqualTo("\"0\"");
        assertThat(job.path("metadata").path("start_time").asText()).isEqualTo("" + (START.getEpochSecond() + 1));
        assertThat(job.path("status").path("state").asText()).isEqualTo("RUNNING");
        assertThat(job.path("status").path("result").asText()).isEqualTo("NONE");
        assertThat(job.path("spec").path("env_vars").toString())
                .contains("{\"name\":\"SEMAPHORE_PIPELINE_ID\",\"value\":\"" + pipeline + "\"}");
    }

    @Test
    void anEnqueuedJobHasNoAgent() throws Exception {
        var id = semaphore.push("web", "main", "One", "alice").pipelineId();
        semaphore.begin(id);
        var job = read("/jobs/" + semaphore.jobId(id, "Test", "Test"));
        assertThat(job.path("status").path("state").asText()).isEqualTo("QUEUED");
        assertThat(job.path("status").path("agent").isNull()).isTrue();
    }

    @Test
    void withoutStatesNothingIsListed() throws Exception {
        running();
        assertThat(get("/jobs").body()).isEqualTo("{\"jobs\":[],\"next_page_token\":\"\"}");
        assertThat(read("/jobs?states=RUNNING&states=QUEUED").path("jobs")).hasSize(2);
        assertThat(read("/jobs?states=FINISHED").path("jobs")).isEmpty();
    }

    @Test
    void pagesHoldThirtyAtMostAndGoOnByToken() throws Exception {
        running();
        var refused = get("/jobs?states=RUNNING&page_size=31");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).isEqualTo("{\"code\":9,\"message\":\"Page size can't exceed 30\",\"details\":[]}");
        var first = read("/jobs?states=RUNNING&page_size=1");
        assertThat(first.path("jobs").path(0).path("metadata").path("name").asText())
                .isEqualTo("rspec 2 of 2");
        var token = first.path("next_page_token").asText();
        var second = read("/jobs?states=RUNNING&page_size=1&page_token=" + token);
        assertThat(second.path("jobs").path(0).path("metadata").path("name").asText())
                .isEqualTo("rspec 1 of 2");
        assertThat(second.path("next_page_token").asText()).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidInTheGatewaysWords() throws Exception {
        var unknown = "6f2d3c1a-0000-4000-8000-000000000000";
        assertThat(get("/jobs/" + unknown).statusCode()).isEqualTo(404);
        assertThat(get("/jobs/" + unknown).body())
                .isEqualTo("{\"code\":5,\"message\":\"Job " + unknown + " not found\",\"details\":[]}");
        var invalid = get("/jobs/nonsense");
        assertThat(invalid.statusCode()).isEqualTo(400);
        assertThat(json(invalid).path("message").asText()).isEqualTo("Job id nonsense is invalid");
    }

    @Test
    void aStoppedJobStopsItsPipelineInTheEndAndStoppingAgainIsFine() throws Exception {
        var pipeline = running();
        var path = "/jobs/" + semaphore.jobId(pipeline, "Test", "rspec 1 of 2") + "/stop";
        semaphore.user("rita").is(Role.READER, "web");
        assertThat(as("rita", "POST", path, JSON, "").body()).isEqualTo("{}");
        assertThat(semaphore.state(pipeline)).isEqualTo("running");
        after(60);
        assertThat(semaphore.state(pipeline)).isEqualTo("stopped");
        assertThat(postJson(path, "").statusCode()).isEqualTo(200);
    }

    @Test
    void jobsOfHiddenProjectsAreNotFound() throws Exception {
        var pipeline = running();
        semaphore.user("eve").isEverywhere(Role.STRANGER);
        var path = "/jobs/" + semaphore.jobId(pipeline, "Test", "rspec 1 of 2");
        assertThat(as("eve", "GET", path, JSON, "").statusCode()).isEqualTo(404);
        assertThat(json(as("eve", "GET", "/jobs?states=RUNNING", JSON, "")).path("jobs"))
                .isEmpty();
    }
}
