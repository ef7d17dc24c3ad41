package dev.signalman.dispatch;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/** Delays between retries: exponential backoff from 1 s with factor 2, up to a limit. */
public enum RetrySchedule {
    /** For work that somebody waits for: at most 30 s. */
    ANSWER(Duration.ofSeconds(30)),
    /** For background work: at most a minute. */
    BACKGROUND(Duration.ofMinutes(1));

    private final Duration longest;

    RetrySchedule(Duration longest) {
        this.longest = longest;
    }

    /** The delay after a failure that follows {@code failures} consecutive ones. */
    public Duration after(int failures) {
        var intervals = IntervalFunction.ofExponentialBackoff(Duration.ofSeconds(1), 2, longest);
        return Duration.ofMillis(intervals.apply(failures + 1));
    }

    /** The longest delay. */
    public Duration longest() {
        return longest;
    }
}
