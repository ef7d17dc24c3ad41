package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The times of a block.
 *
 * @param startedAt null when it is canceled before its start
 * @param stoppingAt when it was told to stop; else null
 * @param doneAt {@link Timeline#NEVER} while open
 * @param result valid from {@code doneAt} on
 */
public record BlockTimes(
        String name,
        @Nullable Instant startedAt,
        @Nullable Instant stoppingAt,
        Instant doneAt,
        SimulatedResult result,
        SimulatedResultReason reason,
        List<JobTimes> jobs) {

    public BlockTimes {
        jobs = List.copyOf(jobs);
    }

    /** The state at {@code now}. */
    public SimulatedBlockState state(Instant now) {
        if (!now.isBefore(doneAt)) {
            return SimulatedBlockState.DONE;
        }
        if (!hasStarted(now)) {
            return SimulatedBlockState.WAITING;
        }
        return stoppingAt != null && !now.isBefore(stoppingAt)
                ? SimulatedBlockState.STOPPING
                : SimulatedBlockState.RUNNING;
    }

    /** Whether it has an id and jobs at {@code now}. */
    public boolean hasStarted(Instant now) {
        return startedAt != null && !now.isBefore(startedAt);
    }
}
