package dev.signalman.subject;

import dev.signalman.dispatch.RowChange;
import dev.signalman.domain.Project;
import java.util.Set;

/** Which pipeline files promotions started before, as far as that can be told. */
public interface StartedFiles {
    /**
     * Those that a promotion of a project was seen to start, on whatever branch; empty when none is known.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be told
     */
    Set<String> of(Project project, String promotion);

    /** Remembers one, in the invocation's own transaction. */
    RowChange seen(String projectId, String promotion, String file);
}
