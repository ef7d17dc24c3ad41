package dev.signalman.simulator.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the workspace's administrators do not allow: replies in some threads, changes of messages after a while, long answers. */
public final class WorkspaceRestrictions {
    private final Set<String> locked = new HashSet<>();
    private @Nullable Duration editable;
    private int pageOfMembers = Integer.MAX_VALUE / 2;

    WorkspaceRestrictions() {}

    /** Locks the thread of a message: who replies in it is told {@code restricted_action_thread_locked}. */
    public synchronized void locks(PostedMessage message) {
        locked.add(named(message));
    }

    /** How long messages can be edited; whoever changes an older one is told {@code edit_window_closed}. */
    public synchronized void editableFor(Duration window) {
        editable = window;
    }

    /** How many members of a user group are told at once; all, unless said otherwise. */
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
