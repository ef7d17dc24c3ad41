package dev.signalman.domain;

/**
 * A deployment target of a project.
 *
 * @param stateMessage empty unless something is wrong
 * @param cordoned whether deploys to it are switched off
 * @param access who may promote what
 * @param updatedBy the account that changed it last; empty if Semaphore does not say
 */
public record DeploymentTarget(
        String id,
        String name,
        String projectId,
        String description,
        String url,
        State state,
        String stateMessage,
        boolean cordoned,
        TargetAccess access,
        String updatedBy) {

    public enum State {
        SYNCING,
        USABLE,
        UNUSABLE,
        CORDONED,
        UNKNOWN
    }
}
