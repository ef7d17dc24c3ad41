package dev.signalman.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as named in Slack's payload. Their rights are looked up elsewhere, never read from here.
 *
 * @param userId Slack's id of the person
 * @param name the name to show when no better one is known
 * @param teamId the person's workspace or organization; null where Slack omits it
 * @param agent the name of the program that acts for the person; null where they act themselves
 */
public record Actor(
        String userId,
        String name,
        @Nullable String teamId,
        @Nullable String agent) {
    /** Nobody: something happened without a person who could be told. */
    public static final Actor NOBODY = named("");

    /** The bot itself. */
    public static final Actor ITSELF = named("Signalman");

    /** A person who acts themselves. */
    public Actor(String userId, String name, @Nullable String teamId) {
        this(userId, name, teamId, null);
    }

    /** Somebody whose Slack account is unknown. */
    public static Actor named(String name) {
        return new Actor("", name, null);
    }

    /** The same with another name. */
    public Actor called(String otherName) {
        return new Actor(userId, otherName, teamId, agent);
    }

    /** The person through a program of theirs; null for nobody's. */
    public Actor through(@Nullable String program) {
        return new Actor(userId, name, teamId, program);
    }

    /** Who acts, e.g. {@code Alice}, or {@code release-agent, for Alice}. */
    public String spoken() {
        return agent == null ? name : agent + ", for " + name;
    }
}
