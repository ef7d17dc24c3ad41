package dev.signalman.feature.pipelines;

import dev.signalman.domain.Pipeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What a card shows of a pipeline, in short, to tell whether that changed.
 *
 * @param facts stands for all that Semaphore says of it
 * @param minutes for how long it had run, or waited; cards of what goes on say so in whole minutes
 */
record PipelineCardFingerprint(String facts, long minutes) {
    private static final PipelineCardFingerprint NEVER = new PipelineCardFingerprint("", 0);

    static PipelineCardFingerprint of(Pipeline pipeline, Instant now) {
        var facts = UUID.nameUUIDFromBytes(pipeline.toString().getBytes(StandardCharsets.UTF_8));
        return new PipelineCardFingerprint(facts.toString(), pipeline.done() ? 0 : minutes(pipeline, now));
    }

    private static long minutes(Pipeline pipeline, Instant now) {
        var times = pipeline.times();
        var began =
                times.running() != null ? times.running() : times.queued() != null ? times.queued() : times.created();
        return began == null || began.isAfter(now)
                ? 0
                : Duration.between(began, now).toMinutes();
    }

    /** Reads what {@link #toString} wrote; nothing at all for an empty text. */
    static PipelineCardFingerprint read(String written) {
        int at = written.indexOf('+');
        return at < 0
                ? NEVER
                : new PipelineCardFingerprint(written.substring(0, at), Long.parseLong(written.substring(at + 1)));
    }

    /** Whether only time went by since. */
    boolean merelyOlderThan(PipelineCardFingerprint before) {
        return facts.equals(before.facts);
    }

    @Override
    public String toString() {
        return facts + "+" + minutes;
    }
}
