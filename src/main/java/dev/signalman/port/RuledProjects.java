package dev.signalman.port;

import java.util.Set;

/**
 * Projects in which promotion rules apply, so the bot watches them for promotions past it. Features contribute them.
 */
@FunctionalInterface
public interface RuledProjects {
    /**
     * Ids of the projects that the token sees.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when they cannot be read
     */
    Set<String> ids();
}
