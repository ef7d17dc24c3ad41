package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.PeriodicTask.TaskParameter;
import dev.signalman.semaphore.SemaphoreException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TasksOverHttpTest {
    private ScriptedSemaphore semaphore;

    @BeforeEach
    void start() throws IOException {
        semaphore = new ScriptedSemaphore();
    }

    @AfterEach
    void stop() {
        semaphore.close();
    }

    @Test
    void tasksAreListedWithTheirParameters() {
        semaphore.answers("""
                [{"id": "t1", "name": "deploy", "project_id": "r1", "branch": "main", "pipeline_file": "deploy.yml",
                  "recurring": false, "parameters": [{"name": "ENV", "required": true, "default_value": "staging"}]},
                 {"id": "t2", "name": "nightly", "reference": "release", "at": "0 0 * * *", "recurring": true, "paused": true},
                 {"id": "t3", "reference": {"type": "TAG", "name": "v1"}}]
                """);

        var tasks = semaphore.client().tasks().list("r1", null).items();

        assertThat(tasks).extracting("branch").containsExactly("main", "release", "v1");
        assertThat(tasks).extracting("paused").containsExactly(false, true, false);
        assertThat(tasks.get(0).parameters()).containsExactly(new TaskParameter("ENV", true, "staging", List.of(), ""));
        assertThat(tasks.get(1).cron()).isEqualTo("0 0 * * *");
    }

    @Test
    void aTaskIsRunWithItsReferenceAsAnObject() throws IOException {
        semaphore.answers("{\"workflow_id\": \"w1\"}");

        var started = semaphore.client().tasks().runNow("t1", GitRef.parse("refs/tags/v1"), "x.yml", Map.of("A", "b"));

        assertThat(started).isEqualTo("w1");
        assertThat(semaphore.sent())
                .isEqualTo(WireJson.MAPPER.readTree(
                        "{\"reference\": {\"type\": \"TAG\", \"name\": \"v1\"}, \"pipeline_file\": \"x.yml\","
                                + " \"parameters\": {\"A\": \"b\"}}"));
    }

    @Test
    void aTaskRunsOnItsOwnReferenceWhenNoneIsGiven() throws IOException {
        semaphore
                .answers("{\"schedule\": {\"id\": \"t1\", \"branch\": \"main\"}, \"triggers\": []}")
                .answers("{\"workflow_id\": \"w1\"}");

        assertThat(semaphore.client().tasks().runNow("t1", null, null, Map.of()))
                .isEqualTo("w1");

        assertThat(semaphore.sent())
                .isEqualTo(WireJson.MAPPER.readTree("{\"reference\": {\"type\": \"BRANCH\", \"name\": \"main\"}}"));
    }

    @Test
    void aTaskIsNeverRunOnAPullRequest() {
        var failure = catchThrowableOfType(
                SemaphoreException.class,
                () -> semaphore.client().tasks().runNow("t1", GitRef.parse("pull-request-7"), null, Map.of()));

        assertThat(failure.kind()).isEqualTo(SemaphoreException.Kind.REFUSED);
        assertThat(semaphore.calls()).isEmpty();
    }
}
