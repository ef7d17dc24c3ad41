package dev.signalman.subject;

import dev.signalman.dispatch.RowChange;

/** What is remembered of how pipelines came to be, e.g. {@code Rerun by Bob}: Semaphore only knows our token's owner. */
public interface PipelineStories {
    /** The story of a pipeline; empty when there is none. */
    String of(String pipelineId);

    /** Remembers one in the invocation's own transaction; the newest counts. */
    RowChange remember(String pipelineId, String words);
}
