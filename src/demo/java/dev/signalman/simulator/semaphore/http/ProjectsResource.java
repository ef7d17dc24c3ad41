package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SimulatedProject;
import dev.signalman.web.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** {@code /projects}, found by name only. */
final class ProjectsResource implements ApiResource {
    private final Organization organization;
    private final AtomicInteger listed = new AtomicInteger();

    ProjectsResource(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.is("GET", 2)) {
            return organization
                    .projectNamed(call.path().get(1))
                    .filter(each -> !organization.settings().rightsAreUnknown() && call.may(Permission.VIEW, each))
                    .map(each -> SemaphoreResponses.value(200, wire(each)))
                    .orElseGet(() -> SemaphoreResponses.message(404, "Not found"));
        }
        return call.is("GET", 3, "members") ? members(call) : SemaphoreResponses.message(404, "Not found");
    }

    /** Answered by another server: with bare text, and by the project's id. */
    private Reply members(AuthenticatedCall call) {
        var project = organization.project(call.path().get(1)).filter(each -> call.may(Permission.VIEW, each));
        if (project.isEmpty()) {
            return Reply.bare(403, "Permission denied");
        }
        var answer = SemaphoreResponses.object();
        var members = answer.putArray("members");
        organization.members(project.get()).forEach(each -> {
            var member = members.addObject()
                    .put("id", each.id())
                    .put("subject_type", "user")
                    .put("name", each.name());
            member.putArray("roles");
        });
        return SemaphoreResponses.value(200, answer);
    }

    private Reply list(AuthenticatedCall call) {
        var text = call.parameters().text("page");
        if (!text.matches("[0-9]{0,9}")) {
            return SemaphoreResponses.message(400, "page must be a number");
        }
        int page = text.isEmpty() ? 1 : Integer.parseInt(text);
        if (page < 1 || page > 100) {
            return SemaphoreResponses.message(400, page < 1 ? "page must be at least 1" : "page must be at most 100");
        }
        int size = organization.settings().projectsPerPage();
        var visible = organization.projects().stream()
                .filter(each -> !organization.settings().rightsAreUnknown() && call.may(Permission.VIEW, each))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!organization.settings().projectsAreOrdered()) {
            Collections.rotate(visible, listed.getAndIncrement());
        }
        int from = Math.min((page - 1) * size, visible.size());
        int to = Math.min(from + size, visible.size());
        return SemaphoreResponses.value(
                        200, visible.subList(from, to).stream().map(this::wire).toList())
                .with("x-page", Integer.toString(page))
                .with("x-has-more", Boolean.toString(to < visible.size()));
    }

    private ObjectNode wire(SimulatedProject project) {
        var wire = SemaphoreResponses.object().put("apiVersion", "v1alpha").put("kind", "Project");
        wire.putObject("metadata")
                .put("id", project.id())
                .put("name", project.name())
                .put("owner_id", "")
                .put("org_id", organization.id())
                .put("description", "");
        var spec = wire.putObject("spec");
        spec.set("repository", repository(project));
        spec.putArray("schedulers");
        spec.putArray("tasks");
        spec.put("visibility", "private").put("custom_permissions", true);
        List.of("empty", "default_branch").forEach(spec.putArray("debug_permissions")::add);
        spec.putArray("attach_permissions");
        return wire;
    }

    private static ObjectNode repository(SimulatedProject project) {
        var repository = SemaphoreResponses.object()
                .put("url", "git@github.com:acme/" + project.name() + ".git")
                .put("name", project.name())
                .put("owner", "acme");
        var forks = repository.putObject("forked_pull_requests");
        forks.putArray("allowed_secrets");
        forks.putArray("allowed_contributors");
        List.of("tags", "branches").forEach(repository.putArray("run_on")::add);
        repository.put("pipeline_file", project.pipelineFile());
        repository
                .putObject("status")
                .putArray("pipeline_files")
                .addObject()
                .put("path", project.pipelineFile())
                .put("level", "pipeline");
        var whitelist = repository.putObject("whitelist");
        whitelist.putArray("branches");
        whitelist.putArray("tags");
        return repository.put("integration_type", project.host().integration());
    }
}
