package dev.signalman.simulator.semaphore;

import java.time.Instant;

/**
 * A workflow, which has no state of its own.
 *
 * @param branchName a branch, {@code refs/tags/…} or {@code pull-request-…}
 * @param settledAt before that, hook, commit and branch are unknown, as for workflows just run by the API
 * @param requester who pushed or asked
 * @param author who pushed, by their name at the git host; for a run, the requester's name; for a rerun, the original
 *     author
 */
public record SimulatedWorkflow(
        String id,
        SimulatedProject project,
        String branchId,
        String branchName,
        SimulatedCommit commit,
        String hookId,
        String initialPipelineId,
        SemaphoreUser requester,
        String author,
        TriggeredBy triggeredBy,
        String rerunOf,
        Instant createdAt,
        Instant settledAt) {

    /** Whether its hook, commit and branch are known at {@code now}. */
    public boolean isSettled(Instant now) {
        return !now.isBefore(settledAt);
    }

    /** The value for filters: the branch's or tag's name, or the pull request's number. */
    public String label() {
        if (branchName.startsWith("refs/tags/")) {
            return branchName.substring("refs/tags/".length());
        }
        return branchName.startsWith("pull-request-") ? branchName.substring("pull-request-".length()) : branchName;
    }
}
