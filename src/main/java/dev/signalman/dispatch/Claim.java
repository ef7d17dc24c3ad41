package dev.signalman.dispatch;

import dev.signalman.domain.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An invocation that this process works on, and its progress so far, perhaps by another process.
 *
 * @param pending an act that was intended but not settled; null for none
 * @param attempts how often it was postponed
 */
public record Claim(Invocation invocation, @Nullable Pending pending, int attempts) {
    /** A copy with another actor. */
    Claim by(Actor actor) {
        return new Claim(
                invocation.by(actor),
                pending == null ? null : new Pending(pending.act().by(actor), pending.line(), pending.sent()),
                attempts);
    }

    /**
     * An act that is intended but not settled.
     *
     * @param line the pinned command
     * @param sent whether the call may have been made
     */
    public record Pending(Act act, String line, boolean sent) {}
}
