package dev.signalman.feature.polling;

import java.time.Duration;

/**
 * How often a project is looked through.
 *
 * @param every from the end of one turn to the begin of the next
 */
public record PollInterval(Duration every) {
    private static final int INTERVALS = 3;

    /** Every three of the intervals at which a pipeline is asked about. */
    public static PollInterval of(Duration interval) {
        return new PollInterval(interval.multipliedBy(INTERVALS));
    }
}
