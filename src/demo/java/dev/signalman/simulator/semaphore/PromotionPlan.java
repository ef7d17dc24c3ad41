package dev.signalman.simulator.semaphore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promotion in a pipeline file.
 *
 * @param pipelineFile the file that it starts, from the repository's root
 * @param deploymentTarget name of its target, or null
 */
public record PromotionPlan(
        String name,
        String pipelineFile,
        List<PromotionParameter> parameters,
        @Nullable String deploymentTarget,
        AutoPromotion automatic) {

    public PromotionPlan {
        parameters = List.copyOf(parameters);
    }

    /** A promotion that somebody has to trigger. */
    public static PromotionPlan promotion(String name, String pipelineFile, PromotionParameter... parameters) {
        return new PromotionPlan(name, pipelineFile, List.of(parameters), null, AutoPromotion.NEVER);
    }

    public PromotionPlan guardedBy(String target) {
        return new PromotionPlan(name, pipelineFile, parameters, target, automatic);
    }

    public PromotionPlan automatically(AutoPromotion when) {
        return new PromotionPlan(name, pipelineFile, parameters, deploymentTarget, when);
    }
}
