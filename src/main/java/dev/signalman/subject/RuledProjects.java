package dev.signalman.subject;

import java.util.Set;

/** Projects in which rules of promotion hold, so that what is promoted there past the bot must be seen; features contribute them. */
@FunctionalInterface
public interface RuledProjects {
    /**
     * Their ids, as far as the token sees them.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when it cannot be told which they are
     */
    Set<String> ids();
}
