package dev.signalman.semaphore.http;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Page;
import dev.signalman.domain.PeriodicTask;
import dev.signalman.domain.TaskRun;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.semaphore.Tasks;
import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tasks over HTTP. */
final class FeignTasks implements Tasks {
    private final TasksApi api;
    private final ApiCaller apiCaller;

    FeignTasks(TasksApi api, ApiCaller apiCaller) {
        this.api = api;
        this.apiCaller = apiCaller;
    }

    @Override
    public Page<PeriodicTask> list(String projectId, @Nullable String page) {
        var asked = PageNumber.asked(page);
        var query =
                new QueryParameters().with("project_id", projectId).page(asked).parameters();
        return apiCaller.read("tasks.list", () -> api.list(query).page(asked, WireTask::toTask));
    }

    @Override
    public List<TaskRun> runs(String taskId) {
        var id = PathSegment.of(taskId);
        return apiCaller.read("tasks.describe", () -> api.describe(id).toRuns());
    }

    @Override
    public String runNow(String taskId, @Nullable GitRef ref, @Nullable String file, Map<String, String> parameters) {
        var id = PathSegment.of(taskId);
        var body = new QueryParameters()
                .with("reference", reference(ref == null ? ownReference(id) : ref))
                .with("pipeline_file", file)
                .with("parameters", parameters.isEmpty() ? null : parameters)
                .body();
        return apiCaller.act(
                "tasks.run_now", () -> WireMapping.needed(api.runNow(id, body).workflowId(), "workflow_id"));
    }

    /** The task's own reference, which older servers require (docs/semaphore.md, "Tasks"). */
    private GitRef ownReference(String id) {
        return GitRef.parse(apiCaller
                .read("tasks.describe", () -> api.describe(id).toTask())
                .branch());
    }

    /** The reference as an object: Semaphore refuses the text form in its manual (docs/semaphore.md, "Tasks"). */
    private static Map<String, String> reference(GitRef ref) {
        if (ref.kind() == GitRef.Kind.PULL_REQUEST) {
            throw new SemaphoreException(
                    Kind.REFUSED, "A task runs on a branch or a tag, not on a pull request", false);
        }
        return Map.of("type", ref.kind().name(), "name", ref.name());
    }

    /** The calls about tasks. */
    interface TasksApi {
        @RequestLine("GET /api/v1alpha/tasks")
        ListResponse<WireTask> list(@QueryMap Map<String, Object> query);

        @RequestLine("GET /api/v1alpha/tasks/{id}")
        WireTask.Described describe(@Param("id") String id);

        @RequestLine("POST /api/v1alpha/tasks/{id}/run_now")
        @Headers("Content-Type: application/json")
        WireTask.Started runNow(@Param("id") String id, Map<String, Object> body);
    }
}
