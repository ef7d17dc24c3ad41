package dev.signalman.domain;

import org.jspecify.annotations.Nullable;

/**
 * What set a pipeline off.
 *
 * @param userId the Semaphore user who did it; null when it was no user, as for an automatic promotion
 * @param login that very user's login at the git host, where that is certain; else null
 * @param author who pushed what runs, as the git host calls them; of a rerun too, and perhaps another person than the user; null for what
 *     no push set off
 */
public record Trigger(
        Kind kind,
        @Nullable String userId,
        @Nullable String login,
        @Nullable String author) {
    /** One that a push set off, by the person who pushed. */
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
