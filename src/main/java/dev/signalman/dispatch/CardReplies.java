package dev.signalman.dispatch;

import java.util.List;

/** Under which cards of a pipeline something was said already. */
@FunctionalInterface
public interface CardReplies {
    /**
     * The channels in which a pipeline has a card with no {@link Delivery.UnderPipeline} of this topic.
     *
     * @return ids, in a fixed order
     */
    List<String> lacking(String pipelineId, String topic);
}
