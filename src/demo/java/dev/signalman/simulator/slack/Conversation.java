package dev.signalman.simulator.slack;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A channel or direct message with its members.
 *
 * @param name without the hash; for a direct message, the id
 * @param outside whether other workspaces share it through Slack Connect
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
        /** Invited but not yet accepted, which may happen at any time. */
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

    /** Shares the channel with other workspaces through Slack Connect. */
    public Conversation shared() {
        return new Conversation(id, name, kind, archived, Outside.THERE, members);
    }

    /** Invites another workspace, which has not accepted yet. */
    public Conversation toBeShared() {
        return new Conversation(id, name, kind, archived, Outside.INVITED, members);
    }

    /** Archives the channel, which makes it read-only. */
    public Conversation whenArchived() {
        return new Conversation(id, name, kind, true, outside, members);
    }

    /** Adds a member. */
    public Conversation joinedBy(String id) {
        var more = new LinkedHashSet<>(members);
        more.add(id);
        return new Conversation(this.id, name, kind, archived, outside, more);
    }

    /** Removes a member. */
    public Conversation leftBy(String id) {
        var fewer = new LinkedHashSet<>(members);
        fewer.remove(id);
        return new Conversation(this.id, name, kind, archived, outside, fewer);
    }

    /** Whether other workspaces share it. */
    public boolean sharedOutside() {
        return outside == Outside.THERE;
    }

    /** Whether it is a group direct message. */
    boolean group() {
        return kind == Kind.DIRECT && members.size() > 2;
    }

    boolean has(String id) {
        return members.contains(id);
    }
}
