package dev.signalman.simulator.semaphore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A task and its runs. Guarded by its organization. */
public final class SimulatedTask {
    /** One run, with who asked for it. */
    public record Trigger(Instant at, SemaphoreUser by, String branch, String file, String workflowId) {}

    private final String id;
    private final SimulatedProject project;
    private final TaskPlan plan;
    private final SemaphoreUser creator;
    private final Instant updatedAt;
    private final List<Trigger> triggers = new ArrayList<>();

    SimulatedTask(String id, SimulatedProject project, TaskPlan plan, SemaphoreUser creator, Instant updatedAt) {
        this.id = id;
        this.project = project;
        this.plan = plan;
        this.creator = creator;
        this.updatedAt = updatedAt;
    }

    public String id() {
        return id;
    }

    public SimulatedProject project() {
        return project;
    }

    public TaskPlan plan() {
        return plan;
    }

    public SemaphoreUser creator() {
        return creator;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Newest first. */
    public List<Trigger> triggers() {
        return List.copyOf(triggers);
    }

    public void ran(Trigger trigger) {
        triggers.add(0, trigger);
    }
}
