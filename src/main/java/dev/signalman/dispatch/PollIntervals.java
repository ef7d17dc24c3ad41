package dev.signalman.dispatch;

import java.time.Duration;

/**
 * How often what cards show is looked at.
 *
 * @param interval at which a pipeline is asked about while it is not done, as the configuration says
 * @param moment until the next look at what should change any moment
 */
public record PollIntervals(Duration interval, Duration moment) {
    /** So long is a moment. */
    public static final Duration MOMENT = Duration.ofSeconds(1);

    /** For so long what comes of a pipeline is looked for after its end. */
    public static final Duration AFTERWARDS = Duration.ofDays(1);

    private static final Duration STEADY = Duration.ofHours(6);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration SELDOM = Duration.ofMinutes(1);
    private static final int SOON = 30;
    private static final int LATER = 200;
    private static final int FAMILY = 6;
    private static final int SLOWEST = 12;
    private static final int MOST_MISSES = 20;
    private static final int MOST_ATTEMPTS = 2_000;

    /** Until the next look at a pipeline that is not done: the interval, and after six hours a dozen of them. */
    public Duration between(Duration age) {
        return age.compareTo(STEADY) < 0 ? interval : interval.multipliedBy(SLOWEST);
    }

    /** Until the next look at what came of a project's pipelines. */
    public Duration betweenProjects() {
        return interval.multipliedBy(FAMILY);
    }

    /** Until the next look at what should change any moment, after so many that found nothing. */
    public Duration soon(int tries) {
        if (tries < SOON) {
            return moment;
        }
        return tries < LATER ? moment.multipliedBy(5) : SELDOM;
    }

    /** Until the next try after so many failures in a row, or so many tries. */
    public Duration wait(int failures) {
        return interval.multipliedBy(Math.min(SLOWEST, 1 + failures / 4));
    }

    /** A pipeline that was only just started may not be found for a moment; later it is gone, or hidden from us. */
    public boolean givesUpMissing(int misses) {
        return misses >= MOST_MISSES;
    }

    /** Whether nothing was found for so many tries that it is time to say so. */
    public boolean endsAfter(int attempts) {
        return attempts >= MOST_ATTEMPTS;
    }

    /** Whether a pipeline has not ended for so long that it never will. */
    public boolean outlasts(Duration age) {
        return age.compareTo(LONGEST) >= 0;
    }
}
