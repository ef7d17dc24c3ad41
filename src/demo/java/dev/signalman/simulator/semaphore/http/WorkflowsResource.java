package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SimulatedPipelineState;
import dev.signalman.simulator.semaphore.SimulatedProject;
import dev.signalman.simulator.semaphore.SimulatedWorkflow;
import dev.signalman.simulator.semaphore.TriggeredBy;
import dev.signalman.simulator.semaphore.WorkflowStarter;
import dev.signalman.web.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /plumber-workflows}. */
final class WorkflowsResource implements ApiResource {
    private final Organization organization;
    private final WorkflowStarter starter;

    WorkflowsResource(Organization organization, WorkflowStarter starter) {
        this.organization = organization;
        this.starter = starter;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (call.is("POST", 1)) {
            return run(call);
        }
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.is("GET", 2)) {
            return describe(call);
        }
        if (call.is("POST", 3, "reschedule")) {
            return reschedule(call);
        }
        return call.is("POST", 3, "terminate") ? terminate(call) : SemaphoreResponses.oops();
    }

    private Reply run(AuthenticatedCall call) {
        var project = organization.project(call.parameters().text("project_id"));
        if (project.isEmpty() || !call.may(Permission.RERUN, project.get())) {
            return SemaphoreResponses.notFound();
        }
        var file = call.parameters().text("pipeline_file");
        var sha = call.parameters().text("commit_sha");
        var started = starter.run(
                project.get(),
                call.parameters().text("reference"),
                sha.isEmpty() ? null : sha,
                file.isEmpty() ? SimulatedProject.MAIN_FILE : file,
                variables(call.parameters().raw("parameters")),
                call.user(),
                TriggeredBy.API);
        return SemaphoreResponses.value(
                200,
                SemaphoreResponses.object()
                        .put("workflow_id", started.workflowId())
                        .put("pipeline_id", started.pipelineId()));
    }

    static Map<String, String> variables(@Nullable JsonNode given) {
        var variables = new LinkedHashMap<String, String>();
        if (given instanceof ObjectNode object) {
            object.properties()
                    .forEach(
                            each -> variables.put(each.getKey(), each.getValue().asText()));
        }
        return variables;
    }

    private Reply list(AuthenticatedCall call) {
        var asked = call.parameters();
        var project = organization
                .project(asked.text("project_id"))
                .or(() -> organization.workflow(asked.text("wf_id")).map(SimulatedWorkflow::project));
        if (project.isEmpty() || !call.may(Permission.VIEW, project.get())) {
            return SemaphoreResponses.notFound();
        }
        var filters = new ListFilters(asked);
        var created = filters.between("created_after", "created_before");
        var now = call.now();
        var found = ListFilters.newestFirst(organization.workflows().stream()
                .filter(each -> each.project() == project.get())
                .filter(each -> filters.matches("wf_id", each.id()))
                .filter(each -> filters.matches("branch_name", each.isSettled(now) ? each.branchName() : ""))
                .filter(each -> filters.matches("label", each.isSettled(now) ? each.label() : ""))
                .filter(each -> filters.matches("requester_id", each.requester().id()))
                .filter(each -> created.test(each.createdAt())));
        return ResponsePage.lenient(call, found).reply(call, workflow -> {
            var wire = wire(workflow, now);
            wire.put("triggered_by", workflow.triggeredBy().number());
            return wire;
        });
    }

    private Reply describe(AuthenticatedCall call) {
        var workflow = organization.workflow(call.path().get(1));
        if (workflow.isEmpty() || !call.may(Permission.VIEW, workflow.get().project())) {
            return SemaphoreResponses.notFound();
        }
        var answer = SemaphoreResponses.object();
        answer.set("workflow", wire(workflow.get(), call.now()));
        return SemaphoreResponses.value(200, answer);
    }

    private ObjectNode wire(SimulatedWorkflow workflow, Instant now) {
        var settled = workflow.isSettled(now);
        var wire = SemaphoreResponses.object();
        wire.put("wf_id", workflow.id());
        wire.put("triggered_by", workflow.triggeredBy().name());
        wire.put("rerun_of", workflow.rerunOf());
        wire.put("requester_id", workflow.requester().id());
        wire.put("repository_id", workflow.project().repositoryId());
        wire.put("project_id", workflow.project().id());
        wire.put("organization_id", organization.id());
        wire.put("initial_ppl_id", workflow.initialPipelineId());
        wire.put("hook_id", settled ? workflow.hookId() : "");
        wire.set("created_at", new ListDialect().time(workflow.createdAt()));
        wire.put("commit_sha", settled ? workflow.commit().sha() : "");
        wire.put("branch_name", settled ? workflow.branchName() : "");
        wire.put("branch_id", settled ? workflow.branchId() : "");
        return wire;
    }

    private Reply reschedule(AuthenticatedCall call) {
        var workflow = organization.workflow(call.path().get(1));
        if (workflow.isEmpty() || !call.may(Permission.RERUN, workflow.get().project())) {
            return SemaphoreResponses.notFound();
        }
        var token = call.parameters().text("request_token");
        if (token.isEmpty()) {
            return SemaphoreResponses.string(400, "Missing required post parameter request_token.");
        }
        var started = starter.reschedule(workflow.get(), token, call.user());
        return SemaphoreResponses.value(
                200,
                SemaphoreResponses.object().put("wf_id", started.workflowId()).put("ppl_id", started.pipelineId()));
    }

    private Reply terminate(AuthenticatedCall call) {
        var workflow = organization.workflow(call.path().get(1));
        if (workflow.isEmpty() || !call.may(Permission.STOP, workflow.get().project())) {
            return SemaphoreResponses.notFound();
        }
        var running = organization.pipelines().stream()
                .filter(each -> each.workflow().id().equals(workflow.get().id()))
                .filter(each -> each.state(call.now()) != SimulatedPipelineState.DONE)
                .toList();
        running.forEach(each -> each.stop(call.now(), call.user().id()));
        return SemaphoreResponses.string(200, "Termination started for " + running.size() + " pipelines.");
    }
}
