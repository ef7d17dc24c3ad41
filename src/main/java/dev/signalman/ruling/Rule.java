package dev.signalman.ruling;

import dev.signalman.dispatch.RowChange;
import java.util.List;
import java.util.Optional;

/**
 * A promotion rule. It gathers facts from Slack, Semaphore and the database first, then judges from those facts alone,
 * so the same facts give the same judgement.
 *
 * @param <F> the facts
 */
public interface Rule<F> {
    RuleTopic topic();

    /**
     * Reads the facts. Unknown facts are marked as such or cause an exception; either way the rule is not met.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore does not say
     * @throws dev.signalman.chat.MessengerException when Slack does not say
     */
    F gather(Wish wish);

    /**
     * Judges without reading anything more.
     *
     * @return at least one judgement; an empty list counts as unknown
     */
    List<Judgement> judge(Wish wish, F facts);

    /**
     * Checks the rule once more in the transaction that records the promotion, and locks what it rests on until the
     * commit. Throws {@link dev.signalman.dispatch.StaleDecisionException} when the rule is no longer met.
     */
    default Optional<RowChange> guard(Wish wish) {
        return Optional.empty();
    }
}
