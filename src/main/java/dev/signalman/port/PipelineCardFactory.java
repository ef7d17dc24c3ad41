package dev.signalman.port;

import dev.signalman.card.PipelineCard;
import dev.signalman.domain.Pipeline;

/** Makes the cards of pipelines. Whoever shows one asks here, so that a pipeline looks the same wherever it stands. */
@FunctionalInterface
public interface PipelineCardFactory {
    /**
     * The card of a pipeline that was read in detail.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when what was promoted from it cannot be read
     */
    PipelineCard of(Pipeline pipeline);
}
