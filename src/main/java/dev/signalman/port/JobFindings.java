package dev.signalman.port;

import dev.signalman.dispatch.RowChange;
import org.jspecify.annotations.Nullable;

/** Remembers what was found out about failed jobs, for the card of their pipeline. */
public interface JobFindings {
    /**
     * Stores how a job failed, in the invocation's transaction.
     *
     * @param exitCode of the command that failed; null when unknown
     * @param history how the job ended in earlier runs, as a clause; empty when unknown
     */
    RowChange failed(String pipelineId, String jobId, @Nullable Integer exitCode, String history);
}
