package dev.signalman.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workflow: what one push, schedule, run or rerun started.
 *
 * @param requesterId the Semaphore user who asked for it; empty for nobody
 * @param rerunOf id of the workflow that it repeats, else null
 */
public record Workflow(
        String id,
        String projectId,
        String initialPipelineId,
        GitRef ref,
        String commit,
        String requesterId,
        @Nullable String rerunOf,
        Cause cause,
        @Nullable Instant created) {

    public enum Cause {
        HOOK,
        SCHEDULE,
        API,
        MANUAL_RUN,
        UNKNOWN
    }
}
