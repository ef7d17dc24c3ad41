package dev.signalman.domain;

import java.util.List;

/**
 * A task that a project runs on a schedule or on demand.
 *
 * @param cron empty when it only runs on demand
 */
public record PeriodicTask(
        String id,
        String name,
        String projectId,
        String branch,
        String cron,
        String pipelineFile,
        boolean recurring,
        boolean paused,
        List<TaskParameter> parameters) {

    /** A parameter of a task. */
    public record TaskParameter(
            String name, boolean required, String defaultValue, List<String> options, String description) {}
}
