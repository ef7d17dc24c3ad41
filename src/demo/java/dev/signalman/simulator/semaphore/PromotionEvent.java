package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A triggered promotion.
 *
 * @param triggeredBy a user's id, or {@link #BY_ITSELF}
 * @param listedAt when it appears in the list, after the trigger was answered
 * @param dueAt when its pipeline is scheduled, or fails to be
 * @param scheduledPipelineId null before that, and after a failure
 * @param looked whether its deployment target was asked a second time; true without a target
 * @param denial the target's reason when it rejected the promotion, which then never appears in the list; else null
 */
public record PromotionEvent(
        String id,
        SimulatedPipeline pipeline,
        PromotionPlan plan,
        String triggeredBy,
        Instant triggeredAt,
        boolean override,
        Map<String, String> variables,
        Instant listedAt,
        Instant dueAt,
        boolean fails,
        @Nullable String scheduledPipelineId,
        boolean looked,
        @Nullable String denial) {

    /** Who triggers automatic promotions. */
    public static final String BY_ITSELF = "Pipeline Done request";

    /** Whether the attempt to schedule is over at {@code now}. */
    public boolean isSettled(Instant now) {
        return !now.isBefore(dueAt);
    }

    /** Whether it is in the list at {@code now}. */
    public boolean isListed(Instant now) {
        return looked && denial == null && !now.isBefore(listedAt);
    }

    PromotionEvent scheduled(String pipelineId) {
        return with(pipelineId, looked, denial);
    }

    /** @param refusal why it is turned away, or null */
    PromotionEvent lookedAt(@Nullable String refusal) {
        return with(scheduledPipelineId, true, refusal);
    }

    private PromotionEvent with(@Nullable String pipelineId, boolean seen, @Nullable String refusal) {
        return new PromotionEvent(
                id,
                pipeline,
                plan,
                triggeredBy,
                triggeredAt,
                override,
                variables,
                listedAt,
                dueAt,
                fails,
                pipelineId,
                seen,
                refusal);
    }
}
