package dev.signalman.simulator.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkflowsResourceTest extends ResourceTestCase {
    @Test
    void aRunAnswersIdsWithoutAHook() throws Exception {
        var answer = post("/plumber-workflows", "project_id=" + web.id() + "&reference=refs/heads/main");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).isEmpty();
        assertThat(json(answer).fieldNames()).toIterable().containsExactly("workflow_id", "pipeline_id");
        assertThat(semaphore.workflows("web"))
                .containsExactly(json(answer).path("workflow_id").asText());
    }

    @Test
    void aRunKnowsItsBranchOnlyAWhileLater() throws Exception {
        var id = json(postJson("/plumber-workflows", "{\"project_id\":\"" + web.id() + "\",\"reference\":\"main\"}"))
                .path("workflow_id")
                .asText();
        var conceived = read("/plumber-workflows/" + id).path("workflow");
        assertThat(conceived.path("branch_name").asText()).isEmpty();
        assertThat(conceived.path("hook_id").asText()).isEmpty();
        after(1);
        var settled = read("/plumber-workflows/" + id).path("workflow");
        assertThat(settled.path("branch_name").asText()).isEqualTo("main");
        assertThat(settled.path("triggered_by").asText()).isEqualTo("API");
        assertThat(settled.path("requester_id").asText())
                .isEqualTo(semaphore.user("alice").id());
        assertThat(settled.path("created_at").path("nanos").asInt()).isEqualTo(123_456_000);
    }

    @Test
    void aRunOfAReferenceThatDoesNotExistIsTakenAndGetsStuck() throws Exception {
        var answer = post("/plumber-workflows", "project_id=" + web.id() + "&reference=refs/heads/gone");
        assertThat(answer.statusCode()).isEqualTo(200);
        after(60);
        var id = json(answer).path("pipeline_id").asText();
        assertThat(read("/pipelines/" + id).path("pipeline").path("state").asText())
                .isEqualTo("initializing");
        after(60);
        var pipeline = read("/pipelines/" + id).path("pipeline");
        assertThat(pipeline.path("result").asText()).isEqualTo("failed");
        assertThat(pipeline.path("result_reason").asText()).isEqualTo("stuck");
        assertThat(pipeline.path("error_description").asText()).isEmpty();
    }

    @Test
    void parametersOfARunBecomeVariables() throws Exception {
        var answer = postJson(
                "/plumber-workflows",
                "{\"project_id\":\"" + web.id() + "\",\"reference\":\"main\",\"parameters\":{\"SIZE\":\"big\"}}");
        var pipeline =
                read("/pipelines/" + json(answer).path("pipeline_id").asText()).path("pipeline");
        assertThat(pipeline.path("env_vars").path(0).path("value").asText()).isEqualTo("big");
    }

    @Test
    void aFullQueueRefusesRunsInOneShapeAndRerunsInAnother() throws Exception {
        semaphore.settings().queueLimit(1);
        var pushed = semaphore.push("web", "main", "One", "alice");
        var run = post("/plumber-workflows", "project_id=" + web.id() + "&reference=main");
        assertThat(run.statusCode()).isEqualTo(400);
        assertThat(run.body()).isEqualTo("\"Limit of queuing pipelines reached\"");
        var rerun = post("/plumber-workflows/" + pushed.workflowId() + "/reschedule?request_token=t", "");
        assertThat(rerun.statusCode()).isEqualTo(400);
        assertThat(rerun.body())
                .isEqualTo("{\"code\":\"RESOURCE_EXHAUSTED\",\"message\":\"Limit of queuing pipelines reached\"}");
    }

    @Test
    void whatRunsNoLongerFillsTheQueue() throws Exception {
        semaphore.settings().queueLimit(1);
        semaphore.begin(semaphore.push("web", "main", "One", "alice").pipelineId());

        assertThat(post("/plumber-workflows", "project_id=" + web.id() + "&reference=main")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aListSaysWhatTriggeredByNumber() throws Exception {
        passed();
        var first = read("/plumber-workflows?project_id=" + web.id()).path(0);
        assertThat(first.path("triggered_by").isInt()).isTrue();
        assertThat(first.path("triggered_by").asInt()).isZero();
    }

    @Test
    void aListFiltersByBranchLabelRequesterAndTime() throws Exception {
        var main = semaphore.push("web", "main", "One", "alice");
        after(10);
        var tag = semaphore.push("web", "refs/tags/v1.0", "Two", "bob");
        var list = "/plumber-workflows?project_id=" + web.id();
        assertThat(read(list + "&branch_name=main").findValuesAsText("wf_id")).containsExactly(main.workflowId());
        assertThat(read(list + "&label=v1.0").findValuesAsText("wf_id")).containsExactly(tag.workflowId());
        assertThat(read(list + "&requester_id=" + semaphore.user("bob").id()).findValuesAsText("wf_id"))
                .containsExactly(tag.workflowId());
        assertThat(read(list + "&created_before=" + (START.getEpochSecond() + 5))
                        .findValuesAsText("wf_id"))
                .containsExactly(main.workflowId());
        assertThat(read(list).findValuesAsText("wf_id")).containsExactly(tag.workflowId(), main.workflowId());
    }

    @Test
    void aListWithoutAProjectIsNotFound() throws Exception {
        var answer = get("/plumber-workflows");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("Not Found");
    }

    @Test
    void aRerunNeedsATokenAndDoesNothingTwice() throws Exception {
        var pushed = passed();
        var path = "/plumber-workflows/" + pushed.workflowId() + "/reschedule";
        var missing = post(path, "request_token=");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).isEqualTo("\"Missing required post parameter request_token.\"");
        var once = json(post(path + "?request_token=abc", ""));
        var twice = json(post(path, "request_token=abc"));
        assertThat(twice).isEqualTo(once);
        assertThat(semaphore.workflows("web")).hasSize(2);
        var rerun = read("/plumber-workflows/" + once.path("wf_id").asText()).path("workflow");
        assertThat(rerun.path("rerun_of").asText()).isEqualTo(pushed.workflowId());
    }

    @Test
    void aTokenIsSharedByAllWorkflowsAndByRebuilds() throws Exception {
        var one = semaphore.push("web", "main", "One", "alice");
        semaphore.failJob(one.pipelineId(), "Test", "Test", 1, "boom");
        var two = passed();
        var first = json(post("/plumber-workflows/" + one.workflowId() + "/reschedule?request_token=abc", ""));
        var other = json(post("/plumber-workflows/" + two.workflowId() + "/reschedule?request_token=abc", ""));
        var rebuild = json(post("/pipelines/" + one.pipelineId() + "/partial_rebuild?request_token=abc", ""));
        assertThat(other).isEqualTo(first);
        assertThat(rebuild.path("pipeline_id")).isEqualTo(first.path("ppl_id"));
    }

    @Test
    void terminatingCountsWhatIsNotDoneAndNamesWhoDidIt() throws Exception {
        var pushed = semaphore.push("web", "main", "One", "alice");
        semaphore.begin(pushed.pipelineId());
        after(5);
        var path = "/plumber-workflows/" + pushed.workflowId() + "/terminate";
        assertThat(post(path, "").body()).isEqualTo("\"Termination started for 1 pipelines.\"");
        var pipeline = read("/pipelines/" + pushed.pipelineId()).path("pipeline");
        assertThat(pipeline.path("state").asText()).isEqualTo("stopping");
        assertThat(pipeline.path("terminated_by").asText())
                .isEqualTo(semaphore.user("alice").id());
        after(5);
        assertThat(semaphore.state(pushed.pipelineId())).isEqualTo("stopped");
        assertThat(post(path, "").body()).isEqualTo("\"Termination started for 0 pipelines.\"");
    }

    @Test
    void aWorkflowThatOneMayNotSeeIsNotFound() throws Exception {
        var pushed = passed();
        semaphore.user("eve").isEverywhere(Role.STRANGER);
        semaphore.user("rita").is(Role.READER, "web");
        var path = "/plumber-workflows/" + pushed.workflowId();
        assertThat(as("eve", "GET", path, JSON, "").body()).isEqualTo("Not Found");
        assertThat(as("rita", "GET", path, JSON, "").statusCode()).isEqualTo(200);
        assertThat(as("rita", "POST", path + "/terminate", JSON, "").statusCode())
                .isEqualTo(404);
        assertThat(get("/plumber-workflows/nonsense").statusCode()).isEqualTo(404);
    }
}
