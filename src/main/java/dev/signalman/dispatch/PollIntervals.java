package dev.signalman.dispatch;

import java.time.Duration;

/**
 * Intervals at which Semaphore is polled for what cards show.
 *
 * @param interval the configured interval for a pipeline that is not done
 * @param moment the interval for a change that is expected at any moment
 */
public record PollIntervals(Duration interval, Duration moment) {
    /** The usual {@code moment}. */
    public static final Duration MOMENT = Duration.ofSeconds(1);

    /** How long after a pipeline's end its promotions are looked for. */
    public static final Duration AFTERWARDS = Duration.ofDays(1);

    private static final Duration LONG_RUNNING = Duration.ofHours(6);
    private static final Duration OLDEST = Duration.ofDays(7);
    private static final Duration SLOW = Duration.ofMinutes(1);
    private static final int QUICK_TRIES = 30;
    private static final int FREQUENT_TRIES = 200;
    private static final int PROJECT_FACTOR = 6;
    private static final int SLOWEST_FACTOR = 12;
    private static final int MOST_MISSES = 20;
    private static final int MOST_ATTEMPTS = 2_000;

    /** The delay for a pipeline that is not done: the interval, and twelve times as long after six hours. */
    public Duration whileRunning(Duration age) {
        return age.compareTo(LONG_RUNNING) < 0 ? interval : interval.multipliedBy(SLOWEST_FACTOR);
    }

    /** The delay for a project whose pipelines ended. */
    public Duration forProjects() {
        return interval.multipliedBy(PROJECT_FACTOR);
    }

    /** The delay for a change that is expected at any moment, after {@code tries} without one. */
    public Duration whileExpected(int tries) {
        if (tries < QUICK_TRIES) {
            return moment;
        }
        return tries < FREQUENT_TRIES ? moment.multipliedBy(5) : SLOW;
    }

    /** The delay after {@code failures} consecutive failures or tries. */
    public Duration afterFailures(int failures) {
        return interval.multipliedBy(Math.min(SLOWEST_FACTOR, 1 + failures / 4));
    }

    /**
     * Whether a pipeline that was not found {@code misses} times is gone or hidden. A new one may not be found at
     * first.
     */
    public boolean givesUpMissing(int misses) {
        return misses >= MOST_MISSES;
    }

    /** Whether to stop and report after {@code attempts} without a result. */
    public boolean endsAfter(int attempts) {
        return attempts >= MOST_ATTEMPTS;
    }

    /** Whether a pipeline is so old that it will never end. */
    public boolean outlasts(Duration age) {
        return age.compareTo(OLDEST) >= 0;
    }
}
