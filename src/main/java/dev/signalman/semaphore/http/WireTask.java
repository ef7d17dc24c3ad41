package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.list;
import static dev.signalman.semaphore.http.WireMapping.needed;
import static dev.signalman.semaphore.http.WireMapping.some;
import static dev.signalman.semaphore.http.WireMapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.domain.PeriodicTask;
import dev.signalman.domain.PeriodicTask.TaskParameter;
import dev.signalman.domain.TaskRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task in the API's JSON; {@code reference} is text, or an object with a name. */
record WireTask(
        @Nullable String id,
        @Nullable String name,
        @Nullable String projectId,
        @Nullable String branch,
        @Nullable JsonNode reference,
        @Nullable String at,
        @Nullable String pipelineFile,
        @Nullable Boolean recurring,
        @Nullable Boolean paused,
        @Nullable List<@Nullable WireParameter> parameters) {

    record WireParameter(
            @Nullable String name,
            @Nullable Boolean required,
            @Nullable String defaultValue,
            @Nullable List<@Nullable String> options,
            @Nullable String description) {

        TaskParameter toParameter() {
            return new TaskParameter(
                    text(name), Boolean.TRUE.equals(required), text(defaultValue), list(options), text(description));
        }
    }

    record Described(@Nullable WireTask schedule, @Nullable List<@Nullable WireTrigger> triggers) {
        PeriodicTask toTask() {
            return needed(schedule, "schedule").toTask();
        }

        List<TaskRun> toRuns() {
            return list(triggers).stream().map(WireTrigger::toRun).toList();
        }
    }

    record WireTrigger(
            @Nullable JsonNode triggeredAt,
            @Nullable String runNowRequesterId,
            @Nullable String scheduledWorkflowId) {
        TaskRun toRun() {
            return new TaskRun(WireTime.read(triggeredAt), text(runNowRequesterId), text(scheduledWorkflowId));
        }
    }

    record Started(@Nullable String workflowId) {}

    PeriodicTask toTask() {
        return new PeriodicTask(
                needed(id, "id"),
                text(name),
                text(projectId),
                some(branch) == null ? referenceName() : text(branch),
                text(at),
                text(pipelineFile),
                Boolean.TRUE.equals(recurring),
                Boolean.TRUE.equals(paused),
                list(parameters).stream().map(WireParameter::toParameter).toList());
    }

    private String referenceName() {
        if (reference == null) {
            return "";
        }
        return reference.isObject() ? reference.path("name").asText("") : reference.asText("");
    }
}
