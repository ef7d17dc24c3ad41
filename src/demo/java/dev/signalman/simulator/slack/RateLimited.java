package dev.signalman.simulator.slack;

/** A 429 on its way to the caller. */
final class RateLimited extends RuntimeException {
    private final long seconds;

    RateLimited(long seconds) {
        super("Too many; wait " + seconds + " s");
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }
}
