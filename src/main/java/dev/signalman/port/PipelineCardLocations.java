package dev.signalman.port;

import dev.signalman.domain.Place;
import java.util.List;

/** Finds the cards of pipelines, and the messages in their threads. */
public interface PipelineCardLocations {
    /** The ids of the channels in which a pipeline has a card. Deleted cards do not count. */
    List<String> channels(String pipelineId);

    /** Whether a pipeline has a card in any channel. */
    default boolean any(String pipelineId) {
        return !channels(pipelineId).isEmpty();
    }

    /**
     * The channels in which a pipeline has a card with no {@code Delivery.UnderPipeline} of this topic.
     *
     * @return ids, in a fixed order
     */
    List<String> lacking(String pipelineId, String topic);

    /**
     * The pipeline whose card started a thread; else all pipelines with a card in the thread.
     *
     * @return pipeline ids; empty outside threads
     */
    List<String> pipelines(Place thread);
}
