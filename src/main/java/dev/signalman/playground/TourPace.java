package dev.signalman.playground;

import java.time.Duration;

/** How long what takes a number of seconds on the page really takes: a tour has no patience. */
enum TourPace {
    /** Long enough to be watched. */
    WATCHED(1),
    /** Over before one looks. */
    HURRIED(20);

    private final int times;

    TourPace(int times) {
        this.times = times;
    }

    Duration of(int seconds) {
        return Duration.ofSeconds(seconds).dividedBy(times);
    }
}
