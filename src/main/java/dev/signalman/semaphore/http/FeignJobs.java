package dev.signalman.semaphore.http;

import dev.signalman.domain.Job;
import dev.signalman.domain.JobLog;
import dev.signalman.semaphore.Jobs;

/** Jobs over HTTP. */
final class FeignJobs implements Jobs {
    private final JobLogFinder.JobsApi api;
    private final JobLogFinder logs;
    private final ApiCaller apiCaller;

    FeignJobs(JobLogFinder.JobsApi api, JobLogFinder logs, ApiCaller apiCaller) {
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
    public String failureReason(String jobId) {
        var id = PathSegment.of(jobId);
        return apiCaller.read("troubleshoot.job", () -> api.troubleshoot(id).reason());
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
}
