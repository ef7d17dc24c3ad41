package dev.signalman.web;

import org.jspecify.annotations.Nullable;

/** Accepts or refuses web sockets. */
@FunctionalInterface
public interface WebSocketEndpoint {
    /**
     * Decides about a request, whose body is empty.
     *
     * @return the socket's listener, or null to refuse with 403
     */
    @Nullable
    WebSocketListener accept(HttpCall call);
}
