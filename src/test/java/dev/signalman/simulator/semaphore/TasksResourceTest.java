package dev.signalman.simulator.semaphore;

import static dev.signalman.simulator.semaphore.PromotionParameter.parameter;
import static dev.signalman.simulator.semaphore.TaskPlan.task;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TasksResourceTest extends ResourceTestCase {
    private String path;

    @BeforeEach
    void nightly() {
        var nightly = semaphore.addTask(
                "web",
                task("nightly").at("0 2 * * *").parameter(parameter("ENV").byDefault("staging")));
        path = "/tasks/" + nightly.id();
    }

    @Test
    void tasksAreListedWithTheirParameters() throws Exception {
        var listed = read("/tasks?project_id=" + web.id()).path(0);
        assertThat(listed.path("name").asText()).isEqualTo("nightly");
        assertThat(listed.path("recurring").asBoolean()).isTrue();
        assertThat(listed.path("parameters").path(0).path("default_value").asText())
                .isEqualTo("staging");
        assertThat(listed.path("pause_toggled_at").asText()).isEmpty();
        assertThat(get("/tasks?project_id=" + web.id() + "&page_size=many").statusCode())
                .isEqualTo(400);
        assertThat(get("/tasks?project_id=" + web.id() + "&page=two").statusCode())
                .isEqualTo(400);
        assertThat(get("/tasks").statusCode()).isEqualTo(404);
    }

    @Test
    void aRunNeedsItsReferenceAsAnObject() throws Exception {
        var asText = postJson(path + "/run_now", "{\"reference\":\"main\"}");
        assertThat(asText.statusCode()).isEqualTo(400);
        assertThat(asText.body()).isEqualTo("\"Reference must contain 'type' and 'name' fields\"");
        assertThat(postJson(path + "/run_now", "{\"reference\":{\"type\":\"PR\",\"name\":\"1\"}}")
                        .body())
                .isEqualTo("\"Reference type must be 'BRANCH' or 'TAG'\"");
        assertThat(postJson(path + "/run_now", "{\"reference\":{\"type\":\"TAG\",\"name\":\" \"}}")
                        .body())
                .isEqualTo("\"Reference name cannot be empty\"");
        assertThat(postJson(path + "/run_now", "{\"branch\":\"gone\"}").body())
                .isEqualTo("\"Branch 'gone' does not exist in the repository\"");
        assertThat(semaphore.workflows("web")).isEmpty();
    }

    @Test
    void aRunWithoutAReferenceTakesTheTasksOwn() throws Exception {
        var id = json(postJson(path + "/run_now", "{}")).path("workflow_id").asText();
        assertThat(semaphore.workflows("web")).containsExactly(id);
    }

    @Test
    void aRunStartsAWorkflowByHandAndIsRemembered() throws Exception {
        var answer = postJson(
                path + "/run_now",
                "{\"reference\":{\"type\":\"BRANCH\",\"name\":\"main\"},\"parameters\":{\"ENV\":\"qa\"}}");
        var id = json(answer).path("workflow_id").asText();
        assertThat(semaphore.workflows("web")).containsExactly(id);
        assertThat(read("/plumber-workflows/" + id)
                        .path("workflow")
                        .path("triggered_by")
                        .asText())
                .isEqualTo("MANUAL_RUN");
        assertThat(read("/pipelines?wf_id=" + id).path(0).path("env_vars").toString())
                .isEqualTo("[{\"name\":\"ENV\",\"value\":\"qa\"}]");
        var described = read(path);
        assertThat(described.path("schedule").path("name").asText()).isEqualTo("nightly");
        assertThat(described
                        .path("triggers")
                        .path(0)
                        .path("scheduled_workflow_id")
                        .asText())
                .isEqualTo(id);
        assertThat(json(postJson(path + "/run_now", "{\"branch\":\"main\"}")).has("workflow_id"))
                .isTrue();
    }

    @Test
    void anIdHasToBeAUuidAndTheRightToBeThere() throws Exception {
        assertThat(get("/tasks/nightly").body()).isEqualTo("\"schedule identifier should be a UUID\"");
        semaphore.user("rita").is(Role.READER, "web");
        assertThat(as("rita", "GET", path, JSON, "").statusCode()).isEqualTo(200);
        assertThat(as("rita", "POST", path + "/run_now", JSON, "{\"branch\":\"main\"}")
                        .body())
                .isEqualTo("Not Found");
    }
}
