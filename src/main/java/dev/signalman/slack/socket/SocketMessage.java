package dev.signalman.slack.socket;

import dev.signalman.web.HttpCall;

/** A message from Slack over a socket (docs/slack.md, "Socket Mode"). */
sealed interface SocketMessage {
    /** The connection is ready. Slack delivers nothing before that. */
    record Hello() implements SocketMessage {}

    /**
     * Slack will close the connection.
     *
     * @param reason {@code warning} or {@code refresh_requested}, which ask for a new connection;
     *     {@code link_disabled}; {@code too_many_websockets}
     */
    record Goodbye(String reason) implements SocketMessage {}

    /**
     * A delivery to be acknowledged by its id.
     *
     * @param id new for each delivery, also of the same event
     * @param takesAnswer whether the acknowledgement may contain a response
     * @param call the equivalent HTTP request
     */
    record Envelope(String id, boolean takesAnswer, HttpCall call) implements SocketMessage {
        @Override
        public String toString() {
            return "Envelope[" + id + "]";
        }
    }

    /** Anything else; ignored. */
    record Other() implements SocketMessage {}
}
