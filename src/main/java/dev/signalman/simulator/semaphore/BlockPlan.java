package dev.signalman.simulator.semaphore;

import java.util.List;

/**
 * Jobs that start together.
 *
 * @param after the blocks that have to pass first
 */
public record BlockPlan(String name, List<String> after, List<JobPlan> jobs) {
    public BlockPlan {
        after = List.copyOf(after);
        jobs = List.copyOf(jobs);
    }
}
