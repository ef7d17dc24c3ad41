package dev.signalman.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as named in Slack's payload. Their rights are looked up elsewhere, never read from here.
 *
 * @param userId Slack's id of the person
 * @param name the name to show when no better one is known
 * @param teamId the person's workspace or organisation; null where Slack omits it
 */
public record Actor(String userId, String name, @Nullable String teamId) {
    /** Nobody: something happened without a person who could be told. */
    public static final Actor NOBODY = named("");

    /** The bot itself. */
    public static final Actor ITSELF = named("Signalman");

    /** Somebody whose Slack account is unknown. */
    public static Actor named(String name) {
        return new Actor("", name, null);
    }
}
