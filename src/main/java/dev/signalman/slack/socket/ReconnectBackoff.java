package dev.signalman.slack.socket;

import java.time.Duration;

/** When a socket may be opened again: sooner after one that stood for a while, later after each that did not. */
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

    /** Another one is to be opened, at the earliest after {@code asked}; how long that is. */
    Duration failed(Duration asked) {
        var wait = asked.compareTo(next) > 0 ? asked : next;
        next = next.multipliedBy(2).compareTo(socketTimeouts.longest()) > 0
                ? socketTimeouts.longest()
                : next.multipliedBy(2);
        notBefore = System.nanoTime() + wait.toNanos();
        return wait;
    }

    /** A socket stood long enough that its end is no failure of its opening. */
    void stood() {
        next = socketTimeouts.first();
    }
}
