package dev.signalman.subject;

import dev.signalman.dispatch.Row;

/** What is remembered of how pipelines came to be, e.g. {@code Rerun by Bob}: Semaphore only knows our token's owner. */
public interface Stories {
    /** The story of a pipeline; empty when there is none. */
    String of(String pipelineId);

    /** Remembers one in the invocation's own transaction; the newest counts. */
    Row remember(String pipelineId, String words);
}
