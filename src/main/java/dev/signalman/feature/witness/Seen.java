package dev.signalman.feature.witness;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;

/**
 * A promotion that ran.
 *
 * @param pipeline the promoted pipeline
 * @param parentId the pipeline that was promoted
 * @param event what Semaphore says of the promotion
 */
record Seen(Pipeline pipeline, String parentId, Promotion event) {}
