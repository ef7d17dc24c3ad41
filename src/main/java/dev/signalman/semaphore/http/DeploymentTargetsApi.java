package dev.signalman.semaphore.http;

import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.Map;

/** API calls for deployment targets. */
interface DeploymentTargetsApi {
    @RequestLine("GET /api/v1alpha/deployment_targets")
    ListResponse<WireTarget> list(@QueryMap Map<String, Object> query);

    @RequestLine("GET /api/v1alpha/deployment_targets/{id}")
    WireTarget describe(@Param("id") String id);

    @RequestLine("GET /api/v1alpha/deployment_targets/{id}/history")
    WireHistory history(@Param("id") String id, @QueryMap Map<String, Object> query);

    @RequestLine("PATCH /api/v1alpha/deployment_targets/{id}/activate")
    void activate(@Param("id") String id);

    @RequestLine("PATCH /api/v1alpha/deployment_targets/{id}/deactivate")
    void deactivate(@Param("id") String id);
}
