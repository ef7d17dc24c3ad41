package dev.signalman.feature.outofband;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;

/**
 * A promotion that ran.
 *
 * @param pipeline the promoted pipeline
 * @param parentId the pipeline that was promoted
 * @param event Semaphore's record of the promotion
 */
record ObservedPromotion(Pipeline pipeline, String parentId, Promotion event) {}
