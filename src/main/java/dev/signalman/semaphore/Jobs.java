package dev.signalman.semaphore;

import dev.signalman.domain.Job;
import dev.signalman.domain.JobLog;
import org.jspecify.annotations.Nullable;

/** Reads and stops jobs, and reads their logs. */
public interface Jobs {
    Job describe(String jobId);

    /** Why Semaphore failed a job before it started; empty for a job that started, and where it gives no reason. */
    String failureReason(String jobId);

    /** Stops a job. Stopping a finished one is not an error. */
    void stop(String jobId);

    /**
     * Reads a job's log.
     *
     * @throws SemaphoreException with kind {@code NOT_FOUND} and Semaphore's reason when there is no log
     */
    JobLog log(String jobId);

    /**
     * The path of the artifact in which a job's agent uploaded the whole log; null when it did not. Asks for no address of
     * the file, since that would be a credential.
     */
    @Nullable
    String uploadedLog(String jobId);
}
