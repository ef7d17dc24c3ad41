package dev.signalman.simulator.semaphore;

import static dev.signalman.simulator.semaphore.JobPlan.job;
import static dev.signalman.simulator.semaphore.PipelinePlan.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PipelinesResourceTest extends ResourceTestCase {
    @Test
    void describeAndListSpeakTwoDialects() throws Exception {
        var id = passed().pipelineId();
        var described = read("/pipelines/" + id).path("pipeline");
        var listed = read("/pipelines?project_id=" + web.id()).path(0);
        assertThat(described.path("state").asText()).isEqualTo("done");
        assertThat(listed.path("state").asText()).isEqualTo("DONE");
        assertThat(listed.path("result").asText()).isEqualTo("PASSED");
        assertThat(described.path("created_at").asText()).isEqualTo("2026-03-02 09:00:00.123456Z");
        assertThat(listed.path("created_at").path("seconds").asLong()).isEqualTo(START.getEpochSecond());
        assertThat(described.path("stopping_at").asText()).isEqualTo("1970-01-01 00:00:00.000000Z");
        assertThat(listed.path("stopping_at").toString()).isEqualTo("{\"seconds\":0,\"nanos\":0}");
    }

    @Test
    void aPipelinePassesThroughItsStatesAsTheClockMoves() throws Exception {
        var id = semaphore.push("web", "main", "One", "alice").pipelineId();
        assertThat(semaphore.state(id)).isEqualTo("initializing");
        after(1);
        assertThat(semaphore.state(id)).isEqualTo("pending");
        after(1);
        assertThat(semaphore.state(id)).isEqualTo("queuing");
        after(1);
        assertThat(semaphore.state(id)).isEqualTo("running");
        assertThat(read("/pipelines/" + id).path("pipeline").has("result")).isFalse();
        after(31);
        assertThat(semaphore.state(id)).isEqualTo("passed");
        var done = read("/pipelines/" + id).path("pipeline");
        assertThat(done.path("result_reason").asText()).isEqualTo("test");
        assertThat(done.path("done_at").asText()).isEqualTo("2026-03-02 09:00:34.123456Z");
    }

    @Test
    void whatIsWrongWithAFileIsSaidOnceThePipelineIsDone() throws Exception {
        web.plan(PipelinePlan.malformed(".semaphore/semaphore.yml", "No blocks"));
        var path = "/pipelines/" + semaphore.push("web", "main", "One", "alice").pipelineId();

        assertThat(read(path).path("pipeline").path("error_description").asText())
                .isEmpty();
        after(10);
        assertThat(read(path).path("pipeline").path("error_description").asText())
                .isEqualTo("No blocks");
    }

    @Test
    void blocksAreShownOnlyForTheStringTrue() throws Exception {
        var id = passed().pipelineId();
        assertThat(read("/pipelines/" + id).path("blocks")).isEmpty();
        assertThat(read("/pipelines/" + id + "?detailed=1").path("blocks")).isEmpty();
        assertThat(read("/pipelines/" + id + "?detailed=true").path("blocks")).hasSize(1);
    }

    @Test
    void aBlockThatHasNotRunHasNoIdAndNoJobsAndAJobThatRunsLooksPassed() throws Exception {
        web.plan(pipeline(SimulatedProject.MAIN_FILE, "Build")
                .block("Test", job("rspec 1 of 2"), job("rspec 2 of 2"))
                .block("Pack", job("Image")));
        var id = semaphore.push("web", "main", "One", "alice").pipelineId();
        semaphore.begin(id);
        after(5);
        var blocks = read("/pipelines/" + id + "?detailed=true").path("blocks");
        var job = blocks.path(0).path("jobs").path(1);
        assertThat(job.path("status").asText()).isEqualTo("RUNNING");
        assertThat(job.path("result").asText()).isEqualTo("PASSED");
        assertThat(job.path("index").asInt()).isEqualTo(1);
        assertThat(blocks.path(1).path("block_id").asText()).isEmpty();
        assertThat(blocks.path(1).path("state").asText()).isEqualTo("waiting");
        assertThat(blocks.path(1).has("result")).isFalse();
        assertThat(blocks.path(1).path("jobs")).isEmpty();
    }

    @Test
    void aFailedJobFailsItsBlockAndCancelsWhatComesAfter() throws Exception {
        web.plan(pipeline(SimulatedProject.MAIN_FILE, "Build")
                .block("Test", job("rspec 1 of 2"), job("rspec 2 of 2").fails(7, "boom"))
                .block("Pack", job("Image")));
        var id = semaphore.push("web", "main", "One", "alice").pipelineId();
        after(60);
        var blocks = read("/pipelines/" + id + "?detailed=true").path("blocks");
        assertThat(semaphore.state(id)).isEqualTo("failed");
        assertThat(blocks.path(0).path("jobs").findValuesAsText("result")).containsExactly("PASSED", "FAILED");
        assertThat(blocks.path(1).path("result").asText()).isEqualTo("canceled");
    }

    @Test
    void stoppingBeforeABlockRunsCancelsAndAfterwardsStops() throws Exception {
        var early = semaphore.push("web", "main", "One", "alice").pipelineId();
        var late = semaphore.push("web", "main", "Two", "alice").pipelineId();
        semaphore.begin(late);
        after(2);
        assertThat(patch("/pipelines/" + early, "{\"terminate_request\":true}").body())
                .isEqualTo("\"Pipeline termination started.\"");
        patch("/pipelines/" + late, "{\"terminate_request\":true}");
        assertThat(semaphore.state(early)).isEqualTo("canceled");
        assertThat(semaphore.state(late)).isEqualTo("stopping");
        after(2);
        var stopped = read("/pipelines/" + late).path("pipeline");
        assertThat(stopped.path("result").asText()).isEqualTo("stopped");
        assertThat(stopped.path("result_reason").asText()).isEqualTo("user");
        assertThat(stopped.path("terminated_by").asText()).isEmpty();
    }

    @Test
    void stoppingBetweenTwoBlocksStopsThePipelineAndCancelsTheBlock() throws Exception {
        web.plan(pipeline(SimulatedProject.MAIN_FILE, "Build")
                .block("Test", job("rspec"))
                .block("Pack", job("Image")));
        var id = semaphore.push("web", "main", "One", "alice").pipelineId();
        semaphore.begin(id);
        after(31);
        patch("/pipelines/" + id, "{\"terminate_request\":true}");
        assertThat(semaphore.state(id)).isEqualTo("stopped");
        assertThat(read("/pipelines/" + id + "?detailed=true").path("blocks").findValuesAsText("result_reason"))
                .containsExactly("test", "user");
    }

    @Test
    void stoppingWhatIsDoneIsSaidToHaveBegunAndChangesNothing() throws Exception {
        var id = passed().pipelineId();
        assertThat(patch("/pipelines/" + id, "{\"terminate_request\":true}").statusCode())
                .isEqualTo(200);
        after(10);
        assertThat(semaphore.state(id)).isEqualTo("passed");
    }

    @Test
    void onlyTheJsonBooleanStops() throws Exception {
        var id = semaphore.push("web", "main", "One", "alice").pipelineId();
        for (var answer : new java.net.http.HttpResponse<?>[] {
            as("alice", "PATCH", "/pipelines/" + id, FORM, "terminate_request=true"),
            patch("/pipelines/" + id, "{\"terminate_request\":\"true\"}"),
            patch("/pipelines/" + id, "")
        }) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("\"Value of 'terminate_request' field must be boolean value 'true'.\"");
        }
    }

    @Test
    void aRebuildKeepsWhatPassedAndRunsTheRestAgain() throws Exception {
        web.plan(pipeline(SimulatedProject.MAIN_FILE, "Build")
                .block("Compile", job("javac"))
                .block("Test", job("rspec")));
        var id = semaphore.push("web", "main", "One", "alice").pipelineId();
        semaphore.failJob(id, "Test", "rspec", 1, "boom");
        var path = "/pipelines/" + id + "/partial_rebuild";
        var answer = json(postJson(path, "{\"request_token\":\"r1\"}"));
        assertThat(answer.path("message").asText()).isEmpty();
        var rebuilt = answer.path("pipeline_id").asText();
        assertThat(read("/pipelines/" + rebuilt)
                        .path("pipeline")
                        .path("partial_rerun_of")
                        .asText())
                .isEqualTo(id);
        assertThat(read("/pipelines/" + id)
                        .path("pipeline")
                        .path("partially_rerun_by")
                        .asText())
                .isEqualTo(rebuilt);
        after(60);
        assertThat(semaphore.state(rebuilt)).isEqualTo("passed");
        var before = read("/pipelines/" + id + "?detailed=true").path("blocks");
        var now = read("/pipelines/" + rebuilt + "?detailed=true").path("blocks");
        assertThat(now.path(0).path("block_id")).isEqualTo(before.path(0).path("block_id"));
        assertThat(now.path(1).path("block_id")).isNotEqualTo(before.path(1).path("block_id"));
    }

    @Test
    void whatPassedOrStillRunsIsNotRebuilt() throws Exception {
        var passed = passed().pipelineId();
        var running = semaphore.push("web", "main", "Two", "alice").pipelineId();
        assertThat(post("/pipelines/" + passed + "/partial_rebuild?request_token=a", "")
                        .body())
                .isEqualTo("\"Pipelines which passed can not be partial rebuilt.\"");
        assertThat(post("/pipelines/" + running + "/partial_rebuild?request_token=b", "")
                        .body())
                .isEqualTo("\"Only pipelines which are in done state can be partial rebuilt.\"");
        assertThat(post("/pipelines/" + running + "/partial_rebuild", "").body())
                .isEqualTo("\"Missing required post parameter request_token.\"");
    }

    @Test
    void filtersOfTimeMustBeInOrderAndNumbers() throws Exception {
        var wrong = get("/pipelines?project_id=" + web.id() + "&created_after=20&created_before=10");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .isEqualTo("\"Inavlid values od fields 'created_after' and 'created_before' - "
                        + "first has to be before second.\"");
        assertThat(get("/pipelines?project_id=" + web.id() + "&done_after=yesterday")
                        .statusCode())
                .isEqualTo(500);
    }

    @Test
    void pipelinesAreFoundByWhenTheyWereDoneAndByFile() throws Exception {
        var early = passed();
        after(100);
        var late = passed();
        semaphore.push("web", "main", "Running", "alice");
        var list = "/pipelines?project_id=" + web.id() + "&done_after=" + (START.getEpochSecond() + 50);
        assertThat(read(list).findValuesAsText("ppl_id")).containsExactly(late.pipelineId());
        assertThat(read("/pipelines?wf_id=" + early.workflowId()).findValuesAsText("ppl_id"))
                .containsExactly(early.pipelineId());
        assertThat(read("/pipelines?project_id=" + web.id() + "&yml_file_path=.semaphore/other.yml"))
                .isEmpty();
    }

    @Test
    void theTopologyNamesJobsAndDependencies() throws Exception {
        web.plan(pipeline(SimulatedProject.MAIN_FILE, "Build")
                .block("Compile", job("javac"))
                .block("Test", job("rspec")));
        var topology = read("/pipelines/" + passed().pipelineId() + "/describe_topology");
        assertThat(topology.path(1).toString())
                .isEqualTo("{\"name\":\"Test\",\"jobs\":[\"rspec\"],\"dependencies\":[\"Compile\"]}");
    }
}
