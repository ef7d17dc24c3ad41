package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.SimulatedTask;
import java.util.Objects;

/** Writes tasks; their times are texts, empty when unset. */
final class TaskJson {
    private TaskJson() {}

    static ObjectNode task(SimulatedTask task) {
        var plan = task.plan();
        var updated = task.updatedAt().toString();
        var wire = SemaphoreResponses.object()
                .put("id", task.id())
                .put("name", plan.name())
                .put("project_id", task.project().id())
                .put("requester_id", task.creator().id())
                .put("branch", plan.branch())
                .put("reference", "refs/heads/" + plan.branch())
                .put("at", plan.cron())
                .put("pipeline_file", plan.pipelineFile())
                .put("recurring", !plan.cron().isEmpty())
                .put("paused", plan.paused())
                .put("pause_toggled_at", "")
                .put("inserted_at", updated)
                .put("updated_at", updated);
        var parameters = wire.putArray("parameters");
        for (var parameter : plan.parameters()) {
            var shown = parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("required", parameter.mandatory())
                    .put("description", parameter.description())
                    .put("default_value", Objects.requireNonNullElse(parameter.defaultValue(), ""));
            parameter.options().forEach(shown.putArray("options")::add);
        }
        return wire;
    }

    static ArrayNode triggers(SimulatedTask task) {
        var wire = JsonNodeFactory.instance.arrayNode();
        for (var trigger : task.triggers()) {
            wire.addObject()
                    .put("triggered_at", trigger.at().toString())
                    .put("scheduled_at", trigger.at().toString())
                    .put("run_now_requester_id", trigger.by().id())
                    .put("branch", trigger.branch())
                    .put("pipeline_file", trigger.file())
                    .put("project_id", task.project().id())
                    .put("scheduled_workflow_id", trigger.workflowId())
                    .put("scheduling_status", "passed")
                    .put("error_description", "");
        }
        return wire;
    }
}
