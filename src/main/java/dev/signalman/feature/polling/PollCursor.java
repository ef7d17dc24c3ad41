package dev.signalman.feature.polling;

import dev.signalman.domain.Pipeline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far a project was looked through. It is kept in Semaphore's own time once something was seen, so that a clock of ours that
 * is set back hides nothing.
 *
 * @param from nothing that was earlier, or just then, is looked for: when the project was watched first, or the end of the last
 *     one that was summed up
 * @param seen the latest moment of a pipeline that was seen
 * @param looked when it was looked at last, by our clock; only to take turns
 */
record PollCursor(PollTimestamp moment, Instant from, Instant seen, Instant looked) {
    /** Whether a pipeline is to be looked at; one whose moment is not known is. */
    boolean concerns(Pipeline pipeline) {
        var at = moment.of(pipeline);
        return at == null || at.isAfter(from);
    }

    /** The project is watched from {@code now} on. */
    static PollCursor first(PollTimestamp pollTimestamp, Instant now) {
        var from =
                now.truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.MICROS); // lists may know whole seconds alone
        return new PollCursor(pollTimestamp, from, from, Instant.EPOCH);
    }
}
