package dev.signalman.feature.polling;

import dev.signalman.domain.Pipeline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Marks how far a project was read. Once a pipeline was seen, the mark is in Semaphore's time, so setting the bot's
 * clock back hides nothing.
 *
 * @param from pipelines at or before this are ignored: when the project was first watched, or the end of the last one
 *     in a summary
 * @param seen the latest moment of a pipeline that was seen
 * @param looked when the project was last read, by the bot's clock; only used to take turns
 */
record PollCursor(PollTimestamp moment, Instant from, Instant seen, Instant looked) {
    /** Whether to report a pipeline; one with an unknown moment is reported. */
    boolean concerns(Pipeline pipeline) {
        var at = moment.of(pipeline);
        return at == null || at.isAfter(from);
    }

    /** The cursor of a project that is watched from {@code now} on. */
    static PollCursor first(PollTimestamp pollTimestamp, Instant now) {
        var from = now.truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.MICROS); // lists may have whole seconds only
        return new PollCursor(pollTimestamp, from, from, Instant.EPOCH);
    }
}
