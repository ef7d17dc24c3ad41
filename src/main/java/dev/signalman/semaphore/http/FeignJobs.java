package dev.signalman.semaphore.http;

import dev.signalman.domain.Job;
import dev.signalman.domain.JobLog;
import dev.signalman.semaphore.Jobs;

/** Jobs over HTTP. */
final class FeignJobs implements Jobs {
    private final JobsApi api;
    private final JobLogs logs;
    private final Calls calls;

    FeignJobs(JobsApi api, JobLogs logs, Calls calls) {
        this.api = api;
        this.logs = logs;
        this.calls = calls;
    }

    @Override
    public Job describe(String jobId) {
        var id = PathPart.of(jobId);
        return calls.read("jobs.describe", () -> api.describe(id).toJob());
    }

    @Override
    public void stop(String jobId) {
        var id = PathPart.of(jobId);
        calls.act("jobs.stop", () -> api.stop(id));
    }

    @Override
    public JobLog log(String jobId) {
        var id = PathPart.of(jobId);
        return calls.read("jobs.log", () -> logs.read(id));
    }
}
