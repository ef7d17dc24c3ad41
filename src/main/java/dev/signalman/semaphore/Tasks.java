package dev.signalman.semaphore;

import dev.signalman.domain.GitRef;
import dev.signalman.domain.Page;
import dev.signalman.domain.PeriodicTask;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists and runs a project's periodic tasks. */
public interface Tasks {
    /** Lists tasks, one page. */
    Page<PeriodicTask> list(String projectId, @Nullable String page);

    /**
     * Runs a task now.
     *
     * @param ref a branch or tag; null for the task's setting
     * @param file null for the task's setting
     * @return the id of the workflow that it started
     */
    String runNow(String taskId, @Nullable GitRef ref, @Nullable String file, Map<String, String> parameters);
}
