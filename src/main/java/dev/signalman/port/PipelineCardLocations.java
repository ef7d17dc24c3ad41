package dev.signalman.port;

import dev.signalman.domain.Place;
import java.util.List;

/** Where pipelines have a card, and what was said there. */
public interface PipelineCardLocations {
    /** The channels in which a pipeline has a card. One whose message somebody deleted stands nowhere any more. */
    List<String> channels(String pipelineId);

    /** Whether a pipeline has one in any channel. */
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
     * The pipeline whose card began a thread; where something else began it, all whose cards stand in it.
     *
     * @return ids; none outside threads
     */
    List<String> pipelines(Place thread);
}
