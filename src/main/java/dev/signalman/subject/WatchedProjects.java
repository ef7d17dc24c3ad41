package dev.signalman.subject;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The projects that some channel subscribed to. */
@FunctionalInterface
public interface WatchedProjects {
    /**
     * All visible ones, each once.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when they cannot be read
     */
    List<WatchedProject> all();

    /**
     * A project with subscribers.
     *
     * @param fromTheirStart whether some channel wants its pipelines from their start
     * @param since start of the oldest subscription; null for always
     */
    record WatchedProject(
            String projectId,
            boolean fromTheirStart,
            @Nullable Instant since) {
        /** A project that was always subscribed to. */
        public WatchedProject(String projectId, boolean fromTheirStart) {
            this(projectId, fromTheirStart, null);
        }

        /** Merges two subscribers' wishes for the same project. */
        public WatchedProject and(WatchedProject other) {
            return new WatchedProject(
                    projectId,
                    fromTheirStart || other.fromTheirStart,
                    since == null || other.since == null ? null : since.isBefore(other.since) ? since : other.since);
        }
    }
}
