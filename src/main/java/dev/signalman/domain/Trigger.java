package dev.signalman.domain;

import org.jspecify.annotations.Nullable;

/**
 * What started a pipeline.
 *
 * @param userId the Semaphore user who did; null when it was no user, as for an automatic promotion
 * @param login that user's login at the git host, where it is certain; else null
 * @param author who pushed the commit, by their name at the git host. For a rerun this may be another person than the
 *     user. Null when no push started it
 */
public record Trigger(
        Kind kind,
        @Nullable String userId,
        @Nullable String login,
        @Nullable String author) {
    /** A pipeline started by the person who pushed. */
    public Trigger(Kind kind, @Nullable String userId, @Nullable String login) {
        this(kind, userId, login, login);
    }

    /** The ways in which a pipeline starts. */
    public enum Kind {
        WORKFLOW,
        PROMOTION,
        AUTO_PROMOTION,
        PARTIAL_REBUILD,
        UNKNOWN
    }
}
