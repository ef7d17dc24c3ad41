package dev.signalman.feature.outofband;

import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * A promotion that ran.
 *
 * @param pipeline the promoted pipeline
 * @param parentId the pipeline that was promoted
 * @param event Semaphore's record of the promotion
 */
record ObservedPromotion(Pipeline pipeline, String parentId, Promotion event) {
    /** The Semaphore account that promoted; null if Semaphore did by itself. */
    @Nullable
    String account() {
        return event.automatic() ? null : event.triggeredBy();
    }
}
