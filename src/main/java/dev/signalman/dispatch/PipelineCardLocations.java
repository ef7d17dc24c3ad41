package dev.signalman.dispatch;

import java.util.List;

/** Where pipelines have a card. One whose message somebody deleted stands nowhere any more. */
@FunctionalInterface
public interface PipelineCardLocations {
    /** The channels in which a pipeline has one. */
    List<String> channels(String pipelineId);

    /** Whether a pipeline has one in any channel. */
    default boolean any(String pipelineId) {
        return !channels(pipelineId).isEmpty();
    }
}
