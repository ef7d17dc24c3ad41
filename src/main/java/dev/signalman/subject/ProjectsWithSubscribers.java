package dev.signalman.subject;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The projects that some channel subscribed to. */
@FunctionalInterface
public interface ProjectsWithSubscribers {
    /**
     * All visible ones, each once.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when they cannot be read
     */
    List<SubscribedProject> all();

    /**
     * A project with subscribers.
     *
     * @param fromTheirStart whether some channel wants its pipelines from their start
     * @param since start of the oldest subscription; null for always
     */
    record SubscribedProject(
            String projectId,
            boolean fromTheirStart,
            @Nullable Instant since) {
        /** A project that was always subscribed to. */
        public SubscribedProject(String projectId, boolean fromTheirStart) {
            this(projectId, fromTheirStart, null);
        }

        /** Merges two subscribers' wishes for the same project. */
        public SubscribedProject and(SubscribedProject other) {
            return new SubscribedProject(
                    projectId,
                    fromTheirStart || other.fromTheirStart,
                    since == null || other.since == null ? null : since.isBefore(other.since) ? since : other.since);
        }
    }
}
