package dev.signalman.semaphore.http;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.Map;

/** API calls for workflows. */
interface WorkflowsApi {
    @RequestLine("POST /api/v1alpha/plumber-workflows")
    @Headers("Content-Type: application/json")
    WireStart run(Map<String, Object> body);

    @RequestLine("GET /api/v1alpha/plumber-workflows/{id}")
    WireWorkflow.Described describe(@Param("id") String id);

    @RequestLine("GET /api/v1alpha/plumber-workflows")
    ListResponse<WireWorkflow> list(@QueryMap Map<String, Object> query);

    @RequestLine("POST /api/v1alpha/plumber-workflows/{id}/reschedule")
    WireStart reschedule(@Param("id") String id, @QueryMap Map<String, Object> query);

    @RequestLine("POST /api/v1alpha/plumber-workflows/{id}/terminate")
    void terminate(@Param("id") String id);
}
