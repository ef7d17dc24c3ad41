package dev.signalman.playground;

import java.time.Duration;

/** How fast the simulated jobs run: the tour is impatient. */
enum TourPace {
    /** Slow enough to watch. */
    WATCHED(1),
    /** As fast as possible. */
    HURRIED(20);

    private final int times;

    TourPace(int times) {
        this.times = times;
    }

    Duration of(int seconds) {
        return Duration.ofSeconds(seconds).dividedBy(times);
    }
}
