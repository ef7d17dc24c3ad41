package dev.signalman.web;

/** Answers one kind of request; called on a thread of the server, and may block. */
@FunctionalInterface
public interface Endpoint {
    /** Answers {@code call}; whatever is thrown becomes a 500 with a short body. */
    Reply answer(HttpCall call) throws Exception;
}
