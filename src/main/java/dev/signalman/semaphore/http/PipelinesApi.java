package dev.signalman.semaphore.http;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** API calls for pipelines. */
interface PipelinesApi {
    @RequestLine("GET /api/v1alpha/pipelines/{id}")
    WirePipeline.Described describe(@Param("id") String id, @QueryMap Map<String, Object> query);

    @RequestLine("GET /api/v1alpha/pipelines")
    ListResponse<WirePipeline> list(@QueryMap Map<String, Object> query);

    @RequestLine("PATCH /api/v1alpha/pipelines/{id}")
    @Headers("Content-Type: application/json")
    void change(@Param("id") String id, Map<String, Object> body);

    @RequestLine("POST /api/v1alpha/pipelines/{id}/partial_rebuild")
    Rebuilt rebuild(@Param("id") String id, @QueryMap Map<String, Object> query);

    record Rebuilt(@Nullable String pipelineId) {}
}
