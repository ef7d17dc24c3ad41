package dev.signalman.domain;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A person, as Slack's {@code users.info} describes them.
 *
 * @param name shown in cards
 * @param email empty where Slack does not give it
 * @param zone the time zone that they set in Slack; null where Slack does not give it
 */
public record Person(
        String userId,
        String name,
        String email,
        Standing standing,
        @Nullable ZoneId zone) {
    /** A person whose time zone is unknown. */
    public Person(String userId, String name, String email, Standing standing) {
        this(userId, name, email, standing, null);
    }

    /** A person's relation to this workspace. Only a full member may change anything. */
    public enum Standing {
        MEMBER,
        GUEST,
        STRANGER,
        BOT,
        DEACTIVATED,
        UNKNOWN
    }

    /** Whether this person may change anything at all. */
    public boolean fullMember() {
        return standing == Standing.MEMBER;
    }
}
