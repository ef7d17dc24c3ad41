package dev.signalman.dispatch;

import java.util.Set;

/** Tells whether the people and user groups that the configuration names are there. */
public interface MemberRoster {
    /**
     * Looks an id up: of a person ({@code U…}, {@code W…}) or a user group ({@code S…}).
     *
     * @throws MessengerException when Slack cannot say
     */
    Entry find(String id);

    /**
     * The people of a user group.
     *
     * @return their ids; none for a group that is empty or not known
     * @throws MessengerException when Slack cannot say
     */
    Set<String> members(String groupId);

    /** What is known of an id. */
    enum Entry {
        /** A person with an account, or a group with somebody in it. */
        THERE,
        /** A group with nobody in it. */
        EMPTY,
        /** A person whose account is closed. */
        GONE,
        /** Slack knows no such id. */
        UNHEARD_OF
    }
}
