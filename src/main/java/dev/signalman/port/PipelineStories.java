package dev.signalman.port;

import dev.signalman.dispatch.RowChange;

/**
 * Remembers who started a pipeline through the bot, e.g. {@code Rerun by Bob}: Semaphore only knows the token's owner.
 */
public interface PipelineStories {
    /** A pipeline's story; empty when there is none. */
    String of(String pipelineId);

    /** Stores a story in the invocation's transaction; the newest wins. */
    RowChange remember(String pipelineId, String words);
}
