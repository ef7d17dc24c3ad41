package dev.signalman.slack.socket;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/** When a socket may be opened again: sooner after one that stood for a while, later after each that did not. */
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

    /** Another one is to be opened, at the earliest after {@code asked}; how long that is. */
    Duration failed(Duration asked) {
        var next = Duration.ofMillis(intervals.apply(++failures));
        var wait = asked.compareTo(next) > 0 ? asked : next;
        notBefore = System.nanoTime() + wait.toNanos();
        return wait;
    }

    /** A socket stood long enough that its end is no failure of its opening. */
    void stood() {
        failures = 0;
    }
}
