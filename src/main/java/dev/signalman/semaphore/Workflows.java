package dev.signalman.semaphore;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Page;
import dev.signalman.domain.Workflow;
import dev.signalman.domain.WorkflowStart;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts, reads, reruns and stops workflows. */
public interface Workflows {
    /**
     * Starts a workflow. Semaphore has no request token for this, so it is not safe to repeat.
     *
     * @param commit of a branch, as forty lower-case hexadecimal digits; null for the newest
     * @param file always sent, since Semaphore's default is not the project's setting (docs/semaphore.md, "A run")
     */
    WorkflowStart run(
            String projectId, GitRef ref, @Nullable String commit, String file, Map<String, String> parameters);

    /** Reads one workflow. */
    Workflow describe(String workflowId);

    /** Lists workflows, newest first, one page. */
    Page<Workflow> list(Filter filter, @Nullable String page);

    /** Starts the workflow again; the same token returns the same ids. */
    WorkflowStart rerun(String workflowId, String requestToken);

    /** Stops the workflow's unfinished pipelines. Stopping a finished workflow is not an error. */
    void stop(String workflowId);

    /**
     * Filters of a list; null leaves a filter out.
     *
     * @param label a branch's or tag's name, or a pull request's number
     */
    record Filter(
            String projectId,
            @Nullable String branchName,
            @Nullable Instant createdAfter,
            @Nullable Instant createdBefore,
            @Nullable String requesterId,
            @Nullable String label,
            @Nullable Integer pageSize) {

        public static Filter ofProject(String projectId) {
            return new Filter(projectId, null, null, null, null, null, null);
        }

        /** Adds a filter on a reference. */
        public Filter on(GitRef ref) {
            return new Filter(projectId, ref.branchName(), createdAfter, createdBefore, requesterId, label, pageSize);
        }

        /** Adds a filter on the creation time; null leaves an end open. */
        public Filter created(@Nullable Instant after, @Nullable Instant before) {
            return new Filter(projectId, branchName, after, before, requesterId, label, pageSize);
        }

        /** Sets the number of workflows per page. */
        public Filter pageOf(int size) {
            return new Filter(projectId, branchName, createdAfter, createdBefore, requesterId, label, size);
        }
    }
}
