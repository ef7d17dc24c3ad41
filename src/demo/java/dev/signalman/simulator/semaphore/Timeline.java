package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline's past and future times; its state is a function of these and the clock.
 *
 * @param runningAt null when it ends before any block runs
 * @param stoppingAt when it was told to stop while running; else null
 * @param doneAt {@link #NEVER} while a job waits to be told
 * @param result valid from {@code doneAt} on
 */
public record Timeline(
        Instant createdAt,
        @Nullable Instant pendingAt,
        @Nullable Instant queuingAt,
        @Nullable Instant runningAt,
        @Nullable Instant stoppingAt,
        Instant doneAt,
        SimulatedResult result,
        SimulatedResultReason reason,
        String error,
        List<BlockTimes> blocks) {

    /** Later than any clock. */
    public static final Instant NEVER = Instant.MAX;

    public Timeline {
        blocks = List.copyOf(blocks);
    }

    /** The state at {@code now}. */
    public SimulatedPipelineState state(Instant now) {
        if (reached(doneAt, now)) {
            return SimulatedPipelineState.DONE;
        }
        if (reached(stoppingAt, now)) {
            return SimulatedPipelineState.STOPPING;
        }
        if (reached(runningAt, now)) {
            return SimulatedPipelineState.RUNNING;
        }
        if (reached(queuingAt, now)) {
            return SimulatedPipelineState.QUEUING;
        }
        return reached(pendingAt, now) ? SimulatedPipelineState.PENDING : SimulatedPipelineState.INITIALIZING;
    }

    /** Whether {@code moment} is past at {@code now}. */
    public static boolean reached(@Nullable Instant moment, Instant now) {
        return moment != null && !now.isBefore(moment);
    }
}
