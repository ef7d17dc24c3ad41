package dev.signalman.semaphore;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Page;
import dev.signalman.domain.PeriodicTask;
import dev.signalman.domain.TaskRun;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists and runs a project's periodic tasks. */
public interface Tasks {
    /** Lists tasks, one page. */
    Page<PeriodicTask> list(String projectId, @Nullable String page);

    /** The latest runs of a task, by hand or by schedule. */
    List<TaskRun> runs(String taskId);

    /**
     * Runs a task now. Semaphore ignores parameters that the task does not have.
     *
     * @param ref a branch or tag; null for the task's setting
     * @param file null for the task's setting
     * @return the id of the workflow that it started
     */
    String runNow(String taskId, @Nullable GitRef ref, @Nullable String file, Map<String, String> parameters);
}
