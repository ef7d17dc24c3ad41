package dev.signalman.semaphore.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.domain.JobState;
import dev.signalman.domain.Result;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsOverHttpTest {
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
    void aFinishedJobIsReadThoughItsNumbersAreText() {
        semaphore.answers("""
                {"metadata": {"id": "j1", "name": "Job #1", "create_time": "1571083003", "update_time": "1571083507",
                   "start_time": "1571083006", "finish_time": "1571083507"},
                 "spec": {"project_id": "r1", "agent": {"machine": {"type": "e1-standard-2", "os_image": "ubuntu1804"}},
                   "env_vars": [{"name": "SEMAPHORE_WORKFLOW_ID", "value": "w1"},
                                {"name": "SEMAPHORE_PIPELINE_ID", "value": "p1"}], "commands": ["sleep 3600"]},
                 "status": {"result": "STOPPED", "state": "FINISHED",
                   "agent": {"ip": "10.0.0.1", "name": "agent-7", "ports": [{"name": "ssh", "number": 30000}]}}}
                """);

        var job = semaphore.client().jobs().describe("j1");

        assertThat(job.pipelineId()).isEqualTo("p1");
        assertThat(job.state()).isEqualTo(JobState.FINISHED);
        assertThat(job.result()).isEqualTo(Result.STOPPED);
        assertThat(job.machineType()).isEqualTo("e1-standard-2");
        assertThat(job.osImage()).isEqualTo("ubuntu1804");
        assertThat(job.agentName()).isEqualTo("agent-7");
        assertThat(job.commands()).containsExactly("sleep 3600");
        assertThat(job.started()).isEqualTo(Instant.ofEpochSecond(1571083006));
    }

    @Test
    void aJobThatHasNotBegunHasNoAgentNoResultAndNoTimes() {
        semaphore.answers("""
                {"metadata": {"id": "j1", "name": "Job", "create_time": "1571083003", "start_time": "0", "finish_time": "0"},
                 "spec": {"project_id": "r1", "agent": null, "env_vars": []},
                 "status": {"result": "NONE", "state": "QUEUED", "agent": null}}
                """);

        var job = semaphore.client().jobs().describe("j1");

        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(job.result()).isNull();
        assertThat(job.pipelineId()).isNull();
        assertThat(job.started()).isNull();
        assertThat(job.agentName()).isEmpty();
    }

    @Test
    void aJobIsStoppedWithoutABody() {
        semaphore.answers("{}");

        semaphore.client().jobs().stop("j1");

        assertThat(semaphore.call().method()).isEqualTo("POST");
        assertThat(semaphore.call().path()).isEqualTo("/api/v1alpha/jobs/j1/stop");
        assertThat(semaphore.call().body()).isEmpty();
    }
}
