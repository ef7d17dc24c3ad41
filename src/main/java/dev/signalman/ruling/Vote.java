package dev.signalman.ruling;

import org.jspecify.annotations.Nullable;

/**
 * A person's vote on a request. Whether they may vote is judged each time the votes are counted.
 *
 * @param name as cards show it
 * @param approves false for a rejection
 * @param factor the id of the second factor that was given with it; null for none
 */
public record Vote(
        String userId,
        String name,
        boolean approves,
        @Nullable String factor) {
    /** A vote without a second factor. */
    public Vote(String userId, String name, boolean approves) {
        this(userId, name, approves, null);
    }

    /** The name, and whether a second factor stood behind the vote. */
    public String credited() {
        return name + factorNote();
    }

    /** What follows the name where a second factor stood behind the vote. */
    public String factorNote() {
        return factor == null ? "" : " (2FA)";
    }
}
