package dev.signalman.simulator.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Administrators' restrictions: locked threads, a limited time for edits, short pages. */
public final class WorkspaceRestrictions {
    private final Set<String> locked = new HashSet<>();
    private @Nullable Duration editable;
    private int pageOfMembers = Integer.MAX_VALUE / 2;

    WorkspaceRestrictions() {}

    /** Locks a message's thread: replies fail with {@code restricted_action_thread_locked}. */
    public synchronized void locks(PostedMessage message) {
        locked.add(named(message));
    }

    /** Limits the time for edits: later ones fail with {@code edit_window_closed}. */
    public synchronized void editableFor(Duration window) {
        editable = window;
    }

    /** Page size of user group members; unlimited by default. */
    public synchronized void tellsMembersBy(int many) {
        pageOfMembers = many;
    }

    synchronized int pageOfMembers() {
        return pageOfMembers;
    }

    synchronized boolean lock(PostedMessage message) {
        return locked.contains(named(message));
    }

    synchronized boolean forbidChanges(PostedMessage message, Instant now) {
        return editable != null
                && !TimestampGenerator.time(message.ts()).plus(editable).isAfter(now);
    }

    private static String named(PostedMessage message) {
        return message.channel() + " " + message.ts();
    }
}
