package dev.signalman.port;

/** What is closed in Semaphore so that nobody promotes there past the rules. Whoever may pass the rules all the same has to get through. */
public interface DeployBarriers {
    /**
     * Opens what a freeze closed for one promotion that goes now; it is closed again within a minute. What a lock closed, or somebody
     * else, stays closed.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore does not do it
     */
    void openFor(String projectId, String promotion);
}
