package dev.signalman.subject;

import java.util.List;

/** The projects of which some channel wants to hear. */
@FunctionalInterface
public interface WatchedProjects {
    /**
     * All of them that can be seen, each once.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be told which they are
     */
    List<WatchedProject> all();

    /**
     * One of them.
     *
     * @param fromTheirStart whether some channel wants its pipelines before they are done
     */
    record WatchedProject(String projectId, boolean fromTheirStart) {}
}
