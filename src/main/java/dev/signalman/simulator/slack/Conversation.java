package dev.signalman.simulator.slack;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A channel or a direct message, and who is in it.
 *
 * @param name without the hash; for a direct message, the id
 * @param outside whether people of other workspaces read along, through Slack Connect
 * @param members ids of people and of the bot
 */
public record Conversation(String id, String name, Kind kind, boolean archived, Outside outside, Set<String> members) {
    /** Who may see it. */
    public enum Kind {
        PUBLIC,
        PRIVATE,
        DIRECT
    }

    /** How far a channel is shared with another workspace. */
    public enum Outside {
        NOBODY,
        /** They have not accepted yet, and may at any time. */
        INVITED,
        THERE
    }

    /** Copies the members, in order. */
    public Conversation {
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    /** A public channel. */
    public static Conversation open(String id, String name, String... members) {
        return new Conversation(id, name, Kind.PUBLIC, false, Outside.NOBODY, new LinkedHashSet<>(List.of(members)));
    }

    /** A private channel. */
    public static Conversation closed(String id, String name, String... members) {
        return new Conversation(id, name, Kind.PRIVATE, false, Outside.NOBODY, new LinkedHashSet<>(List.of(members)));
    }

    /** A direct message between two or more. */
    public static Conversation direct(String id, String... members) {
        return new Conversation(id, id, Kind.DIRECT, false, Outside.NOBODY, new LinkedHashSet<>(List.of(members)));
    }

    /** The same channel, shared with other workspaces through Slack Connect. */
    public Conversation shared() {
        return new Conversation(id, name, kind, archived, Outside.THERE, members);
    }

    /** The same channel, to which another workspace is invited that has not come yet. */
    public Conversation toBeShared() {
        return new Conversation(id, name, kind, archived, Outside.INVITED, members);
    }

    /** The same channel, archived: readable, and nothing more. */
    public Conversation whenArchived() {
        return new Conversation(id, name, kind, true, outside, members);
    }

    /** The same channel with one more member. */
    public Conversation joinedBy(String id) {
        var more = new LinkedHashSet<>(members);
        more.add(id);
        return new Conversation(this.id, name, kind, archived, outside, more);
    }

    /** The same channel without that member. */
    public Conversation leftBy(String id) {
        var fewer = new LinkedHashSet<>(members);
        fewer.remove(id);
        return new Conversation(this.id, name, kind, archived, outside, fewer);
    }

    /** Whether people of other workspaces are there. */
    public boolean sharedOutside() {
        return outside == Outside.THERE;
    }

    /** Whether it is a direct message between more than two. */
    boolean group() {
        return kind == Kind.DIRECT && members.size() > 2;
    }

    boolean has(String id) {
        return members.contains(id);
    }
}
