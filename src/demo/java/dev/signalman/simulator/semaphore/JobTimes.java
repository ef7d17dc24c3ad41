package dev.signalman.simulator.semaphore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of a job.
 *
 * @param startedAt null when it never gets a machine
 * @param stoppingAt when it was told to stop; else null
 * @param finishedAt {@link Timeline#NEVER} while open
 */
public record JobTimes(
        JobPlan plan,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant stoppingAt,
        Instant finishedAt,
        SimulatedResult outcome,
        int exitCode,
        String log) {

    /** The state at {@code now}, which is not before its creation. */
    public SimulatedJobState state(Instant now) {
        if (!now.isBefore(finishedAt)) {
            return SimulatedJobState.FINISHED;
        }
        if (stoppingAt != null && !now.isBefore(stoppingAt)) {
            return SimulatedJobState.STOPPING;
        }
        return startedAt == null || now.isBefore(startedAt) ? SimulatedJobState.ENQUEUED : SimulatedJobState.RUNNING;
    }
}
