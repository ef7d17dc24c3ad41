package dev.signalman.semaphore.http;

import dev.signalman.domain.Page;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Pipelines;
import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pipelines over HTTP. */
final class FeignPipelines implements Pipelines {
    private final PipelinesApi api;
    private final ApiCaller apiCaller;

    FeignPipelines(PipelinesApi api, ApiCaller apiCaller) {
        this.api = api;
        this.apiCaller = apiCaller;
    }

    @Override
    public Pipeline describe(String pipelineId) {
        var id = PathSegment.of(pipelineId);
        return apiCaller.read(
                "pipelines.describe", () -> api.describe(id, Map.of()).toPipeline());
    }

    @Override
    public Pipeline describeInDetail(String pipelineId) {
        var id = PathSegment.of(pipelineId);
        return apiCaller.read(
                "pipelines.describe_in_detail",
                () -> api.describe(id, Map.of("detailed", "true")).toPipeline());
    }

    @Override
    public Page<Pipeline> list(Filter filter, @Nullable String page) {
        var asked = PageNumber.asked(page);
        var query = new QueryParameters()
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
        return apiCaller.read("pipelines.list", () -> api.list(query).page(asked, WirePipeline::toPipeline));
    }

    @Override
    public void stop(String pipelineId) {
        var id = PathSegment.of(pipelineId);
        apiCaller.act("pipelines.stop", () -> api.change(id, Map.of("terminate_request", true)));
    }

    @Override
    public String rebuild(String pipelineId, String requestToken) {
        var id = PathSegment.of(pipelineId);
        var query = RequestToken.query(requestToken);
        return apiCaller.act(
                "pipelines.rebuild",
                () -> WireMapping.needed(api.rebuild(id, query).pipelineId(), "pipeline_id"));
    }

    /** The calls about pipelines. */
    interface PipelinesApi {
        @RequestLine("GET /api/v1alpha/pipelines/{id}")
        WirePipeline.Described describe(@Param("id") String id, @QueryMap Map<String, Object> query);

        @RequestLine("GET /api/v1alpha/pipelines")
        ListResponse<WirePipeline> list(@QueryMap Map<String, Object> query);

        @RequestLine("PATCH /api/v1alpha/pipelines/{id}")
        @Headers("Content-Type: application/json")
        void change(@Param("id") String id, Map<String, Object> body);

        @RequestLine("POST /api/v1alpha/pipelines/{id}/partial_rebuild")
        Rebuilt rebuild(@Param("id") String id, @QueryMap Map<String, Object> query);

        /** What a rebuild answers. */
        record Rebuilt(@Nullable String pipelineId) {}
    }
}
