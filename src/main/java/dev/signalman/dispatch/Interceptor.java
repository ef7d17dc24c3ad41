package dev.signalman.dispatch;

import dev.signalman.command.Command;

/** What cuts across all handlers. It lets a command pass, or refuses it. */
public interface Interceptor {
    /** When it has its turn. */
    Order stage();

    /**
     * Lets {@code command} pass by returning.
     *
     * @throws dev.signalman.command.Refusal when it may not pass
     */
    void admit(Command command, Invocation invocation);

    /** When an interceptor has its turn; the order of these words is the order of the turns. */
    enum Order {
        /** Who may. */
        AUTHORISE,
        /** Where it may be answered. */
        PLACE
    }
}
