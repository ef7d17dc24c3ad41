package dev.signalman.semaphore.http;

import dev.signalman.domain.Page;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Pipelines;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pipelines over HTTP. */
final class FeignPipelines implements Pipelines {
    private final PipelinesApi api;
    private final Calls calls;

    FeignPipelines(PipelinesApi api, Calls calls) {
        this.api = api;
        this.calls = calls;
    }

    @Override
    public Pipeline describe(String pipelineId) {
        var id = PathPart.of(pipelineId);
        return calls.read("pipelines.describe", () -> api.describe(id, Map.of()).toPipeline());
    }

    @Override
    public Pipeline describeInDetail(String pipelineId) {
        var id = PathPart.of(pipelineId);
        return calls.read(
                "pipelines.describe_in_detail",
                () -> api.describe(id, Map.of("detailed", "true")).toPipeline());
    }

    @Override
    public Page<Pipeline> list(Filter filter, @Nullable String page) {
        var asked = PageNumber.asked(page);
        var query = new Query()
                .with("project_id", filter.projectId())
                .with("wf_id", filter.workflowId())
                .with("branch_name", filter.branchName())
                .with("yml_file_path", filter.file())
                .after("created_after", filter.createdAfter())
                .before("created_before", filter.createdBefore())
                .after("done_after", filter.doneAfter())
                .before("done_before", filter.doneBefore())
                .with("label", filter.label())
                .with("page_size", filter.pageSize())
                .page(asked)
                .parameters();
        return calls.read("pipelines.list", () -> api.list(query).page(asked, WirePipeline::toPipeline));
    }

    @Override
    public void stop(String pipelineId) {
        var id = PathPart.of(pipelineId);
        calls.act("pipelines.stop", () -> api.change(id, Map.of("terminate_request", true)));
    }

    @Override
    public String rebuild(String pipelineId, String requestToken) {
        var id = PathPart.of(pipelineId);
        var query = RequestToken.query(requestToken);
        return calls.act(
                "pipelines.rebuild",
                () -> WireMapping.needed(api.rebuild(id, query).pipelineId(), "pipeline_id"));
    }
}
