package dev.signalman.web;

import java.util.function.Consumer;

/** An endpoint that may answer much later, and holds no thread until then. */
public interface DeferredEndpoint extends Endpoint {
    /**
     * Begins to answer. It runs on a thread of the server and returns soon; an exception becomes a 500.
     *
     * @param reply takes the answer from any thread; only the first is sent
     */
    void begin(HttpCall call, Consumer<Reply> reply) throws Exception;

    /** Answers everybody who waits, since the server closes. */
    void end();

    /** Reached only from a server that cannot wait. */
    @Override
    default Reply answer(HttpCall call) {
        throw new IllegalStateException("This endpoint answers later");
    }
}
