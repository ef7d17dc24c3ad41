package dev.signalman.semaphore.http;

import feign.Param;
import feign.RequestLine;
import feign.Response;

/** The two calls for a job's log. They return raw responses: one may redirect, and both may be long. */
interface LogsApi {
    @RequestLine("GET /api/v1alpha/logs/{id}")
    Response events(@Param("id") String id);

    @RequestLine("GET /jobs/{id}/plain_logs.json")
    Response plain(@Param("id") String id);
}
