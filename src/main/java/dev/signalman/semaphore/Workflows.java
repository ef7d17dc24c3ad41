package dev.signalman.semaphore;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Page;
import dev.signalman.domain.Workflow;
import dev.signalman.domain.WorkflowStart;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Workflows: started, read, repeated, stopped. */
public interface Workflows {
    /**
     * Starts a workflow. Semaphore knows no token that would make this safe to repeat.
     *
     * @param commit forty hexadecimal digits in lower case, of a branch; null for the newest of the reference
     * @param file always sent: Semaphore's own default is no setting of the project (docs/semaphore.md, "A run")
     */
    WorkflowStart run(
            String projectId, GitRef ref, @Nullable String commit, String file, Map<String, String> parameters);

    /** Reads one workflow. */
    Workflow describe(String workflowId);

    /** Lists workflows, newest first, one page. */
    Page<Workflow> list(Filter filter, @Nullable String page);

    /** Starts the same workflow anew; the same token gives the same ids again. */
    WorkflowStart rerun(String workflowId, String requestToken);

    /** Stops every pipeline of the workflow that is not done; stopping a done one is no failure. */
    void stop(String workflowId);

    /**
     * What a list is narrowed to; null leaves a filter out.
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

        /** All workflows of a project. */
        public static Filter ofProject(String projectId) {
            return new Filter(projectId, null, null, null, null, null, null);
        }

        /** The same, of one reference. */
        public Filter on(GitRef ref) {
            return new Filter(projectId, ref.branchName(), createdAfter, createdBefore, requesterId, label, pageSize);
        }

        /** The same, created between two times; null leaves an end open. */
        public Filter created(@Nullable Instant after, @Nullable Instant before) {
            return new Filter(projectId, branchName, after, before, requesterId, label, pageSize);
        }

        /** The same, so many on a page. */
        public Filter pageOf(int size) {
            return new Filter(projectId, branchName, createdAfter, createdBefore, requesterId, label, size);
        }
    }
}
