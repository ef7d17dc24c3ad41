package dev.signalman.dispatch;

import dev.signalman.command.Command;

/**
 * Answers one kind of command. It may read from Semaphore and from the database; it changes nothing, but returns what shall be
 * changed. It may be called again for the same invocation after a crash.
 */
public interface Handler<C extends Command> {
    /**
     * Answers {@code command}.
     *
     * @throws dev.signalman.command.Refusal when the person can mend it
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore is in the way
     */
    Outcome handle(C command, Invocation invocation);
}
