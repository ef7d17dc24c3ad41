package dev.signalman.dispatch;

import dev.signalman.command.Command;

/** Checks commands before their handlers, and lets each pass or refuses it. */
public interface Interceptor {
    /** When it runs. */
    Order stage();

    /**
     * Lets {@code command} pass by returning.
     *
     * @throws dev.signalman.command.Refusal when the command is refused
     */
    void admit(Command command, Invocation invocation);

    /** When an interceptor runs, in the order of these constants. */
    enum Order {
        /** Checks who may give the command. */
        AUTHORIZE,
        /** Checks where it may be answered. */
        PLACE
    }
}
