package dev.signalman.feature.pipelines;

import dev.signalman.domain.Pipeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A short digest of what a card shows of a pipeline, to detect changes.
 *
 * @param facts a hash of everything that Semaphore says of the pipeline
 * @param minutes for how many whole minutes an unfinished pipeline ran or waited; 0 for a finished one
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

    /** Parses the text of {@link #toString}; an empty text matches no pipeline. */
    static PipelineCardFingerprint read(String written) {
        int at = written.indexOf('+');
        return at < 0
                ? NEVER
                : new PipelineCardFingerprint(written.substring(0, at), Long.parseLong(written.substring(at + 1)));
    }

    /** Whether nothing but the running time changed. */
    boolean merelyOlderThan(PipelineCardFingerprint before) {
        return facts.equals(before.facts);
    }

    @Override
    public String toString() {
        return facts + "+" + minutes;
    }
}
