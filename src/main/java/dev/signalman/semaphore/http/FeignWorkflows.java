package dev.signalman.semaphore.http;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Page;
import dev.signalman.domain.Workflow;
import dev.signalman.domain.WorkflowStart;
import dev.signalman.semaphore.Workflows;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Workflows over HTTP. */
final class FeignWorkflows implements Workflows {
    private final WorkflowsApi api;
    private final Calls calls;

    FeignWorkflows(WorkflowsApi api, Calls calls) {
        this.api = api;
        this.calls = calls;
    }

    @Override
    public WorkflowStart run(
            String projectId, GitRef ref, @Nullable String commit, String file, Map<String, String> parameters) {
        var body = new Query()
                .with("project_id", projectId)
                .with("reference", ref.reference())
                .with("commit_sha", commit)
                .with("pipeline_file", file)
                .with("parameters", parameters.isEmpty() ? null : parameters)
                .body();
        return calls.act("workflows.run", () -> api.run(body).toStart());
    }

    @Override
    public Workflow describe(String workflowId) {
        var id = PathPart.of(workflowId);
        return calls.read("workflows.describe", () -> api.describe(id).toWorkflow());
    }

    @Override
    public Page<Workflow> list(Filter filter, @Nullable String page) {
        var asked = PageNumber.asked(page);
        var query = new Query()
                .with("project_id", filter.projectId())
                .with("branch_name", filter.branchName())
                .after("created_after", filter.createdAfter())
                .before("created_before", filter.createdBefore())
                .with("requester_id", filter.requesterId())
                .with("label", filter.label())
                .with("page_size", filter.pageSize())
                .page(asked)
                .parameters();
        return calls.read("workflows.list", () -> api.list(query).page(asked, WireWorkflow::toWorkflow));
    }

    @Override
    public WorkflowStart rerun(String workflowId, String requestToken) {
        var id = PathPart.of(workflowId);
        var query = RequestToken.query(requestToken);
        return calls.act("workflows.rerun", () -> api.reschedule(id, query).toStart());
    }

    @Override
    public void stop(String workflowId) {
        var id = PathPart.of(workflowId);
        calls.act("workflows.stop", () -> api.terminate(id));
    }
}
