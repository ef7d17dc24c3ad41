package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Ids;
import dev.signalman.simulator.semaphore.Organisation;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.Refused;
import dev.signalman.simulator.semaphore.SimulatedTask;
import dev.signalman.simulator.semaphore.TriggeredBy;
import dev.signalman.simulator.semaphore.WorkflowStarter;
import dev.signalman.web.Reply;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.Function;

/** {@code /tasks}, also called {@code /schedules}. */
final class TasksFace implements Face {
    private final Organisation organisation;
    private final WorkflowStarter starter;

    TasksFace(Organisation organisation, WorkflowStarter starter) {
        this.organisation = organisation;
        this.starter = starter;
    }

    @Override
    public Reply answer(ApiCall call) {
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.is("GET", 2)) {
            return withTask(call, Permission.VIEW, task -> {
                var answer = Answers.object();
                answer.set("schedule", TaskWire.task(task));
                answer.set("triggers", TaskWire.triggers(task));
                return Answers.value(200, answer);
            });
        }
        return call.is("POST", 3, "run_now")
                ? withTask(call, Permission.RUN_TASK, task -> runNow(call, task))
                : Answers.oops();
    }

    private Reply withTask(ApiCall call, Permission permission, Function<SimulatedTask, Reply> answer) {
        var id = call.path().get(1);
        if (!Ids.isUuid(id)) {
            return Answers.string(400, "schedule identifier should be a UUID");
        }
        return organisation.tasks().stream()
                .filter(each -> each.id().equals(id))
                .filter(each -> call.may(permission, each.project()))
                .findFirst()
                .map(answer)
                .orElseGet(Answers::notFound);
    }

    private Reply list(ApiCall call) {
        var project = organisation.project(call.parameters().text("project_id"));
        if (project.isEmpty() || !call.may(Permission.VIEW, project.get())) {
            return Answers.notFound();
        }
        int size = Integers.read(call.parameters(), "page_size", 30);
        int page = Integers.read(call.parameters(), "page", 1);
        var tasks = organisation.tasks().stream()
                .filter(each -> each.project() == project.get())
                .toList();
        return Page.of(tasks, page, size < 1 ? 30 : size).reply(call, TaskWire::task);
    }

    private Reply runNow(ApiCall call, SimulatedTask task) {
        var reference = reference(call.parameters(), task);
        var name = reference.path("name").asText();
        var tag = reference.path("type").asText().equals("TAG");
        if (!task.project().knows(tag ? "refs/tags/" + name : name)) {
            return Answers.string(400, (tag ? "Tag '" : "Branch '") + name + "' does not exist in the repository");
        }
        var file = call.parameters().text("pipeline_file");
        var used = file.isEmpty() ? task.plan().pipelineFile() : file;
        var variables = new LinkedHashMap<String, String>();
        for (var parameter : task.plan().parameters()) {
            var standard = parameter.defaultValue();
            variables.put(parameter.name(), standard == null ? "" : standard);
        }
        variables.putAll(WorkflowsFace.variables(call.parameters().raw("parameters")));
        var started = starter.run(
                task.project(),
                (tag ? "refs/tags/" : "refs/heads/") + name,
                null,
                used,
                variables,
                call.user(),
                TriggeredBy.MANUAL_RUN);
        task.ran(new SimulatedTask.Trigger(call.now(), call.user(), name, used, started.workflowId()));
        return Answers.value(200, Answers.object().put("workflow_id", started.workflowId()));
    }

    /** An object of type and name; the manual's plain text is refused, but {@code branch} may be text; without either the task's own counts. */
    private static JsonNode reference(Parameters parameters, SimulatedTask task) {
        var reference = parameters.raw("reference");
        if (reference == null) {
            var asked = parameters.text("branch");
            var branch = asked.isEmpty() ? task.plan().branch() : asked;
            if (branch.isEmpty()) {
                throw invalid("You have to provide reference for this task");
            }
            return Answers.object().put("type", "BRANCH").put("name", branch);
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

    private static Refused invalid(String reason) {
        return new Refused(Refused.Kind.INVALID, reason);
    }
}
