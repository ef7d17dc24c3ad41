package dev.signalman.semaphore.http;

import dev.signalman.domain.Job;
import dev.signalman.domain.JobLog;
import dev.signalman.semaphore.Jobs;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs over HTTP. */
final class FeignJobs implements Jobs {
    private static final String UPLOADS = "agent";
    private static final List<String> UPLOADED_LOGS = List.of("job_logs.txt", "job_logs.txt.gz");

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

    @Override
    public @Nullable String uploadedLog(String jobId) {
        var query = new QueryParameters()
                .with("scope", "jobs")
                .with("scope_id", PathSegment.of(jobId))
                .with("path", UPLOADS)
                .parameters();
        var names = apiCaller.read(
                "artifacts.list", () -> Optional.ofNullable(api.artifacts(query).first(UPLOADED_LOGS)));
        return names.map(name -> UPLOADS + "/" + name).orElse(null);
    }
}
