package dev.signalman.semaphore.http;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.Map;

/** API calls for tasks. */
interface TasksApi {
    @RequestLine("GET /api/v1alpha/tasks")
    ListResponse<WireTask> list(@QueryMap Map<String, Object> query);

    @RequestLine("GET /api/v1alpha/tasks/{id}")
    WireTask.Described describe(@Param("id") String id);

    @RequestLine("POST /api/v1alpha/tasks/{id}/run_now")
    @Headers("Content-Type: application/json")
    WireTask.Started runNow(@Param("id") String id, Map<String, Object> body);
}
