package dev.signalman.dispatch;

import dev.signalman.command.Command;

/** What cuts across all handlers. It lets a command pass, or refuses it. */
public interface Interceptor {
    /** When it has its turn. */
    InterceptorOrder stage();

    /**
     * Lets {@code command} pass by returning.
     *
     * @throws dev.signalman.command.Refusal when it may not pass
     */
    void admit(Command command, Invocation invocation);
}
