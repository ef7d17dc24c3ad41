package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SimulatedPipeline;
import dev.signalman.simulator.semaphore.SimulatedPipelineState;
import dev.signalman.simulator.semaphore.SimulatedProject;
import dev.signalman.simulator.semaphore.SimulatedWorkflow;
import dev.signalman.simulator.semaphore.WorkflowStarter;
import dev.signalman.web.Reply;
import java.time.Instant;
import java.util.Optional;

/** {@code /pipelines}. */
final class PipelinesResource implements ApiResource {
    private final Organization organization;
    private final WorkflowStarter starter;

    PipelinesResource(Organization organization, WorkflowStarter starter) {
        this.organization = organization;
        this.starter = starter;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.is("GET", 2)) {
            return visible(call, Permission.VIEW)
                    .map(each -> describe(call, each))
                    .orElseGet(SemaphoreResponses::notFound);
        }
        if (call.is("PATCH", 2)) {
            return visible(call, Permission.STOP)
                    .map(each -> terminate(call, each))
                    .orElseGet(SemaphoreResponses::notFound);
        }
        if (call.is("POST", 3, "partial_rebuild")) {
            return visible(call, Permission.RERUN)
                    .map(each -> rebuild(call, each))
                    .orElseGet(SemaphoreResponses::notFound);
        }
        if (call.is("GET", 3, "describe_topology")) {
            return visible(call, Permission.VIEW)
                    .map(PipelinesResource::topology)
                    .orElseGet(SemaphoreResponses::notFound);
        }
        return SemaphoreResponses.oops();
    }

    private Optional<SimulatedPipeline> visible(AuthenticatedCall call, Permission permission) {
        return organization
                .pipeline(call.path().get(1))
                .filter(each -> call.may(permission, each.workflow().project()));
    }

    private Reply describe(AuthenticatedCall call, SimulatedPipeline pipeline) {
        var dialect = new DescribeDialect();
        var answer = SemaphoreResponses.object();
        answer.set("pipeline", PipelineJson.pipeline(pipeline, organization.id(), call.now(), dialect));
        answer.set(
                "blocks",
                call.parameters().isString("detailed", "true")
                        ? PipelineJson.blocks(pipeline, call.now(), dialect)
                        : JsonNodeFactory.instance.arrayNode());
        return SemaphoreResponses.value(200, answer);
    }

    private Reply list(AuthenticatedCall call) {
        var asked = call.parameters();
        Optional<SimulatedProject> project = asked.text("project_id").isEmpty()
                ? organization.workflow(asked.text("wf_id")).map(SimulatedWorkflow::project)
                : organization.project(asked.text("project_id"));
        if (project.isEmpty() || !call.may(Permission.VIEW, project.get())) {
            return SemaphoreResponses.notFound();
        }
        var now = call.now();
        var filters = new ListFilters(asked);
        var created = filters.between("created_after", "created_before");
        var done = filters.between("done_after", "done_before");
        var doneMatters = asked.has("done_after") || asked.has("done_before");
        var found = ListFilters.newestFirst(organization.pipelines().stream()
                .filter(each -> each.workflow().project() == project.get())
                .filter(each -> filters.matches("wf_id", each.workflow().id()))
                .filter(each -> matches(filters, each, now))
                .filter(each -> created.test(each.timeline().createdAt()))
                .filter(each -> !doneMatters
                        || (each.state(now) == SimulatedPipelineState.DONE
                                && done.test(each.timeline().doneAt()))));
        var dialect = new ListDialect();
        return ResponsePage.lenient(call, found)
                .reply(call, each -> PipelineJson.pipeline(each, organization.id(), now, dialect));
    }

    private static boolean matches(ListFilters filters, SimulatedPipeline pipeline, Instant now) {
        var workflow = pipeline.workflow();
        var settled = workflow.isSettled(now);
        var head = settled && workflow.branchName().startsWith("pull-request-") ? workflow.label() : "";
        return filters.matches("branch_name", settled ? workflow.branchName() : "")
                && filters.matches("label", settled ? workflow.label() : "")
                && filters.matches("yml_file_path", pipeline.plan().file())
                && filters.matches("queue_id", pipeline.queueId())
                && filters.matches("pr_head_branch", head)
                && filters.matches("pr_target_branch", head.isEmpty() ? "" : "main");
    }

    private Reply terminate(AuthenticatedCall call, SimulatedPipeline pipeline) {
        var request = call.parameters().raw("terminate_request");
        if (request == null || !request.isBoolean() || !request.booleanValue()) {
            return SemaphoreResponses.string(400, "Value of 'terminate_request' field must be boolean value 'true'.");
        }
        pipeline.stop(call.now(), "");
        return SemaphoreResponses.string(200, "Pipeline termination started.");
    }

    private Reply rebuild(AuthenticatedCall call, SimulatedPipeline pipeline) {
        var token = call.parameters().text("request_token");
        if (token.isEmpty()) {
            return SemaphoreResponses.string(400, "Missing required post parameter request_token.");
        }
        var started = starter.rebuild(pipeline, token, call.user());
        return SemaphoreResponses.value(
                200, SemaphoreResponses.object().put("message", "").put("pipeline_id", started.pipelineId()));
    }

    private static Reply topology(SimulatedPipeline pipeline) {
        var wire = JsonNodeFactory.instance.arrayNode();
        for (var block : pipeline.plan().blocks()) {
            var shown = wire.addObject().put("name", block.name());
            var jobs = shown.putArray("jobs");
            block.jobs().forEach(job -> jobs.add(job.name()));
            var dependencies = shown.putArray("dependencies");
            block.after().forEach(dependencies::add);
        }
        return SemaphoreResponses.value(200, wire);
    }
}
