package dev.signalman.feature.lookout;

import java.time.Instant;

/**
 * How far a project was looked through. It is kept in Semaphore's own time once something was seen, so that a clock of ours that
 * is set back hides nothing.
 *
 * @param from nothing earlier is looked for: when the project was watched first
 * @param seen the latest moment of a pipeline that was seen
 * @param looked when it was looked at last, by our clock; only to take turns
 */
record Mark(Moment moment, Instant from, Instant seen, Instant looked) {
    /** The project is watched from {@code now} on. */
    static Mark first(Moment moment, Instant now) {
        return new Mark(moment, now, now, Instant.EPOCH);
    }
}
