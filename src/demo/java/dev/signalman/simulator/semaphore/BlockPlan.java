package dev.signalman.simulator.semaphore;

import java.util.List;

/**
 * A planned block: jobs that start together.
 *
 * @param after blocks that must pass first
 */
public record BlockPlan(String name, List<String> after, List<JobPlan> jobs) {
    public BlockPlan {
        after = List.copyOf(after);
        jobs = List.copyOf(jobs);
    }
}
