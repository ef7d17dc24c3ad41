package dev.signalman.dispatch;

import java.time.Duration;

/**
 * When this process last checked that it still owns something. A paused process does not notice the pause, and others take over what it
 * owns after 8 s ({@code Heartbeat.DEAD_AFTER}). So a check that is older than half of that is repeated before anything is done outside. It
 * is measured by the monotonic clock, which goes on during a pause.
 */
public record LeaseFreshness(long since) {
    private static final long HOLDS = Duration.ofSeconds(4).toNanos();

    /** Starts now; call it before the check. */
    public static LeaseFreshness begin() {
        return new LeaseFreshness(System.nanoTime());
    }

    /** Whether the check is so old that somebody else may own it now. */
    public boolean over() {
        return System.nanoTime() - since > HOLDS;
    }
}
