package dev.signalman.dispatch;

import java.time.Duration;

/**
 * The time of this process's last check that it still owns its work. A process does not notice that it was paused, and
 * other instances take its work over after 8 s ({@code Heartbeat.DEAD_AFTER}). So a check older than 4 s is repeated
 * before any external call. The monotonic clock is used, since it keeps running during a pause.
 */
public record LeaseFreshness(long since) {
    private static final long HOLDS = Duration.ofSeconds(4).toNanos();

    /** The current time; call this before the check. */
    public static LeaseFreshness begin() {
        return new LeaseFreshness(System.nanoTime());
    }

    /** Whether another instance may own the work now. */
    public boolean over() {
        return System.nanoTime() - since > HOLDS;
    }
}
