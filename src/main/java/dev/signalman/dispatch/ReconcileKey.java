package dev.signalman.dispatch;

import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that is reconciled when it is due, by one instance at a time.
 *
 * @param id what the kind says
 * @param since when it was shown or woken first; of a project, when the pipeline that was shown first was created, in Semaphore's time
 * @param due when it was due this time
 * @param seen what the last reconcile wrote down, in words of the {@link Reconciler}; empty at the first
 * @param failures how many reconciles in a row failed before this one
 * @param waking who woke it last
 */
public record ReconcileKey(Kind kind, String id, Instant since, Instant due, String seen, int failures, Waking waking) {
    /** What is reconciled. */
    public enum Kind {
        /** A pipeline that some card shows, by its id: its cards are drawn anew when it changed. */
        PIPELINE,
        /** The card of a pipeline in a place, see {@link Wake#card}: it is posted or drawn anew, once. */
        PIPELINE_CARD,
        /** A promotion of ours, by the token of its act: the pipeline that it starts is waited for. */
        PROMOTION,
        /** A pipeline that somebody promoted, by its id: it is found out whose promotion that was. */
        PROMOTED_PIPELINE,
        /** A deploy of ours that started another file than the rules name, by its pipeline's id: it is stopped. */
        WRONG_DEPLOY,
        /** A run of a certain commit, by its pipeline's id: it is told when another commit was started. */
        RUN,
        /** A project, by its id, for what comes of its pipelines that were shown in the last day. */
        PROJECT,
        /** A deployment target, by its id: it is compared with the locks and freezes over it. */
        TARGET,
        /** A lock, by its id: its holder is asked whether it is needed, and it ends when its time is over. */
        LOCK,
        /** A request for approval, by its number: it is recalled, expires, and is followed once it was granted. */
        REQUEST,
        /** A request that somebody promoted alone, by its number: it is recalled until it is cleared. */
        BREAK_GLASS,
        /** A channel that takes no message, by its id: its subscriptions are paused. */
        CHANNEL,
        /** Somebody's home tab, by their id: it is drawn anew while they may be looking. */
        HOME_TAB
    }

    /**
     * On whose behalf a key is reconciled.
     *
     * @param count how often it was woken; a key that is woken while it is reconciled is reconciled again
     * @param by whom what is done then is done for; nobody, with an empty id, where nobody asked
     * @param place where they asked
     * @param note what the last wake that told something told; empty for nothing
     * @param asked when they asked
     * @param responseUrl where Slack takes an answer for them alone, for 30 minutes from then; null when there is none. It is a capability
     *     and is never logged
     */
    public record Waking(
            int count,
            Actor by,
            Place place,
            String note,
            Instant asked,
            @Nullable String responseUrl) {
        @Override
        public String toString() {
            return "Waking[" + count + " " + by + " " + place + "]";
        }
    }

    /** For how long it has been reconciled. */
    public Duration age(Instant now) {
        return Duration.between(since, now);
    }

    /** The id of the invocation by which the act is done that a reconcile decided on. */
    public String act(String nowSeen) {
        return "watch:" + kind + ":" + id + ":" + nowSeen;
    }
}
