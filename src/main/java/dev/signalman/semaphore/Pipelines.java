package dev.signalman.semaphore;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Page;
import dev.signalman.domain.Pipeline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads, lists, stops and rebuilds pipelines. */
public interface Pipelines {
    /** Reads one pipeline without its blocks, which is cheap. */
    Pipeline describe(String pipelineId);

    /** Reads one pipeline with blocks and jobs. */
    Pipeline describeInDetail(String pipelineId);

    /** Lists pipelines without blocks, newest first, one page. */
    Page<Pipeline> list(Filter filter, @Nullable String page);

    /** Stops a pipeline. Stopping a finished one is not an error. */
    void stop(String pipelineId);

    /**
     * Repeats the failed jobs in a new pipeline of the same workflow.
     *
     * @return the new pipeline's id; the same id for the same token
     */
    String rebuild(String pipelineId, String requestToken);

    /** Filters of a list. Null leaves a filter out, but project or workflow is required. */
    record Filter(
            @Nullable String projectId,
            @Nullable String workflowId,
            @Nullable String branchName,
            @Nullable String file,
            @Nullable Instant createdAfter,
            @Nullable Instant createdBefore,
            @Nullable Instant doneAfter,
            @Nullable Instant doneBefore,
            @Nullable String label,
            @Nullable Integer pageSize) {

        public static Filter ofProject(String projectId) {
            return new Filter(projectId, null, null, null, null, null, null, null, null, null);
        }

        public static Filter ofWorkflow(String workflowId) {
            return new Filter(null, workflowId, null, null, null, null, null, null, null, null);
        }

        /** Adds a filter on a reference. */
        public Filter on(GitRef ref) {
            return new Filter(
                    projectId,
                    workflowId,
                    ref.branchName(),
                    file,
                    createdAfter,
                    createdBefore,
                    doneAfter,
                    doneBefore,
                    label,
                    pageSize);
        }

        /** Adds a filter on a pipeline file. */
        public Filter of(@Nullable String file) {
            return new Filter(
                    projectId,
                    workflowId,
                    branchName,
                    file,
                    createdAfter,
                    createdBefore,
                    doneAfter,
                    doneBefore,
                    label,
                    pageSize);
        }

        /** Adds a filter on the creation time; null leaves an end open. */
        public Filter created(@Nullable Instant after, @Nullable Instant before) {
            return new Filter(
                    projectId, workflowId, branchName, file, after, before, doneAfter, doneBefore, label, pageSize);
        }

        /** Adds a filter on the time when the pipeline was done; null leaves an end open. */
        public Filter done(@Nullable Instant after, @Nullable Instant before) {
            return new Filter(
                    projectId,
                    workflowId,
                    branchName,
                    file,
                    createdAfter,
                    createdBefore,
                    after,
                    before,
                    label,
                    pageSize);
        }

        /** Sets the number of pipelines per page. */
        public Filter pageOf(int size) {
            return new Filter(
                    projectId,
                    workflowId,
                    branchName,
                    file,
                    createdAfter,
                    createdBefore,
                    doneAfter,
                    doneBefore,
                    label,
                    size);
        }
    }
}
