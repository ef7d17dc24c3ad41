package dev.signalman.ruling;

import dev.signalman.dispatch.RowChange;
import java.util.List;
import java.util.Optional;

/**
 * A rule of promotion. Facts are gathered first, from Slack, Semaphore and the database; what they mean is judged then, from nothing
 * else, so that the same facts give the same judgement.
 *
 * @param <F> the facts
 */
public interface Rule<F> {
    /** What it is about. */
    RuleTopic topic();

    /**
     * Reads what the judgement will rest on. What cannot be told stands in the facts as unknown, or is thrown; either way it is not met.
     *
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore does not say
     * @throws dev.signalman.dispatch.MessengerException when Slack does not say
     */
    F gather(Wish wish);

    /**
     * Judges, reading nothing more.
     *
     * @return one judgement at least; none counts as unknown
     */
    List<Judgement> judge(Wish wish, F facts);

    /**
     * What looks again when a promotion that this rule lets pass is recorded, and lets nobody change what it rests on until that is
     * through. It throws {@link dev.signalman.dispatch.StaleDecisionException} when the rule would not let it pass any more.
     */
    default Optional<RowChange> guard(Wish wish) {
        return Optional.empty();
    }
}
