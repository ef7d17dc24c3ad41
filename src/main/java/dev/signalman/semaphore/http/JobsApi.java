package dev.signalman.semaphore.http;

import feign.Param;
import feign.RequestLine;
import feign.Response;

/** The calls about jobs, and the two ways to a job's log. */
interface JobsApi {
    @RequestLine("GET /api/v1alpha/jobs/{id}")
    WireJob describe(@Param("id") String id);

    @RequestLine("POST /api/v1alpha/jobs/{id}/stop")
    void stop(@Param("id") String id);

    /** The log of a job, as events; it may redirect, and it may be long. */
    @RequestLine("GET /api/v1alpha/logs/{id}")
    Response events(@Param("id") String id);

    /** The log of a job, as text; it may redirect, and it may be long. */
    @RequestLine("GET /jobs/{id}/plain_logs.json")
    Response plain(@Param("id") String id);
}
