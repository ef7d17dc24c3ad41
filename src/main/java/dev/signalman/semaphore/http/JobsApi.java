package dev.signalman.semaphore.http;

import feign.Param;
import feign.RequestLine;

/** API calls for jobs, except logs. */
interface JobsApi {
    @RequestLine("GET /api/v1alpha/jobs/{id}")
    WireJob describe(@Param("id") String id);

    @RequestLine("POST /api/v1alpha/jobs/{id}/stop")
    void stop(@Param("id") String id);
}
