package dev.signalman.port;

/**
 * Deployment targets that the bot deactivated in Semaphore so that nobody promotes past the rules. They must be opened
 * for a person who may break the glass, and for a promotion that was scheduled for the end of the freeze.
 */
public interface TargetReactivation {
    /**
     * Activates the targets that a freeze deactivated, for one promotion that follows at once; while the freeze
     * holds, they are deactivated again within a minute. A target that a lock or somebody else deactivated stays so.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore fails
     */
    void reactivateFor(String projectId, String promotion);
}
