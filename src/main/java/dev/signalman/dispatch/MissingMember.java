package dev.signalman.dispatch;

import java.util.Optional;

/**
 * That somebody whom the configuration names is not there, as whoever looks into it says it.
 *
 * @param unheardOf whether Slack knows no such id; else it knows it, and nobody stands behind it
 * @param words what is wrong, in a sentence
 * @param advice what to do
 */
public record MissingMember(boolean unheardOf, String words, String advice) {
    /** Of a person or user group; empty when they are there. */
    public static Optional<MissingMember> of(String id, MemberRoster.Entry entry) {
        return switch (entry) {
            case THERE -> Optional.empty();
            case UNHEARD_OF ->
                Optional.of(new MissingMember(
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
