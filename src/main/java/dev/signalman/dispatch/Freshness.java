package dev.signalman.dispatch;

import java.time.Duration;

/**
 * How long ago this process made sure that something is still its own, by a clock that nobody sets and that goes on while the process is
 * stopped. A process that was stopped does not know; others take over what it owns after {@code Heart.DEAD_AFTER}, 8 s, so whoever made
 * sure more than half of that ago makes sure once more before it does anything outside.
 */
public record Freshness(long since) {
    private static final long HOLDS = Duration.ofSeconds(4).toNanos();

    /** Begins now, before it is made sure of. */
    public static Freshness begin() {
        return new Freshness(System.nanoTime());
    }

    /** Whether that was so long ago that somebody else may own it now. */
    public boolean over() {
        return System.nanoTime() - since > HOLDS;
    }
}
