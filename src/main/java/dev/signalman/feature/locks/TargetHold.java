package dev.signalman.feature.locks;

import dev.signalman.domain.DeploymentTarget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a deployment target that a lock or a freeze wants deactivated, or wanted.
 *
 * @param targetId Semaphore's id
 * @param target its name when it was last read
 * @param what the promotion of that name
 * @param act the invocation that asked Semaphore last to change it; null when none did
 * @param since when it came into that state
 * @param words what Semaphore said when it refused last; null when it did not
 * @param retryAt when Semaphore is asked again after it refused; null when it did not
 * @param version one more with each change
 */
record TargetHold(
        String targetId,
        String target,
        LockedPromotion what,
        State state,
        @Nullable String act,
        Instant since,
        @Nullable String words,
        @Nullable Instant retryAt,
        int version) {
    /** Where it stands. */
    enum State {
        /** Semaphore is being asked to deactivate it. */
        CLOSING,
        /** Deactivated by us, who activate it again. */
        CLOSED,
        /** Semaphore is being asked to activate it again. */
        OPENING,
        /** Semaphore refused to deactivate it. */
        REFUSED,
        /** Deactivated by somebody else, to whom it is left. */
        FOREIGN
    }

    /** One of which nothing is written down yet. */
    static TargetHold first(
            DeploymentTarget target, LockedPromotion what, State state, @Nullable String act, Instant now) {
        return new TargetHold(target.id(), target.name(), what, state, act, now, null, null, 1);
    }

    /** Being asked for by an invocation. */
    TargetHold asked(State next, String invocation, Instant now) {
        return new TargetHold(targetId, target, what, next, invocation, now, words, null, version + 1);
    }

    /** In another state, in which nothing is asked for. */
    TargetHold now(State next, Instant now) {
        return new TargetHold(targetId, target, what, next, null, now, null, null, version + 1);
    }

    /** In a state in which Semaphore left it when it refused. */
    TargetHold refused(State next, String said, Instant now, Instant again) {
        return new TargetHold(targetId, target, what, next, null, now, said, again, version + 1);
    }

    /** Whether something is on its way. */
    boolean asking() {
        return state == State.CLOSING || state == State.OPENING;
    }

    /** Whether Semaphore may be asked to change it. */
    boolean mayAsk(Instant now) {
        return retryAt == null || !now.isBefore(retryAt);
    }
}
