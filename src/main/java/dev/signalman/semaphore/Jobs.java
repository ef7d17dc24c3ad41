package dev.signalman.semaphore;

import dev.signalman.domain.Job;
import dev.signalman.domain.JobLog;

/** Jobs: read, stopped, their logs. */
public interface Jobs {
    /** Reads one job. */
    Job describe(String jobId);

    /** Stops a job; stopping a finished one is no failure. */
    void stop(String jobId);

    /**
     * Reads what a job printed.
     *
     * @throws SemaphoreException with kind {@code NOT_FOUND} and Semaphore's reason when there is no log
     */
    JobLog log(String jobId);
}
