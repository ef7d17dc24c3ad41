package dev.signalman.chat;

import dev.signalman.domain.Person;
import java.util.Optional;

/** Looks up people in Slack. Nothing is taken from a payload. */
public interface People {
    /** Looks up a person; the standing is {@code UNKNOWN} if Slack fails, and then the person may do nothing. */
    Person find(String userId);

    /**
     * Looks up a person by their e-mail address in Slack.
     *
     * @return empty if nobody in this workspace has it
     * @throws MessengerException when Slack fails
     */
    Optional<Person> withEmail(String email);

    /**
     * Whether a person is in a user group.
     *
     * @throws MessengerException when Slack fails
     */
    boolean inGroup(String userId, String groupId);

    /** Clears the cache, so that the next lookup asks Slack. */
    void forget();

    /**
     * The display name of a person or user group; the id if unknown. It may be an hour old, so that long lists do not
     * exceed Slack's rate limit. Base no decision on it.
     */
    String nameOf(String id);
}
