package dev.signalman.port;

import dev.signalman.card.PipelineCard;
import dev.signalman.domain.Pipeline;

/** Makes the cards of pipelines, so that a pipeline looks the same everywhere. */
@FunctionalInterface
public interface PipelineCardFactory {
    /**
     * The card of a pipeline that was read with its details.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when the pipelines promoted from it cannot be read
     */
    PipelineCard of(Pipeline pipeline);
}
