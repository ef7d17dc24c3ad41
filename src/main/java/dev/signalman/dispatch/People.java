package dev.signalman.dispatch;

import dev.signalman.domain.Person;

/** Who someone is. The answer comes from Slack, never from what a payload says. */
public interface People {
    /** Looks a person up; standing {@code UNKNOWN} when Slack cannot say, and then nothing may be done. */
    Person find(String userId);

    /**
     * Whether a person is in a user group.
     *
     * @throws MessengerException when Slack cannot say
     */
    boolean inGroup(String userId, String groupId);
}
