package dev.signalman.semaphore.http;

import dev.signalman.domain.JobLog;
import dev.signalman.semaphore.SemaphoreException.Kind;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import feign.Response;
import java.io.IOException;
import java.util.Map;

/**
 * Finds a job's log: in the API; at the address the API redirects to, for self-hosted agents; or, on servers without
 * that call, at the older address of the web pages (docs/semaphore.md, "Logs").
 */
final class JobLogFinder {
    private static final String PASS_NOT_TAKEN = "The server that stores this log refused access to it (401)";

    private final JobsApi api;
    private final SelfHostedLogs selfHosted;

    JobLogFinder(JobsApi api, SelfHostedLogs selfHosted) {
        this.api = api;
        this.selfHosted = selfHosted;
    }

    JobLog read(String jobId) {
        try (var answer = api.events(jobId)) {
            if (answer.status() == 200) {
                return events(answer);
            }
            if (answer.status() >= 300 && answer.status() < 400) {
                return selfHosted(answer);
            }
            if (answer.status() == 404) {
                return missing(jobId, answer);
            }
            throw SemaphoreErrors.failure(answer);
        }
    }

    private JobLog selfHosted(Response answer) {
        try (var log = selfHosted.read(answer)) {
            if (log.status()
                    == 401) { // the signature in the address expired or is unknown there; our token was not sent
                throw new CallFailure(Kind.BROKEN, PASS_NOT_TAKEN, false, true, null, null);
            }
            if (log.status() != 200) {
                throw SemaphoreErrors.failure(log);
            }
            return events(log);
        }
    }

    /** Semaphore gives a reason for a missing log, unless it does not know the call at all. */
    private JobLog missing(String jobId, Response answer) {
        var body = SemaphoreErrors.body(answer);
        if (body.isBlank() || body.strip().equals("oops") || ErrorBody.isHtml(body)) {
            return plain(jobId);
        }
        throw SemaphoreErrors.failure(answer, body);
    }

    private JobLog plain(String jobId) {
        try (var answer = api.plain(jobId)) {
            if (answer.status() >= 500 || answer.status() == 429) {
                throw SemaphoreErrors.failure(answer);
            }
            var log = answer.status() == 200 ? LogReader.plain(answer) : null;
            if (log == null) {
                throw CallFailure.refused(Kind.NOT_FOUND, "This log can only be read on Semaphore's web page");
            }
            return log;
        } catch (IOException broken) {
            throw FeignFailureReader.broken(broken);
        }
    }

    private static JobLog events(Response answer) {
        try {
            return LogReader.events(answer);
        } catch (IOException broken) {
            throw FeignFailureReader.broken(broken);
        }
    }

    /** The calls about jobs, and the two ways to a job's log. */
    interface JobsApi {
        @RequestLine("GET /api/v1alpha/jobs/{id}")
        WireJob describe(@Param("id") String id);

        @RequestLine("POST /api/v1alpha/jobs/{id}/stop")
        void stop(@Param("id") String id);

        @RequestLine("GET /api/v1alpha/troubleshoot/job/{id}")
        WireTroubleshoot troubleshoot(@Param("id") String id);

        @RequestLine("GET /api/v1alpha/artifacts")
        WireArtifacts artifacts(@QueryMap Map<String, Object> query);

        /** The log of a job, as events; it may redirect, and it may be long. */
        @RequestLine("GET /api/v1alpha/logs/{id}")
        Response events(@Param("id") String id);

        /** The log of a job, as text; it may redirect, and it may be long. */
        @RequestLine("GET /jobs/{id}/plain_logs.json")
        Response plain(@Param("id") String id);
    }
}
