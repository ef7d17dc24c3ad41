package dev.signalman.feature.locks;

import dev.signalman.domain.DeploymentTarget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The record of a deployment target that a lock or a freeze wants deactivated, or wanted.
 *
 * @param targetId Semaphore's id
 * @param target its name when last read
 * @param what the promotion of that name
 * @param act the invocation that last asked Semaphore to change it; null for none
 * @param since when it entered this state
 * @param words Semaphore's words at its last refusal; null for none
 * @param retryAt when to ask Semaphore again after a refusal; null for none
 * @param version increases with each change
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
    enum State {
        /** Semaphore is being asked to deactivate it. */
        CLOSING,
        /** Deactivated by the bot, which will activate it again. */
        CLOSED,
        /** Semaphore is being asked to activate it again. */
        OPENING,
        /** Semaphore refused to deactivate it. */
        REFUSED,
        /** Deactivated by somebody else, and left alone. */
        FOREIGN
    }

    /** The first record of a target. */
    static TargetHold first(
            DeploymentTarget target, LockedPromotion what, State state, @Nullable String act, Instant now) {
        return new TargetHold(target.id(), target.name(), what, state, act, now, null, null, 1);
    }

    /** A record of a change that an invocation requests. */
    TargetHold asked(State next, String invocation, Instant now) {
        return new TargetHold(targetId, target, what, next, invocation, now, words, null, version + 1);
    }

    /** A record of a settled state. */
    TargetHold now(State next, Instant now) {
        return new TargetHold(targetId, target, what, next, null, now, null, null, version + 1);
    }

    /** A record of a refusal. */
    TargetHold refused(State next, String said, Instant now, Instant again) {
        return new TargetHold(targetId, target, what, next, null, now, said, again, version + 1);
    }

    /** Whether a change is pending. */
    boolean asking() {
        return state == State.CLOSING || state == State.OPENING;
    }

    /** Whether Semaphore may be asked to change it. */
    boolean mayAsk(Instant now) {
        return retryAt == null || !now.isBefore(retryAt);
    }
}
