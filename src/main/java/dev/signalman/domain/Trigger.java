package dev.signalman.domain;

import org.jspecify.annotations.Nullable;

/**
 * What set a pipeline off.
 *
 * @param userId the Semaphore user who did it; null when it was no user, as for an automatic promotion
 * @param login that user's login at the git host, where Semaphore knows it
 */
public record Trigger(
        Kind kind, @Nullable String userId, @Nullable String login) {
    /** The ways in which a pipeline starts. */
    public enum Kind {
        WORKFLOW,
        PROMOTION,
        AUTO_PROMOTION,
        PARTIAL_REBUILD,
        UNKNOWN
    }
}
