package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.BlockTimes;
import dev.signalman.simulator.semaphore.JobTimes;
import dev.signalman.simulator.semaphore.SimulatedBlockState;
import dev.signalman.simulator.semaphore.SimulatedJobState;
import dev.signalman.simulator.semaphore.SimulatedPipeline;
import dev.signalman.simulator.semaphore.SimulatedPipelineState;
import dev.signalman.simulator.semaphore.SimulatedResult;
import dev.signalman.simulator.semaphore.Timeline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes pipelines and blocks; {@code result} is absent until they are done. */
final class PipelineJson {
    private PipelineJson() {}

    static ObjectNode pipeline(SimulatedPipeline pipeline, String organizationId, Instant now, Dialect dialect) {
        var workflow = pipeline.workflow();
        var settled = workflow.isSettled(now);
        var times = pipeline.timeline();
        var done = pipeline.state(now) == SimulatedPipelineState.DONE;
        var wire = SemaphoreResponses.object();
        wire.put("ppl_id", pipeline.id());
        wire.put("wf_id", workflow.id());
        wire.put("name", pipeline.plan().name());
        wire.put("project_id", workflow.project().id());
        wire.put("organization_id", organizationId);
        wire.put("repository_id", workflow.project().repositoryId());
        wire.put("hook_id", settled ? workflow.hookId() : "");
        wire.put("branch_id", settled ? workflow.branchId() : "");
        wire.put("branch_name", settled ? workflow.branchName() : "");
        wire.put("commit_sha", settled ? workflow.commit().sha() : "");
        wire.put("commit_message", settled ? workflow.commit().message() : "");
        wire.put("yaml_file_name", pipeline.plan().yamlFileName());
        wire.put("working_directory", pipeline.plan().workingDirectory());
        wire.put("state", dialect.word(pipeline.state(now)));
        if (done) {
            wire.put("result", dialect.word(times.result()));
            wire.put("result_reason", dialect.word(times.reason()));
        }
        wire.put("error_description", done ? times.error() : "");
        wire.set("created_at", dialect.time(times.createdAt()));
        wire.set("pending_at", dialect.time(past(times.pendingAt(), now)));
        wire.set("queuing_at", dialect.time(past(times.queuingAt(), now)));
        wire.set("running_at", dialect.time(past(times.runningAt(), now)));
        wire.set("stopping_at", dialect.time(past(times.stoppingAt(), now)));
        wire.set("done_at", dialect.time(past(times.doneAt(), now)));
        wire.put("switch_id", pipeline.switchId());
        wire.put("terminated_by", pipeline.terminatedBy());
        wire.put("terminate_request", pipeline.terminationRequested() ? "stop" : "");
        wire.put("snapshot_id", "");
        wire.put("with_after_task", false);
        wire.put("after_task_id", "");
        wire.put("compile_task_id", pipeline.compileTaskId());
        wire.put("promotion_of", pipeline.origin().promotionOf());
        wire.put("partial_rerun_of", pipeline.origin().partialRerunOf());
        wire.put("partially_rerun_by", pipeline.partiallyRerunBy());
        var variables = wire.putArray("env_vars");
        pipeline.variables()
                .forEach(
                        (name, value) -> variables.addObject().put("name", name).put("value", value));
        wire.set("queue", queue(pipeline, organizationId));
        wire.set("triggerer", triggerer(pipeline));
        return wire;
    }

    private static ObjectNode queue(SimulatedPipeline pipeline, String organizationId) {
        return SemaphoreResponses.object()
                .put("type", 0)
                .put("scope", "project")
                .put("queue_id", pipeline.queueId())
                .put("project_id", pipeline.workflow().project().id())
                .put("organization_id", organizationId)
                .put(
                        "name",
                        pipeline.workflow().branchName() + "-" + pipeline.plan().file());
    }

    private static ObjectNode triggerer(SimulatedPipeline pipeline) {
        var workflow = pipeline.workflow();
        var login = workflow.author();
        var from = pipeline.origin().from();
        return SemaphoreResponses.object()
                .put("wf_triggered_by", workflow.triggeredBy().number())
                .put("wf_triggerer_id", workflow.hookId())
                .put("wf_triggerer_user_id", workflow.requester().id())
                .put("wf_triggerer_provider_login", login)
                .put("wf_triggerer_provider_uid", Integer.toString(login.hashCode() & 0xFFFFFF))
                .put("wf_triggerer_provider_avatar", "https://avatars.githubusercontent.com/" + login + "?v=4")
                .put("ppl_triggered_by", pipeline.origin().kind().number())
                .put("ppl_triggerer_id", from.isEmpty() ? workflow.hookId() : from)
                .put("ppl_triggerer_user_id", pipeline.origin().userId())
                .put("workflow_rerun_of", workflow.rerunOf());
    }

    static ArrayNode blocks(SimulatedPipeline pipeline, Instant now, Dialect dialect) {
        var wire = JsonNodeFactory.instance.arrayNode();
        var state = pipeline.state(now);
        for (var block : pipeline.timeline().blocks()) {
            var started = block.hasStarted(now);
            var shown = wire.addObject();
            shown.put("block_id", started ? pipeline.blockId(block.name()) : "");
            shown.put("build_req_id", started ? pipeline.buildRequestId(block.name()) : "");
            shown.put("name", block.name());
            var blockState = state == SimulatedPipelineState.INITIALIZING && !started
                    ? SimulatedBlockState.INITIALIZING
                    : block.state(now);
            shown.put("state", dialect.word(blockState));
            if (blockState == SimulatedBlockState.DONE) {
                shown.put("result", dialect.word(block.result()));
                shown.put("result_reason", dialect.word(block.reason()));
            }
            shown.put("error_description", "");
            shown.set("jobs", started ? jobs(pipeline, block, now) : JsonNodeFactory.instance.arrayNode());
        }
        return wire;
    }

    private static ArrayNode jobs(SimulatedPipeline pipeline, BlockTimes block, Instant now) {
        var wire = JsonNodeFactory.instance.arrayNode();
        int index = 0;
        for (var job : block.jobs()) {
            wire.addObject()
                    .put("job_id", pipeline.jobId(block.name(), job.plan().name()))
                    .put("name", job.plan().name())
                    .put("index", index++)
                    .put("status", job.state(now).name())
                    .put("result", result(job, now));
        }
        return wire;
    }

    /** An unfinished job looks passed: the missing result is the enum's first value. */
    private static String result(JobTimes job, Instant now) {
        return job.state(now) == SimulatedJobState.FINISHED ? job.outcome().name() : SimulatedResult.PASSED.name();
    }

    private static @Nullable Instant past(@Nullable Instant moment, Instant now) {
        return Timeline.reached(moment, now) ? moment : null;
    }
}
