package dev.signalman.web;

import org.jspecify.annotations.Nullable;

/** Decides whether a web socket that somebody asks for is opened. */
@FunctionalInterface
public interface WebSocketEndpoint {
    /**
     * Looks at the request for a socket, whose body is empty.
     *
     * @return who listens to the socket, or null to refuse it with 403
     */
    @Nullable
    WebSocketListener accept(HttpCall call);
}
