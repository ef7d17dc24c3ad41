package dev.signalman.semaphore;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Page;
import dev.signalman.domain.Pipeline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pipelines: read, stopped, rebuilt. */
public interface Pipelines {
    /** Reads one pipeline without its blocks, which is cheap. */
    Pipeline describe(String pipelineId);

    /** Reads one pipeline with blocks and jobs. */
    Pipeline describeInDetail(String pipelineId);

    /** Lists pipelines without blocks, newest first, one page. */
    Page<Pipeline> list(Filter filter, @Nullable String page);

    /** Stops a pipeline; stopping a done one is no failure. */
    void stop(String pipelineId);

    /**
     * Repeats the failed jobs in a new pipeline of the same workflow.
     *
     * @return the new pipeline's id, the same again for the same token
     */
    String rebuild(String pipelineId, String requestToken);

    /** What a list is narrowed to; null leaves a filter out, but project or workflow must be given. */
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

        /** All pipelines of a project. */
        public static Filter ofProject(String projectId) {
            return new Filter(projectId, null, null, null, null, null, null, null, null, null);
        }

        /** All pipelines of a workflow. */
        public static Filter ofWorkflow(String workflowId) {
            return new Filter(null, workflowId, null, null, null, null, null, null, null, null);
        }

        /** The same, of one reference. */
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

        /** The same, of one pipeline file. */
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

        /** The same, created between two times; null leaves an end open. */
        public Filter created(@Nullable Instant after, @Nullable Instant before) {
            return new Filter(
                    projectId, workflowId, branchName, file, after, before, doneAfter, doneBefore, label, pageSize);
        }

        /** The same, done between two times; null leaves an end open. */
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

        /** The same, so many on a page. */
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
