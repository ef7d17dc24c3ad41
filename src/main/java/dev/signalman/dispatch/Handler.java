package dev.signalman.dispatch;

import dev.signalman.command.Command;

/**
 * Answers one kind of command. It may read from Semaphore and the database, and returns the changes to make instead of
 * making them. It may be called again for one invocation after a crash.
 */
public interface Handler<C extends Command> {
    /**
     * Answers {@code command}.
     *
     * @throws dev.signalman.command.Refusal when the command cannot be carried out as given
     * @throws dev.signalman.semaphore.SemaphoreException when Semaphore fails
     */
    Outcome handle(C command, Invocation invocation);
}
