package dev.signalman.port;

import dev.signalman.dispatch.RowChange;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers who started a pipeline through the bot, e.g. {@code Rerun by Bob}: Semaphore only knows the token's owner.
 */
public interface PipelineStartNotes {
    /** A pipeline's story; empty when there is none. */
    String of(String pipelineId);

    /** The reference that a pipeline was asked to run on, e.g. {@code refs/heads/main}; null when unknown. */
    @Nullable
    String reference(String pipelineId);

    /** Stores a story in the invocation's transaction; the newest wins. */
    default RowChange remember(String pipelineId, String words) {
        return remember(pipelineId, words, null);
    }

    /**
     * Stores a story, and what it was asked to run on.
     *
     * @param reference null keeps an earlier one
     */
    RowChange remember(String pipelineId, String words, @Nullable String reference);

    /** Stores who started a pipeline that has a story, by their id in Slack, in the invocation's transaction. */
    RowChange startedBy(String pipelineId, String userId);

    /** Those of these pipelines that the person started through the bot. */
    Set<String> startedBy(String userId, Collection<String> pipelineIds);
}
