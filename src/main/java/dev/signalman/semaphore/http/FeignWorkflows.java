package dev.signalman.semaphore.http;

import static dev.signalman.semaphore.http.WireMapping.needed;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Page;
import dev.signalman.domain.Workflow;
import dev.signalman.domain.WorkflowStart;
import dev.signalman.semaphore.Workflows;
import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Workflows over HTTP. */
final class FeignWorkflows implements Workflows {
    private final WorkflowsApi api;
    private final ApiCaller apiCaller;

    FeignWorkflows(WorkflowsApi api, ApiCaller apiCaller) {
        this.api = api;
        this.apiCaller = apiCaller;
    }

    @Override
    public WorkflowStart run(
            String projectId, GitRef ref, @Nullable String commit, String file, Map<String, String> parameters) {
        var body = new QueryParameters()
                .with("project_id", projectId)
                .with("reference", ref.reference())
                .with("commit_sha", commit)
                .with("pipeline_file", file)
                .with("parameters", parameters.isEmpty() ? null : parameters)
                .body();
        return apiCaller.act("workflows.run", () -> api.run(body).toStart());
    }

    @Override
    public Workflow describe(String workflowId) {
        var id = PathSegment.of(workflowId);
        return apiCaller.read("workflows.describe", () -> api.describe(id).toWorkflow());
    }

    @Override
    public Page<Workflow> list(Filter filter, @Nullable String page) {
        var asked = PageNumber.asked(page);
        var query = new QueryParameters()
                .with("project_id", filter.projectId())
                .with("branch_name", filter.branchName())
                .after("created_after", filter.createdAfter())
                .before("created_before", filter.createdBefore())
                .with("requester_id", filter.requesterId())
                .with("label", filter.label())
                .with("page_size", filter.pageSize())
                .page(asked)
                .parameters();
        return apiCaller.read("workflows.list", () -> api.list(query).page(asked, WireWorkflow::toWorkflow));
    }

    @Override
    public WorkflowStart rerun(String workflowId, String requestToken) {
        var id = PathSegment.of(workflowId);
        var query = RequestToken.query(requestToken);
        return apiCaller.act("workflows.rerun", () -> api.reschedule(id, query).toStart());
    }

    @Override
    public void stop(String workflowId) {
        var id = PathSegment.of(workflowId);
        apiCaller.act("workflows.stop", () -> api.terminate(id));
    }

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
}
