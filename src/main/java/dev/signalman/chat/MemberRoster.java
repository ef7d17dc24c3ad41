package dev.signalman.chat;

import java.util.Optional;
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

    /**
     * That somebody whom the configuration names is not there, as whoever looks into it says it.
     *
     * @param unheardOf whether Slack knows no such id; else it knows it, and nobody stands behind it
     * @param words what is wrong, in a sentence
     * @param advice what to do
     */
    record MissingMember(boolean unheardOf, String words, String advice) {
        /** Of a person or user group; empty when they are there. */
        public static Optional<MissingMember> of(String id, Entry entry) {
            return switch (entry) {
                case THERE -> Optional.empty();
                case UNHEARD_OF ->
                    Optional.of(
                            new MissingMember(
                                    true,
                                    "Slack knows no " + (id.startsWith("S") ? "user group " : "person ") + id + ".",
                                    "Copy the id from Slack: of a person under More in the profile, of a group from its page."));
                case GONE ->
                    Optional.of(new MissingMember(
                            false, "The account of " + id + " is closed.", "Take it out, and name somebody else."));
                case EMPTY ->
                    Optional.of(new MissingMember(
                            false, "Nobody is in the user group " + id + ".", "Put somebody into it, in Slack."));
            };
        }
    }
}
