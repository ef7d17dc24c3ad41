package dev.signalman.simulator.semaphore.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.signalman.simulator.semaphore.Organization;
import dev.signalman.simulator.semaphore.Permission;
import dev.signalman.simulator.semaphore.SeededIds;
import dev.signalman.web.Reply;

/** {@code /artifacts}: those of jobs, of which the agents' uploaded logs are the only ones here. */
final class ArtifactsResource implements ApiResource {
    private static final String OFF =
            "The artifacts api feature is not enabled for your organization. Please contact support";

    private final Organization organization;

    ArtifactsResource(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Reply answer(AuthenticatedCall call) {
        if (!call.is("GET", 1)) {
            return SemaphoreResponses.oops();
        }
        var scope = call.parameters().text("scope");
        if (!scope.equals("jobs")) {
            return Reply.bare(
                    400, scope.isEmpty() ? "scope must be present" : "scope must be one of: projects, workflows, jobs");
        }
        var id = call.parameters().text("scope_id");
        if (!SeededIds.isUuid(id)) {
            return Reply.bare(400, "scope_id must be a valid UUID");
        }
        if (!organization.settings().hasArtifactsApi()) {
            return Reply.bare(403, OFF);
        }
        var job = organization.job(id);
        if (job.isEmpty()) {
            return SemaphoreResponses.string(404, "Not found");
        }
        if (!call.may(Permission.VIEW, job.get().pipeline().workflow().project())) {
            return SemaphoreResponses.permissionDenied();
        }
        var uploaded = organization.settings().uploadedLog();
        var path = call.parameters().text("path");
        if (uploaded.isEmpty() || !(path.isEmpty() || path.equals("agent"))) {
            return SemaphoreResponses.string(404, "Artifacts not found");
        }
        var answer = SemaphoreResponses.object();
        list(answer.putArray("artifacts"), path, uploaded);
        return SemaphoreResponses.value(200, answer);
    }

    /** Not what is in folders. */
    private static void list(ArrayNode artifacts, String path, String uploaded) {
        if (path.isEmpty()) {
            artifacts.addObject().put("is_directory", true).put("name", "agent").put("path", "agent");
        } else {
            artifacts
                    .addObject()
                    .put("is_directory", false)
                    .put("name", uploaded)
                    .put("path", "agent/" + uploaded)
                    .put("size", 24_576);
        }
    }
}
