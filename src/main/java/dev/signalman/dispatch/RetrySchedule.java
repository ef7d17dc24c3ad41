package dev.signalman.dispatch;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/** How long to wait before what failed is tried again: a second at first, twice as long each time, up to a limit. */
public enum RetrySchedule {
    /** For what somebody waits for: at most half a minute. */
    ANSWER(Duration.ofSeconds(30)),
    /** For what nobody waits for: at most a minute. */
    BACKGROUND(Duration.ofMinutes(1));

    private final Duration longest;

    RetrySchedule(Duration longest) {
        this.longest = longest;
    }

    /** How long to wait when so many tries failed in a row before this one. */
    public Duration after(int failures) {
        var intervals = IntervalFunction.ofExponentialBackoff(Duration.ofSeconds(1), 2, longest);
        return Duration.ofMillis(intervals.apply(failures + 1));
    }

    /** The longest wait. */
    public Duration longest() {
        return longest;
    }
}
