package dev.signalman.chat;

import java.util.Optional;
import java.util.Set;

/** Verifies the people and user groups that the configuration names. */
public interface MemberRoster {
    /**
     * Looks up the id of a person ({@code U…}, {@code W…}) or a user group ({@code S…}).
     *
     * @throws MessengerException when Slack fails
     */
    Entry find(String id);

    /**
     * The people of a user group.
     *
     * @return their ids; empty if the group is empty or unknown
     * @throws MessengerException when Slack fails
     */
    Set<String> members(String groupId);

    /** The state of an id. */
    enum Entry {
        /** A person with an active account, or a group with members. */
        THERE,
        /** A group without members. */
        EMPTY,
        /** A person with a closed account. */
        GONE,
        /** An id that Slack does not know. */
        UNHEARD_OF
    }

    /**
     * A problem with an id in the configuration, for the checks that report it.
     *
     * @param unheardOf whether Slack does not know the id; else the account is closed or the group is empty
     * @param words what is wrong, in a sentence
     * @param advice what to do
     */
    record MissingMember(boolean unheardOf, String words, String advice) {
        /** The problem of a person or user group; empty for none. */
        public static Optional<MissingMember> of(String id, Entry entry) {
            return switch (entry) {
                case THERE -> Optional.empty();
                case UNHEARD_OF ->
                    Optional.of(
                            new MissingMember(
                                    true,
                                    "Slack doesn't know " + (id.startsWith("S") ? "user group " : "person ") + id + ".",
                                    "Copy the id from Slack: for a person, from the profile under More; for a group, from its page."));
                case GONE ->
                    Optional.of(new MissingMember(
                            false, "The account of " + id + " is deactivated.", "Remove it, and list someone else."));
                case EMPTY ->
                    Optional.of(new MissingMember(
                            false, "Nobody is in user group " + id + ".", "Add people to it in Slack."));
            };
        }
    }
}
