package dev.signalman.domain;

/**
 * Someone, as Slack tells it when asked.
 *
 * @param name shown in cards
 * @param email empty where Slack does not tell it
 */
public record Person(String userId, String name, String email, Standing standing) {
    /** What a person is to this workspace. Only a full member may change anything. */
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
