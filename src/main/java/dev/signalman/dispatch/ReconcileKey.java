package dev.signalman.dispatch;

import dev.signalman.domain.Actor;
import dev.signalman.domain.Place;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that is reconciled when it is due, by one instance at a time.
 *
 * @param id see the kind
 * @param since when it was first shown or woken; for a project, the creation time in Semaphore of the first pipeline
 *     shown
 * @param due when this reconcile was due
 * @param seen the state that the last reconcile stored, in the {@link Reconciler}'s format; empty at first
 * @param failures the number of consecutive failures before this reconcile
 * @param waking who woke it last
 */
public record ReconcileKey(Kind kind, String id, Instant since, Instant due, String seen, int failures, Waking waking) {
    /** What is reconciled. */
    public enum Kind {
        /** A pipeline on a card, by its id: its cards are redrawn when it changes. */
        PIPELINE,
        /** The card of a pipeline in a place, see {@link Wake#card}: posted or redrawn once. */
        PIPELINE_CARD,
        /** A pipeline, by its id: reads when the jobs of its finished blocks ran. */
        JOB_TIMES,
        /** A finished deploy, by its pipeline's id: finds what to go back to, or that nothing needs to any more. */
        LAST_GOOD,
        /** A promotion by the bot, by the token of its act: waits for the pipeline that it starts. */
        PROMOTION,
        /** A promoted pipeline, or another one of a rule's file, by its id: finds out who started it. */
        PROMOTED_PIPELINE,
        /** A deploy by the bot that started another file than the rules name, by its pipeline's id: stops it. */
        WRONG_DEPLOY,
        /** A run of a certain commit, by its pipeline's id: reports if another commit was started. */
        RUN,
        /** A project, by its id: looks for promotions of its pipelines that were shown in the last day. */
        PROJECT,
        /** A deployment target, by its id: compares it with its locks and freezes. */
        TARGET,
        /** A deployment target of a rule with {@code enforce: target}, by its id: compares its rules with that. */
        ENFORCED_TARGET,
        /** A lock, by its id: asks the holder whether it is needed, and ends it when its time is over. */
        LOCK,
        /** A deploy that asks at the gate, by its pipeline's id: judges it once, and waits for its request. */
        GATE,
        /** A request for approval, by its number: reminds of it, expires it, and follows it once it is granted. */
        REQUEST,
        /** A broken glass, by the request's number: reminds of it until it is cleared. */
        BREAK_GLASS,
        /** A person's second factors, by their id: tells of too many wrong tries. */
        SECOND_FACTOR,
        /** A page for a passkey, by its id: tells of a refused try. */
        PASSKEY_PAGE,
        /** A channel that accepts no messages, by its id: pauses its subscriptions. */
        CHANNEL,
        /** A project's bursts of builds in a channel, by both ids with a space between: updates their messages. */
        BURST,
        /** A person's home tab, by their id: redraws it while it may be open. */
        HOME_TAB
    }

    /**
     * On whose behalf a key is reconciled.
     *
     * @param count how often the key was woken; a key that is woken during a reconcile is reconciled again
     * @param by the person for whom it is reconciled; the id is empty for nobody
     * @param place where they asked
     * @param note the latest note of a wake; empty for none
     * @param asked when they asked
     * @param responseUrl where Slack accepts an answer for them alone, for 30 minutes from then; null for none. It is a
     *     capability and is never logged
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

    /** The time since {@code since}. */
    public Duration age(Instant now) {
        return Duration.between(since, now);
    }

    /** The id of the invocation that carries out an act decided by a reconcile. */
    public String act(String nowSeen) {
        return "watch:" + kind + ":" + id + ":" + nowSeen;
    }
}
