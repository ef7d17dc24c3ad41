package dev.signalman.domain;

/**
 * A person, as Slack's {@code users.info} describes them.
 *
 * @param name shown in cards
 * @param email empty where Slack does not give it
 */
public record Person(String userId, String name, String email, Standing standing) {
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
