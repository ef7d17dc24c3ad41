package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.needed;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.signalman.domain.WorkflowStart;
import org.jspecify.annotations.Nullable;

/** The ids of a started workflow. The run call has long field names, the rerun call short ones. */
record WireStart(
        @JsonAlias("wf_id") @Nullable String workflowId,
        @JsonAlias("ppl_id") @Nullable String pipelineId) {

    WorkflowStart toStart() {
        return new WorkflowStart(needed(workflowId, "workflow_id"), needed(pipelineId, "pipeline_id"));
    }
}
