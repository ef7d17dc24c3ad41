package dev.signalman.feature.polling;

import java.time.Duration;

/**
 * How often a project is polled.
 *
 * @param every the time from the end of one poll to the start of the next
 */
public record PollInterval(Duration every) {
    private static final int INTERVALS = 3;

    /** Three times the interval at which a single pipeline is polled. */
    public static PollInterval of(Duration interval) {
        return new PollInterval(interval.multipliedBy(INTERVALS));
    }
}
