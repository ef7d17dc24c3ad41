package dev.signalman.dispatch;

import dev.signalman.domain.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An invocation that this process works on, and how far it was brought before, perhaps by another process.
 *
 * @param pending an act that was intended and is not settled; null when none was
 * @param attempts how often it was put aside
 */
public record Claim(Invocation invocation, @Nullable Pending pending, int attempts) {
    /** The claim, with {@code actor} as the one who acts. */
    Claim by(Actor actor) {
        return new Claim(
                invocation.by(actor),
                pending == null ? null : new Pending(pending.act().by(actor), pending.line(), pending.sent()),
                attempts);
    }

    /**
     * An act in the open.
     *
     * @param line the pinned command
     * @param sent whether the call may have been made
     */
    public record Pending(Act act, String line, boolean sent) {}
}
