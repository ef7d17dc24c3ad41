package dev.signalman.feature.subscriptions;

import dev.signalman.semaphore.SemaphoreException;
import java.time.Duration;

/** How often a pipeline is looked for again that cannot be read, and with which waits. */
final class Retry {
    /** A pipeline may be hinted at before it can be read; after a minute it is gone, or hidden from us. */
    private static final int MOST_MISSES = 6;

    /** Some day: what the lookout hinted at once, it does not hint at again. */
    private static final int MOST = 1_400;

    private static final int LONGEST_DOUBLING = 6;

    private Retry() {}

    static boolean givesUp(SemaphoreException failure, int attempt) {
        return switch (failure.kind()) {
            case UNREACHABLE, BROKEN, LIMITED, BAD_TOKEN -> attempt >= MOST;
            default -> attempt >= MOST_MISSES;
        };
    }

    /** A second, doubled each time, at most about a minute. */
    static Duration after(int attempt) {
        return Duration.ofSeconds(1L << Math.min(attempt, LONGEST_DOUBLING));
    }
}
