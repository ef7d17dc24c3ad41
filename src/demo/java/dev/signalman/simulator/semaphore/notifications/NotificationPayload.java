package dev.signalman.simulator.semaphore.notifications;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.BlockTimes;
import dev.signalman.simulator.semaphore.JobTimes;
import dev.signalman.simulator.semaphore.SimulatedPipeline;
import dev.signalman.simulator.semaphore.SimulatedResult;
import dev.signalman.simulator.semaphore.SimulatedWorkflow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of a notification, version 1.0.0. It names neither the promoter nor the promoted pipeline; both must be read
 * from the API. Its words are in lower case, unlike the API's.
 */
final class NotificationPayload {
    private static final String TAG = "refs/tags/";
    private static final String PULL_REQUEST = "pull-request-";

    private NotificationPayload() {}

    static String of(SimulatedPipeline pipeline, String organizationId) {
        var payload = object().put("version", "1.0.0");
        payload.set("organization", object().put("name", "acme").put("id", organizationId));
        var workflow = pipeline.workflow();
        var project = workflow.project();
        payload.set("project", object().put("name", project.name()).put("id", project.id()));
        payload.set(
                "repository",
                object().put("url", "https://github.com/acme/" + project.name()).put("slug", "acme/" + project.name()));
        payload.set("revision", revision(workflow));
        payload.set(
                "workflow",
                object().put("initial_pipeline_id", workflow.initialPipelineId())
                        .put("id", workflow.id())
                        .put("created_at", time(workflow.createdAt())));
        payload.set("pipeline", pipeline(pipeline));
        var blocks = payload.putArray("blocks");
        pipeline.timeline().blocks().forEach(block -> blocks.add(block(pipeline, block)));
        return payload.toString();
    }

    private static ObjectNode revision(SimulatedWorkflow workflow) {
        var name = workflow.branchName();
        var sha = workflow.commit().sha();
        var login = workflow.author();
        var revision = object();
        revision.putNull("tag").putNull("pull_request").putNull("branch");
        revision.set(
                "sender",
                object().put("login", login)
                        .put("email", login + "@acme.example")
                        .put("avatar_url", ""));
        if (name.startsWith(TAG)) {
            revision.put("reference_type", "tag").put("reference", name);
            revision.set("tag", object().put("name", name.substring(TAG.length())));
        } else if (name.startsWith(PULL_REQUEST)) {
            var number = name.substring(PULL_REQUEST.length());
            revision.put("reference_type", "pull_request").put("reference", "refs/pull/" + number + "/merge");
            revision.set(
                    "pull_request",
                    object().put("head_repo_slug", "acme/" + workflow.project().name())
                            .put("number", number) // a string, although the manual shows a number
                            .put("name", workflow.commit().message())
                            .put("head_sha", sha)
                            .put("branch_name", name)
                            .put("commit_range", sha + "^.." + sha));
        } else {
            revision.put("reference_type", "branch").put("reference", "refs/heads/" + name);
            revision.set("branch", object().put("name", name).put("commit_range", sha + "^..." + sha));
        }
        return revision.put("commit_sha", sha)
                .put("commit_message", workflow.commit().message());
    }

    private static ObjectNode pipeline(SimulatedPipeline pipeline) {
        var line = pipeline.timeline();
        return object().put("id", pipeline.id())
                .put("name", pipeline.plan().name())
                .put("working_directory", pipeline.plan().workingDirectory())
                .put("yaml_file_name", pipeline.plan().yamlFileName())
                .put("state", "done")
                .put("result", line.result().name().toLowerCase(Locale.ROOT))
                .put("result_reason", line.reason().name().toLowerCase(Locale.ROOT))
                .put("error_description", line.error())
                .put("created_at", time(line.createdAt()))
                .put("pending_at", time(line.pendingAt()))
                .put("queuing_at", time(line.queuingAt()))
                .put("running_at", time(line.runningAt()))
                .put("stopping_at", time(line.stoppingAt()))
                .put("done_at", time(line.doneAt()));
    }

    private static ObjectNode block(SimulatedPipeline pipeline, BlockTimes block) {
        var wire = object().put("name", block.name())
                .put("state", "done")
                .put("result", block.result().name().toLowerCase(Locale.ROOT))
                .put("result_reason", block.reason().name().toLowerCase(Locale.ROOT));
        var jobs = wire.putArray("jobs");
        int index = 0;
        for (var job : block.jobs()) {
            jobs.add(job(pipeline.jobId(block.name(), job.plan().name()), job, index++));
        }
        return wire;
    }

    private static ObjectNode job(String id, JobTimes job, int index) {
        var simulatedResult = job.outcome() == SimulatedResult.CANCELED ? SimulatedResult.STOPPED : job.outcome();
        return object().put("id", id)
                .put("name", job.plan().name())
                .put("index", index)
                .put("status", "finished")
                .put("result", simulatedResult.name().toLowerCase(Locale.ROOT));
    }

    /** An unset time is 1970. */
    private static String time(@Nullable Instant moment) {
        return (moment == null ? Instant.EPOCH : moment)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
