package dev.signalman.chat;

import dev.signalman.domain.Person;
import java.util.Optional;

/** Who someone is. The answer comes from Slack, never from what a payload says. */
public interface People {
    /** Looks a person up; standing {@code UNKNOWN} when Slack cannot say, and then nothing may be done. */
    Person find(String userId);

    /**
     * Looks up whose e-mail address this is in Slack.
     *
     * @return empty when nobody of this workspace has it
     * @throws MessengerException when Slack cannot say
     */
    Optional<Person> withEmail(String email);

    /**
     * Whether a person is in a user group.
     *
     * @throws MessengerException when Slack cannot say
     */
    boolean inGroup(String userId, String groupId);

    /** Forgets what was remembered, so that whoever is asked about next is asked about anew. */
    void forget();

    /**
     * What people call a person or a user group; the id when Slack does not say. It may be an hour old, so that a list of many names
     * does not use up what Slack answers in a minute: nothing may be decided by it.
     */
    String nameOf(String id);
}
