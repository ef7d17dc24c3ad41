package dev.signalman.subject;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param since when somebody wanted it first; null for ever
     */
    record WatchedProject(
            String projectId,
            boolean fromTheirStart,
            @Nullable Instant since) {
        /** Wanted for ever. */
        public WatchedProject(String projectId, boolean fromTheirStart) {
            this(projectId, fromTheirStart, null);
        }

        /** The same project, wanted by others too. */
        public WatchedProject and(WatchedProject other) {
            return new WatchedProject(
                    projectId,
                    fromTheirStart || other.fromTheirStart,
                    since == null || other.since == null ? null : since.isBefore(other.since) ? since : other.since);
        }
    }
}
