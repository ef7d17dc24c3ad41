package dev.signalman.domain;

/**
 * An environment that Semaphore guards.
 *
 * @param stateMessage empty unless something is wrong
 * @param cordoned whether deploys to it are switched off
 */
public record DeploymentTarget(
        String id,
        String name,
        String projectId,
        String description,
        String url,
        State state,
        String stateMessage,
        boolean cordoned) {

    /** Whether it can be deployed to. */
    public enum State {
        SYNCING,
        USABLE,
        UNUSABLE,
        CORDONED,
        UNKNOWN
    }
}
