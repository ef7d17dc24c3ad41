package dev.signalman.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promotion through a deployment target.
 *
 * @param pipelineId the promoted pipeline; null until it is scheduled
 * @param promotedFrom the pipeline it was promoted from
 * @param promotion the promotion's name
 * @param state {@code STARTED} means that the pipeline was scheduled, not that the deploy passed
 */
public record Deployment(
        String id,
        String targetId,
        String promotedFrom,
        @Nullable String pipelineId,
        String promotion,
        String triggeredBy,
        @Nullable Instant triggered,
        State state,
        String stateMessage,
        List<EnvVar> environment) {

    /** How far the scheduling is. */
    public enum State {
        PENDING,
        STARTED,
        FAILED,
        UNKNOWN
    }
}
