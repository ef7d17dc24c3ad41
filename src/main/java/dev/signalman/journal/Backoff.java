package dev.signalman.journal;

import java.time.Duration;

/** The wait after a number of failures: a second, doubled each time, at most a minute. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(1);

    private Backoff() {}

    static Duration after(int failures) {
        var wait = FIRST.multipliedBy(1L << Math.min(failures, 6));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
