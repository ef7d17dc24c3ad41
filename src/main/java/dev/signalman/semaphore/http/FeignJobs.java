package dev.signalman.semaphore.http;

import dev.signalman.domain.Job;
import dev.signalman.domain.JobLog;
import dev.signalman.semaphore.Jobs;
import feign.Param;
import feign.RequestLine;
import feign.Response;

/** Jobs over HTTP. */
final class FeignJobs implements Jobs {
    private final JobsApi api;
    private final JobLogFinder logs;
    private final ApiCaller apiCaller;

    FeignJobs(JobsApi api, JobLogFinder logs, ApiCaller apiCaller) {
        this.api = api;
        this.logs = logs;
        this.apiCaller = apiCaller;
    }

    @Override
    public Job describe(String jobId) {
        var id = PathSegment.of(jobId);
        return apiCaller.read("jobs.describe", () -> api.describe(id).toJob());
    }

    @Override
    public void stop(String jobId) {
        var id = PathSegment.of(jobId);
        apiCaller.act("jobs.stop", () -> api.stop(id));
    }

    @Override
    public JobLog log(String jobId) {
        var id = PathSegment.of(jobId);
        return apiCaller.read("jobs.log", () -> logs.read(id));
    }

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
}
