package dev.signalman.slack.socket;

import java.time.Duration;

/** Decides when to open the next socket: soon after one that lasted, later after each that did not. */
final class ReconnectBackoff {
    private final SocketTimeouts socketTimeouts;
    private Duration next;
    private long notBefore = System.nanoTime();

    ReconnectBackoff(SocketTimeouts socketTimeouts) {
        this.socketTimeouts = socketTimeouts;
        this.next = socketTimeouts.first();
    }

    boolean over() {
        return System.nanoTime() - notBefore >= 0;
    }

    /** Schedules the next attempt, at the earliest after {@code asked}; returns the wait. */
    Duration failed(Duration asked) {
        var wait = asked.compareTo(next) > 0 ? asked : next;
        next = next.multipliedBy(2).compareTo(socketTimeouts.longest()) > 0
                ? socketTimeouts.longest()
                : next.multipliedBy(2);
        notBefore = System.nanoTime() + wait.toNanos();
        return wait;
    }

    /** A socket lasted long enough that its end is not a failed attempt. */
    void stood() {
        next = socketTimeouts.first();
    }
}
