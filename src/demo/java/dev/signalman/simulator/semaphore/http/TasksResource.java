package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SeededIds;
import dev.signalman.simulator.semaphore.SemaphoreRefusal;
import dev.signalman.simulator.semaphore.SimulatedTask;
import dev.signalman.simulator.semaphore.TriggeredBy;
import dev.signalman.simulator.semaphore.WorkflowStarter;
import dev.signalman.web.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** {@code /tasks}, also called {@code /schedules}. */
final class TasksResource implements ApiResource {
    private final Organization organization;
    private final WorkflowStarter starter;

    TasksResource(Organization organization, WorkflowStarter starter) {
        this.organization = organization;
        this.starter = starter;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.is("GET", 2)) {
            return withTask(call, Permission.VIEW, task -> {
                var answer = SemaphoreResponses.object();
                answer.set("schedule", TaskJson.task(task));
                answer.set("triggers", TaskJson.triggers(task));
                return SemaphoreResponses.value(200, answer);
            });
        }
        return call.is("POST", 3, "run_now")
                ? withTask(call, Permission.RUN_TASK, task -> runNow(call, task))
                : SemaphoreResponses.oops();
    }

    private Reply withTask(AuthenticatedCall call, Permission permission, Function<SimulatedTask, Reply> answer) {
        var id = call.path().get(1);
        if (!SeededIds.isUuid(id)) {
            return SemaphoreResponses.string(400, "schedule identifier should be a UUID");
        }
        return organization.tasks().stream()
                .filter(each -> each.id().equals(id))
                .filter(each -> call.may(permission, each.project()))
                .findFirst()
                .map(answer)
                .orElseGet(SemaphoreResponses::notFound);
    }

    private Reply list(AuthenticatedCall call) {
        var project = organization.project(call.parameters().text("project_id"));
        if (project.isEmpty() || !call.may(Permission.VIEW, project.get())) {
            return SemaphoreResponses.notFound();
        }
        int size = WholeNumbers.read(call.parameters(), "page_size", 30);
        int page = WholeNumbers.read(call.parameters(), "page", 1);
        var tasks = organization.tasks().stream()
                .filter(each -> each.project() == project.get())
                .toList();
        return ResponsePage.of(tasks, page, size < 1 ? 30 : size).reply(call, TaskJson::task);
    }

    private Reply runNow(AuthenticatedCall call, SimulatedTask task) {
        var reference = reference(call.parameters(), task);
        var name = reference.path("name").asText();
        var tag = reference.path("type").asText().equals("TAG");
        if (!task.project().knows(tag ? "refs/tags/" + name : name)) {
            return SemaphoreResponses.string(
                    400, (tag ? "Tag '" : "Branch '") + name + "' does not exist in the repository");
        }
        var file = call.parameters().text("pipeline_file");
        var used = file.isEmpty() ? task.plan().pipelineFile() : file;
        var variables =
                merged(task, WorkflowsResource.variables(call.parameters().raw("parameters")));
        var started = starter.run(
                task.project(),
                (tag ? "refs/tags/" : "refs/heads/") + name,
                null,
                used,
                variables,
                call.user(),
                TriggeredBy.MANUAL_RUN);
        task.ran(new SimulatedTask.Trigger(call.now(), call.user(), name, used, started.workflowId()));
        return SemaphoreResponses.value(200, SemaphoreResponses.object().put("workflow_id", started.workflowId()));
    }

    /** Only the task's own parameters go on; others are dropped in silence, and an empty value is none. */
    private static Map<String, String> merged(SimulatedTask task, Map<String, String> given) {
        var variables = new LinkedHashMap<String, String>();
        for (var parameter : task.plan().parameters()) {
            var said = given.getOrDefault(parameter.name(), "").strip();
            var value = said.isEmpty() ? Objects.requireNonNullElse(parameter.defaultValue(), "") : said;
            if (value.isEmpty() && parameter.mandatory()) {
                throw invalid("Parameter '" + parameter.name() + "' is required.");
            }
            if (!value.isEmpty()) {
                variables.put(parameter.name(), value);
            }
        }
        return variables;
    }

    /**
     * The reference is an object of type and name. Semaphore refuses the manual's plain text, but accepts a text
     * {@code branch}; without either, the task's own counts.
     */
    private static JsonNode reference(RequestParameters parameters, SimulatedTask task) {
        var reference = parameters.raw("reference");
        if (reference == null) {
            var asked = parameters.text("branch");
            var branch = asked.isEmpty() ? task.plan().branch() : asked;
            if (branch.isEmpty()) {
                throw invalid("You have to provide reference for this task");
            }
            return SemaphoreResponses.object().put("type", "BRANCH").put("name", branch);
        }
        if (!(reference instanceof ObjectNode) || !reference.has("type")) {
            throw invalid("Reference must contain 'type' and 'name' fields");
        }
        if (!Set.of("BRANCH", "TAG").contains(reference.path("type").asText())) {
            throw invalid("Reference type must be 'BRANCH' or 'TAG'");
        }
        if (!reference.path("name").isTextual()) {
            throw invalid("Reference must contain 'type' and 'name' fields");
        }
        if (reference.path("name").asText().isBlank()) {
            throw invalid("Reference name cannot be empty");
        }
        return reference;
    }

    private static SemaphoreRefusal invalid(String reason) {
        return new SemaphoreRefusal(SemaphoreRefusal.Kind.INVALID, reason);
    }
}
