package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A promotion that was triggered.
 *
 * @param triggeredBy a user's id, or {@link #BY_ITSELF}
 * @param dueAt when its pipeline gets scheduled, or fails to be
 * @param scheduledPipelineId null while it is on its way, and for ever when it failed
 */
public record PromotionEvent(
        String id,
        SimulatedPipeline pipeline,
        PromotionPlan plan,
        String triggeredBy,
        Instant triggeredAt,
        boolean override,
        Map<String, String> variables,
        Instant dueAt,
        boolean fails,
        @Nullable String scheduledPipelineId) {

    /** Who triggers automatic promotions. */
    public static final String BY_ITSELF = "Pipeline Done request";

    /** Whether the attempt to schedule is over at {@code now}. */
    public boolean isSettled(Instant now) {
        return !now.isBefore(dueAt);
    }

    PromotionEvent scheduled(String pipelineId) {
        return new PromotionEvent(
                id, pipeline, plan, triggeredBy, triggeredAt, override, variables, dueAt, fails, pipelineId);
    }
}
