package dev.signalman.web;

import java.util.function.Consumer;

/** Answers one kind of request; called on a thread of the server, and may block. */
@FunctionalInterface
public interface Endpoint {
    /** Answers {@code call}; whatever is thrown becomes a 500 with a short body. */
    Reply answer(HttpCall call) throws Exception;

    /**
     * The same, for an endpoint that may have to answer before it is done: it may give {@code early} a reply, from any thread. Only
     * the first reply is sent.
     */
    default Reply answer(HttpCall call, Consumer<Reply> early) throws Exception {
        return answer(call);
    }
}
