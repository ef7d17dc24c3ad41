package dev.signalman.semaphore.http;

import dev.signalman.domain.Deployment;
import dev.signalman.domain.DeploymentTarget;
import dev.signalman.domain.Page;
import dev.signalman.semaphore.DeploymentTargets;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deployment targets over HTTP. */
final class FeignDeploymentTargets implements DeploymentTargets {
    private final DeploymentTargetsApi api;
    private final ApiCaller apiCaller;

    FeignDeploymentTargets(DeploymentTargetsApi api, ApiCaller apiCaller) {
        this.api = api;
        this.apiCaller = apiCaller;
    }

    @Override
    public List<DeploymentTarget> list(String projectId) {
        return apiCaller.read(
                "deployment_targets.list",
                () -> api.list(Map.of("project_id", projectId)).map(WireTarget::toTarget));
    }

    @Override
    public DeploymentTarget describe(String targetId) {
        var id = PathSegment.of(targetId);
        return apiCaller.read(
                "deployment_targets.describe", () -> api.describe(id).toTarget());
    }

    @Override
    public Page<Deployment> history(String targetId, @Nullable String page) {
        var id = PathSegment.of(targetId);
        var query = page == null ? Map.<String, Object>of() : olderThan(page);
        return apiCaller.read(
                "deployment_targets.history", () -> api.history(id, query).toPage());
    }

    @Override
    public DeploymentTarget change(String targetId, Change change, String uniqueToken) {
        var id = PathSegment.of(targetId);
        var body = new LinkedHashMap<String, Object>();
        body.put("unique_token", uniqueToken);
        if (change.subjects() != null) {
            body.put(
                    "subject_rules",
                    change.subjects().stream()
                            .map(each -> Map.of("type", each.type(), "subject_id", each.id()))
                            .toList());
        }
        if (change.refs() != null) {
            body.put(
                    "object_rules",
                    change.refs().stream()
                            .map(each ->
                                    Map.of("type", each.type(), "match_mode", each.mode(), "pattern", each.pattern()))
                            .toList());
        }
        return apiCaller.act(
                "deployment_targets.update", () -> api.change(id, body).toTarget());
    }

    @Override
    public void activate(String targetId) {
        var id = PathSegment.of(targetId);
        apiCaller.act("deployment_targets.activate", () -> api.activate(id));
    }

    @Override
    public void deactivate(String targetId) {
        var id = PathSegment.of(targetId);
        apiCaller.act("deployment_targets.deactivate", () -> api.deactivate(id));
    }

    private static Map<String, Object> olderThan(String cursor) {
        if (!cursor.matches("[1-9][0-9]{0,17}")) {
            throw new SemaphoreException(Kind.REFUSED, "There is no such page", false);
        }
        return Map.of("cursor_type", "BEFORE", "cursor_value", cursor);
    }

    /** The calls about deployment targets. */
    interface DeploymentTargetsApi {
        @RequestLine("GET /api/v1alpha/deployment_targets")
        ListResponse<WireTarget> list(@QueryMap Map<String, Object> query);

        @RequestLine("GET /api/v1alpha/deployment_targets/{id}")
        WireTarget describe(@Param("id") String id);

        @RequestLine("GET /api/v1alpha/deployment_targets/{id}/history")
        WireHistory history(@Param("id") String id, @QueryMap Map<String, Object> query);

        @RequestLine("PATCH /api/v1alpha/deployment_targets/{id}")
        @Headers("Content-Type: application/json")
        WireTarget change(@Param("id") String id, Map<String, Object> body);

        @RequestLine("PATCH /api/v1alpha/deployment_targets/{id}/activate")
        void activate(@Param("id") String id);

        @RequestLine("PATCH /api/v1alpha/deployment_targets/{id}/deactivate")
        void deactivate(@Param("id") String id);
    }
}
