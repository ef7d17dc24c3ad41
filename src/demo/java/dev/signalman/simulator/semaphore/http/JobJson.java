package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.SimulatedJob;
import dev.signalman.simulator.semaphore.Timeline;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a job as the gateway does: every field is present, and 64-bit integers are strings. */
final class JobJson {
    private JobJson() {}

    static ObjectNode job(SimulatedJob job, String state, boolean finished, Instant now) {
        var times = job.times();
        var started = Timeline.reached(times.startedAt(), now);
        var updated = finished ? times.finishedAt() : started ? times.startedAt() : times.createdAt();
        var wire = SemaphoreResponses.object();
        wire.putObject("metadata")
                .put("name", times.plan().name())
                .put("id", job.id())
                .put("create_time", seconds(times.createdAt(), now))
                .put("update_time", seconds(updated, now))
                .put("start_time", seconds(times.startedAt(), now))
                .put("finish_time", seconds(times.finishedAt(), now));
        spec(job, started, wire.putObject("spec"));
        var status = wire.putObject("status")
                .put("result", finished ? times.outcome().name() : "NONE")
                .put("state", state);
        if (started) {
            var agent = status.putObject("agent").put("ip", "10.0.0.7").put("name", "");
            agent.putArray("ports").addObject().put("name", "ssh").put("number", 30000);
        } else {
            status.putNull("agent");
        }
        return wire;
    }

    private static void spec(SimulatedJob job, boolean requested, ObjectNode spec) {
        var pipeline = job.pipeline();
        var selfHosted = job.times().plan().selfHosted();
        spec.put("project_id", pipeline.workflow().project().id());
        var agent = spec.putObject("agent");
        agent.putObject("machine")
                .put("type", selfHosted ? "s1-own" : "e1-standard-2")
                .put("os_image", selfHosted ? "" : "ubuntu2204");
        agent.putArray("containers");
        agent.putArray("image_pull_secrets");
        spec.putArray("secrets");
        var workflow = pipeline.workflow();
        var variables = spec.putArray("env_vars");
        add(variables, "SEMAPHORE_WORKFLOW_ID", pipeline.workflow().id());
        add(variables, "SEMAPHORE_PIPELINE_ARTEFACT_ID", pipeline.id());
        add(variables, "SEMAPHORE_PIPELINE_ID", pipeline.id());
        add(variables, "SEMAPHORE_GIT_COMMIT_AUTHOR", workflow.commit().author());
        add(variables, "SEMAPHORE_GIT_COMMITTER", workflow.author());
        for (Map.Entry<String, String> each : pipeline.variables().entrySet()) {
            add(variables, each.getKey(), each.getValue());
        }
        if (requested) {
            var own = variables.deepCopy();
            add(variables, "SEMAPHORE_GIT_PROVIDER", workflow.project().host().provider());
            add(variables, "SEMAPHORE_GIT_SHA", workflow.commit().sha());
            own.forEach(each -> {
                if (each.path("name").asText().startsWith("SEMAPHORE_GIT_")) {
                    variables.add(each);
                }
            });
        }
        spec.putArray("files");
        var commands = spec.putArray("commands");
        job.times().plan().commands().forEach(commands::add);
        spec.putArray("epilogue_always_commands");
        spec.putArray("epilogue_on_pass_commands");
        spec.putArray("epilogue_on_fail_commands");
    }

    private static void add(ArrayNode variables, String name, String value) {
        variables.addObject().put("name", name).put("value", value);
    }

    private static String seconds(@Nullable Instant moment, Instant now) {
        return moment != null && Timeline.reached(moment, now) ? Long.toString(moment.getEpochSecond()) : "0";
    }
}
