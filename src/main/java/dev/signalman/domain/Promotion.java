package dev.signalman.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A triggered promotion.
 *
 * @param triggeredBy a Semaphore user's id, or {@link #AUTOMATIC}
 * @param status whether the promoted pipeline could be scheduled; it says nothing about how the deploy went
 * @param pipelineId the promoted pipeline; null until it is scheduled
 */
public record Promotion(
        String name,
        @Nullable Instant triggered,
        String triggeredBy,
        boolean override,
        Status status,
        @Nullable String pipelineId) {

    /** What Semaphore names as the promoter of an automatic promotion. */
    public static final String AUTOMATIC = "Pipeline Done request";

    /** How far the scheduling of the promoted pipeline is. */
    public enum Status {
        PROCESSING,
        PASSED,
        FAILED,
        UNKNOWN
    }

    /** Whether Semaphore itself promoted, by the rule in the pipeline's file. */
    public boolean automatic() {
        return triggeredBy.equals(AUTOMATIC);
    }
}
