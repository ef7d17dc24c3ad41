package dev.signalman.feature.enforcement;

import dev.signalman.domain.DeploymentTarget;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The record of a deployment target whose rules the bot keeps.
 *
 * @param targetId Semaphore's id
 * @param target its name when last read
 * @param wanted what its rules were meant to be, in words
 * @param act the invocation that last asked Semaphore to change it; null for none
 * @param since when it entered this state
 * @param words Semaphore's words at its last refusal; null for none
 * @param retryAt when to ask Semaphore again after a refusal; null for none
 * @param version increases with each change
 */
record EnforcedTarget(
        String targetId,
        String projectId,
        String project,
        String target,
        State state,
        String wanted,
        @Nullable String act,
        Instant since,
        @Nullable String words,
        @Nullable Instant retryAt,
        int version) {
    enum State {
        /** Semaphore is being asked to change its rules. */
        ASKING,
        /** Its rules are, or were when last seen, as wanted. */
        KEPT,
        /** Semaphore refused to change them. */
        REFUSED
    }

    /** The first record of a target. */
    static EnforcedTarget first(
            DeploymentTarget target, String project, State state, String wanted, @Nullable String act, Instant now) {
        return new EnforcedTarget(
                target.id(), target.projectId(), project, target.name(), state, wanted, act, now, null, null, 1);
    }

    /** A record of a change that an invocation requests. */
    EnforcedTarget asked(String rules, String invocation, Instant now) {
        return new EnforcedTarget(
                targetId, projectId, project, target, State.ASKING, rules, invocation, now, words, null, version + 1);
    }

    /** A record of rules that are as wanted. */
    EnforcedTarget kept(String rules, Instant now) {
        return new EnforcedTarget(
                targetId, projectId, project, target, State.KEPT, rules, null, now, null, null, version + 1);
    }

    /** A record of a refusal. */
    EnforcedTarget refused(String said, Instant now, Instant again) {
        return new EnforcedTarget(
                targetId, projectId, project, target, State.REFUSED, wanted, null, now, said, again, version + 1);
    }

    /** Whether Semaphore may be asked to change it. */
    boolean mayAsk(Instant now) {
        return retryAt == null || !now.isBefore(retryAt);
    }
}
