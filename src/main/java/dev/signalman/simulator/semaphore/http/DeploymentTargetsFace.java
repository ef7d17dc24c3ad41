package dev.signalman.simulator.semaphore.http;

import dev.signalman.simulator.semaphore.DeploymentTarget;
import dev.signalman.simulator.semaphore.Ids;
import dev.signalman.simulator.semaphore.Organisation;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.web.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** {@code /deployment_targets}: first whether the organisation pays for them, then who may. */
final class DeploymentTargetsFace implements Face {
    private static final String NOT_PAID_FOR = "The deployment targets feature is not enabled for your organization."
            + " See more details here: https://semaphoreci.com/pricing";

    private final Organisation organisation;

    DeploymentTargetsFace(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public Reply answer(ApiCall call) {
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.is("GET", 2)) {
            return withTarget(call, Permission.VIEW, each -> Answers.value(200, TargetWire.target(each, organisation)));
        }
        if (call.is("GET", 3, "history")) {
            return withTarget(call, Permission.VIEW, each -> new TargetHistory(organisation, each).answer(call));
        }
        if (call.is("PATCH", 3, "activate")) {
            return withTarget(call, Permission.MANAGE_TARGETS, each -> cordon(each, false));
        }
        return call.is("PATCH", 3, "deactivate")
                ? withTarget(call, Permission.MANAGE_TARGETS, each -> cordon(each, true))
                : Answers.oops();
    }

    private Reply notPaidFor() {
        return new Reply(403, "text/plain; charset=utf-8", Map.of(), NOT_PAID_FOR.getBytes(StandardCharsets.UTF_8));
    }

    private Reply list(ApiCall call) {
        var projectId = call.parameters().text("project_id");
        if (!projectId.isEmpty() && !Ids.isUuid(projectId)) {
            return Answers.string(400, "project id must be a valid UUID");
        }
        if (!organisation.settings().hasDeploymentTargets()) {
            return notPaidFor();
        }
        if (projectId.isEmpty()) {
            return Reply.bare(404, "Project not found");
        }
        var project = organisation.project(projectId);
        if (project.isEmpty()) {
            return Reply.bare(404, "Not found");
        }
        if (!call.may(Permission.VIEW, project.get())) {
            return Answers.permissionDenied();
        }
        var filters = new Filters(call.parameters());
        return Answers.value(
                200,
                organisation.targets(project.get()).stream()
                        .filter(each -> filters.matches("target_name", each.name()))
                        .map(each -> TargetWire.target(each, organisation))
                        .toList());
    }

    private Reply withTarget(ApiCall call, Permission permission, Function<DeploymentTarget, Reply> answer) {
        var id = call.path().get(1);
        if (!Ids.isUuid(id)) {
            return Answers.string(400, "target_id must be a valid UUID");
        }
        if (!organisation.settings().hasDeploymentTargets()) {
            return notPaidFor();
        }
        var target = organisation.target(id);
        if (target.isEmpty()) {
            return Answers.string(404, "Target not found");
        }
        return call.may(permission, target.get().project()) ? answer.apply(target.get()) : Answers.permissionDenied();
    }

    private static Reply cordon(DeploymentTarget target, boolean closed) {
        if (target.isSyncing()) {
            return Answers.string(400, "Invalid state: SYNCING");
        }
        target.cordon(closed);
        return Answers.value(200, Answers.object().put("target_id", target.id()).put("cordoned", closed));
    }
}
