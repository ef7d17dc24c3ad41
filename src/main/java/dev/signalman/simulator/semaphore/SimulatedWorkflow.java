package dev.signalman.simulator.semaphore;

import java.time.Instant;

/**
 * A workflow, which has no state of its own.
 *
 * @param branchName a branch, {@code refs/tags/…} or {@code pull-request-…}
 * @param settledAt until then hook, commit and branch are unknown, as of every workflow that the API has just run
 * @param requester who pushed or asked
 * @param author who pushed, as the git host calls them; of what was run the name of who asked, and of a rerun that of the first time
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

    /** What it is filtered by: the branch's name, the tag's, or the number of the pull request. */
    public String label() {
        if (branchName.startsWith("refs/tags/")) {
            return branchName.substring("refs/tags/".length());
        }
        return branchName.startsWith("pull-request-") ? branchName.substring("pull-request-".length()) : branchName;
    }
}
