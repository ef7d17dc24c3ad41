package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.needed;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.signalman.domain.WorkflowStart;
import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls about workflows. */
interface WorkflowsApi {
    @RequestLine("POST /api/v1alpha/plumber-workflows")
    @Headers("Content-Type: application/json")
    WireStart run(Map<String, Object> body);

    @RequestLine("GET /api/v1alpha/plumber-workflows/{id}")
    WireWorkflow.Described describe(@Param("id") String id);

    @RequestLine("GET /api/v1alpha/plumber-workflows")
    ListResponse<WireWorkflow> list(@QueryMap Map<String, Object> query);

    @RequestLine("POST /api/v1alpha/plumber-workflows/{id}/reschedule")
    WireStart reschedule(@Param("id") String id, @QueryMap Map<String, Object> query);

    @RequestLine("POST /api/v1alpha/plumber-workflows/{id}/terminate")
    void terminate(@Param("id") String id);

    /** The ids of what was started; running a workflow spells them out, rerunning one shortens them. */
    record WireStart(
            @JsonAlias("wf_id") @Nullable String workflowId,
            @JsonAlias("ppl_id") @Nullable String pipelineId) {

        WorkflowStart toStart() {
            return new WorkflowStart(needed(workflowId, "workflow_id"), needed(pipelineId, "pipeline_id"));
        }
    }
}
