package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.needed;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.signalman.domain.WorkflowStart;
import org.jspecify.annotations.Nullable;

/** The ids of what was started; running a workflow spells them out, rerunning one shortens them. */
record WireStart(
        @JsonAlias("wf_id") @Nullable String workflowId,
        @JsonAlias("ppl_id") @Nullable String pipelineId) {

    WorkflowStart toStart() {
        return new WorkflowStart(needed(workflowId, "workflow_id"), needed(pipelineId, "pipeline_id"));
    }
}
