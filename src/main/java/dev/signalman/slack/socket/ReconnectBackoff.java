package dev.signalman.slack.socket;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/** Decides when to open the next socket: soon after one that lasted, later after each that did not. */
final class ReconnectBackoff {
    private final IntervalFunction intervals;
    private int failures;
    private long notBefore = System.nanoTime();

    ReconnectBackoff(SocketTimeouts socketTimeouts) {
        this.intervals = IntervalFunction.ofExponentialBackoff(socketTimeouts.first(), 2, socketTimeouts.longest());
    }

    boolean over() {
        return System.nanoTime() - notBefore >= 0;
    }

    /** Schedules the next attempt, at the earliest after {@code asked}; returns the wait. */
    Duration failed(Duration asked) {
        var next = Duration.ofMillis(intervals.apply(++failures));
        var wait = asked.compareTo(next) > 0 ? asked : next;
        notBefore = System.nanoTime() + wait.toNanos();
        return wait;
    }

    /** A socket lasted long enough that its end is not a failed attempt. */
    void stood() {
        failures = 0;
    }
}
