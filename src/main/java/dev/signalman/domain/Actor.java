package dev.signalman.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, as Slack's payload says it; what that person may do is asked elsewhere, never read from here.
 *
 * @param userId Slack's id of the person
 * @param name the name shown when nothing better is known
 * @param teamId the workspace or organisation the person belongs to; null where Slack leaves it out
 */
public record Actor(String userId, String name, @Nullable String teamId) {
    /** Nobody in particular: something happened, and nobody can be told. */
    public static final Actor NOBODY = named("");

    /** The bot itself, where it is to be named. */
    public static final Actor ITSELF = named("Signalman");

    /** Somebody whose account in Slack is not known. */
    public static Actor named(String name) {
        return new Actor("", name, null);
    }
}
