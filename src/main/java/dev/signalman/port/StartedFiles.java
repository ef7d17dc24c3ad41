package dev.signalman.port;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Project;
import java.util.Set;

/** Pipeline files that promotions were seen to start. */
public interface StartedFiles {
    /**
     * The files that a promotion of a project was seen to start, on any branch; empty when unknown.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when they cannot be read
     */
    Set<String> of(Project project, String promotion);

    /** Stores a file in the invocation's transaction. */
    RowChange seen(String projectId, String promotion, String file);
}
