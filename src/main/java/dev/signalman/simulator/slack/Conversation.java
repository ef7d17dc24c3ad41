package dev.signalman.simulator.slack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A channel or a direct message, and who is in it.
 *
 * @param name without the hash; for a direct message, the id
 * @param members ids of people and of the bot
 */
public record Conversation(
        String id, String name, Kind kind, boolean archived, boolean sharedOutside, Set<String> members) {
    /** Who may see it. */
    public enum Kind {
        PUBLIC,
        PRIVATE,
        DIRECT
    }

    /** Copies the members, in order. */
    public Conversation {
        members = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    /** A public channel. */
    public static Conversation open(String id, String name, String... members) {
        return new Conversation(id, name, Kind.PUBLIC, false, false, new LinkedHashSet<>(List.of(members)));
    }

    /** A private channel. */
    public static Conversation closed(String id, String name, String... members) {
        return new Conversation(id, name, Kind.PRIVATE, false, false, new LinkedHashSet<>(List.of(members)));
    }

    /** A direct message between two or more. */
    public static Conversation direct(String id, String... members) {
        return new Conversation(id, id, Kind.DIRECT, false, false, new LinkedHashSet<>(List.of(members)));
    }

    /** The same channel, shared with other workspaces through Slack Connect. */
    public Conversation shared() {
        return new Conversation(id, name, kind, archived, true, members);
    }

    /** The same channel, archived: readable, and nothing more. */
    public Conversation whenArchived() {
        return new Conversation(id, name, kind, true, sharedOutside, members);
    }

    /** The same channel with one more member. */
    public Conversation joinedBy(String id) {
        var more = new LinkedHashSet<>(members);
        more.add(id);
        return new Conversation(this.id, name, kind, archived, sharedOutside, more);
    }

    /** The same channel without that member. */
    public Conversation leftBy(String id) {
        var fewer = new LinkedHashSet<>(members);
        fewer.remove(id);
        return new Conversation(this.id, name, kind, archived, sharedOutside, fewer);
    }

    boolean has(String id) {
        return members.contains(id);
    }
}
