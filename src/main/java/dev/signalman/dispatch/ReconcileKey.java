package dev.signalman.dispatch;

import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Duration;
import java.time.Instant;

/**
 * A key that is looked at again and again, by one instance at a time.
 *
 * @param id what the kind says
 * @param since when it was shown or woken first; of a project, when the pipeline that was shown first was created, in Semaphore's time
 * @param due when this look was due
 * @param seen what the last look wrote down of it, in words of the {@link Reconciler}; empty at the first
 * @param misses how many looks in a row failed before this one
 * @param waking who woke it last
 */
public record ReconcileKey(Kind kind, String id, Instant since, Instant due, String seen, int misses, Waking waking) {
    /** What is looked at. */
    public enum Kind {
        /** A pipeline that is not done, by its id. */
        PIPELINE,
        /** A project, by its id, for what comes of its pipelines that were shown in the last day. */
        PROJECT,
        /** A deployment target, by its id: it is compared with the locks and freezes over it. */
        TARGET,
        /** A lock, by its id: its holder is asked whether it is needed, and it ends when its time is over. */
        LOCK,
        /** A request for approval, by its number: it is recalled, expires, and is followed once it was granted. */
        REQUEST,
        /** A request that somebody promoted alone, by its number: it is recalled until it is cleared. */
        BREAK_GLASS
    }

    /**
     * On whose behalf a key is looked at.
     *
     * @param count how often it was woken; a key that is woken while it is looked at is looked at again
     * @param by whom what is done then is done for; nobody, with an empty id, where nobody asked
     * @param place where they asked
     */
    public record Waking(int count, Actor by, Place place) {}

    /** For how long it has been watched. */
    public Duration age(Instant now) {
        return Duration.between(since, now);
    }

    /** The id of the invocation by which the act is done that a look decided on. */
    public String act(String nowSeen) {
        return "watch:" + kind + ":" + id + ":" + nowSeen;
    }
}
