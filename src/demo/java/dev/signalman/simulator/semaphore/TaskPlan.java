package dev.signalman.simulator.semaphore;

import java.util.ArrayList;
import java.util.List;

/**
 * A task: a pipeline file that runs on a schedule or by hand.
 *
 * @param cron {@code ""} when run only by hand
 */
public record TaskPlan(
        String name,
        String branch,
        String pipelineFile,
        String cron,
        boolean paused,
        List<PromotionParameter> parameters) {

    public TaskPlan {
        parameters = List.copyOf(parameters);
    }

    /** A task that runs the main file on main, by hand. */
    public static TaskPlan task(String name) {
        return new TaskPlan(name, "main", SimulatedProject.MAIN_FILE, "", false, List.of());
    }

    public TaskPlan at(String schedule) {
        return new TaskPlan(name, branch, pipelineFile, schedule, paused, parameters);
    }

    public TaskPlan pause() {
        return new TaskPlan(name, branch, pipelineFile, cron, true, parameters);
    }

    public TaskPlan parameter(PromotionParameter parameter) {
        var more = new ArrayList<>(parameters);
        more.add(parameter);
        return new TaskPlan(name, branch, pipelineFile, cron, paused, more);
    }
}
