package dev.signalman.feature.pipelines;

import java.time.Duration;

/**
 * How often a pipeline is looked at again: at the interval of the configuration for the first minutes, then ever more rarely.
 *
 * @param interval the shortest wait
 */
public record Patience(Duration interval) {
    private static final int STEADY = 60;
    private static final int MOST = 2_000;
    private static final int SLOWEST = 12;
    private static final int MOST_MISSES = 20;

    Duration wait(int attempt) {
        return interval.multipliedBy(Math.min(SLOWEST, 1 + Math.max(0, attempt - STEADY) / 10));
    }

    /** A pipeline that was only just started may not be found for a moment; later it is gone, or hidden from us. */
    boolean givesUpMissing(int attempt) {
        return attempt >= MOST_MISSES;
    }

    boolean endsAfter(int attempt) {
        return attempt >= MOST;
    }
}
