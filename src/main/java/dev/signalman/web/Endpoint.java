package dev.signalman.web;

import java.util.function.Consumer;

/** Answers one kind of request. It runs on a thread of the server and may block. */
@FunctionalInterface
public interface Endpoint {
    /** Answers {@code call}; an exception becomes a 500 with a short body. */
    Reply answer(HttpCall call) throws Exception;

    /**
     * For an endpoint that may have to answer before it is done: any thread may pass a reply to {@code early}. Only the
     * first reply is sent.
     */
    default Reply answer(HttpCall call, Consumer<Reply> early) throws Exception {
        return answer(call);
    }
}
