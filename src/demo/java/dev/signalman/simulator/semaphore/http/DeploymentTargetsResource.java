package dev.signalman.simulator.semaphore.http;

import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SeededIds;
import dev.signalman.simulator.semaphore.SimulatedDeploymentTarget;
import dev.signalman.web.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** {@code /deployment_targets}; checks the paid feature first, then the permission. */
final class DeploymentTargetsResource implements ApiResource {
    private static final String NOT_PAID_FOR = "The deployment targets feature is not enabled for your organization."
            + " See more details here: https://semaphoreci.com/pricing";

    private final Organization organization;

    DeploymentTargetsResource(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.is("GET", 2)) {
            return withTarget(
                    call,
                    Permission.VIEW,
                    each -> SemaphoreResponses.value(200, TargetJson.target(each, organization)));
        }
        if (call.is("GET", 3, "history")) {
            return withTarget(call, Permission.VIEW, each -> new TargetHistory(organization, each).answer(call));
        }
        if (call.is("PATCH", 3, "activate")) {
            return withTarget(call, Permission.MANAGE_TARGETS, each -> cordon(each, false));
        }
        if (call.is("PATCH", 2)) {
            return new TargetUpdate(organization, call).answer();
        }
        return call.is("PATCH", 3, "deactivate")
                ? withTarget(call, Permission.MANAGE_TARGETS, each -> cordon(each, true))
                : SemaphoreResponses.oops();
    }

    private Reply notPaidFor() {
        return new Reply(403, "text/plain; charset=utf-8", Map.of(), NOT_PAID_FOR.getBytes(StandardCharsets.UTF_8));
    }

    private Reply list(AuthenticatedCall call) {
        var projectId = call.parameters().text("project_id");
        if (!projectId.isEmpty() && !SeededIds.isUuid(projectId)) {
            return SemaphoreResponses.string(400, "project id must be a valid UUID");
        }
        if (!organization.settings().hasDeploymentTargets()) {
            return notPaidFor();
        }
        if (projectId.isEmpty()) {
            return Reply.bare(404, "Project not found");
        }
        var project = organization.project(projectId);
        if (project.isEmpty()) {
            return Reply.bare(404, "Not found");
        }
        if (!call.may(Permission.VIEW, project.get())) {
            return SemaphoreResponses.permissionDenied();
        }
        var filters = new ListFilters(call.parameters());
        return SemaphoreResponses.value(
                200,
                organization.targets(project.get()).stream()
                        .filter(each -> filters.matches("target_name", each.name()))
                        .map(each -> TargetJson.target(each, organization))
                        .toList());
    }

    private Reply withTarget(
            AuthenticatedCall call, Permission permission, Function<SimulatedDeploymentTarget, Reply> answer) {
        var id = call.path().get(1);
        if (!SeededIds.isUuid(id)) {
            return SemaphoreResponses.string(400, "target_id must be a valid UUID");
        }
        if (!organization.settings().hasDeploymentTargets()) {
            return notPaidFor();
        }
        var target = organization.target(id);
        if (target.isEmpty()) {
            return SemaphoreResponses.string(404, "Target not found");
        }
        return call.may(permission, target.get().project())
                ? answer.apply(target.get())
                : SemaphoreResponses.permissionDenied();
    }

    private static Reply cordon(SimulatedDeploymentTarget target, boolean closed) {
        if (target.isSyncing()) {
            return SemaphoreResponses.string(400, "Invalid state: SYNCING");
        }
        target.cordon(closed);
        return SemaphoreResponses.value(
                200, SemaphoreResponses.object().put("target_id", target.id()).put("cordoned", closed));
    }
}
