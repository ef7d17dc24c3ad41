package dev.signalman.port;

import dev.signalman.domain.Project;
import java.util.Map;

/** What a project's promotions have deployed. Each call reads from Semaphore. */
@FunctionalInterface
public interface LiveDeploys {
    /**
     * The id of the newest promoted pipeline that passed, by the name of its promotion.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be read
     */
    Map<String, String> of(Project project);
}
