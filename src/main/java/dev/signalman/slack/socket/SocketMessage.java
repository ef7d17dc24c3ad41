package dev.signalman.slack.socket;

import dev.signalman.web.HttpCall;

/** A message from Slack over a socket (docs/slack.md, "Socket Mode"). */
sealed interface SocketMessage {
    /** Tells the listener. */
    void tell(Listener listener);

    /** One method a kind of message, so that one that is not handled does not compile. */
    interface Listener {
        void hello();

        void goodbye(String reason);

        void envelope(Envelope envelope);
    }

    /** The connection is ready; nothing is delivered before that. */
    record Hello() implements SocketMessage {
        @Override
        public void tell(Listener listener) {
            listener.hello();
        }
    }

    /**
     * Slack will close the connection.
     *
     * @param reason {@code warning} or {@code refresh_requested}, which ask for a new connection;
     *     {@code link_disabled}; {@code too_many_websockets}
     */
    record Goodbye(String reason) implements SocketMessage {
        @Override
        public void tell(Listener listener) {
            listener.goodbye(reason);
        }
    }

    /**
     * A delivery to be acknowledged by its id.
     *
     * @param id new for each delivery, also of the same event
     * @param takesAnswer whether the acknowledgement may contain a response
     * @param call the equivalent HTTP request
     */
    record Envelope(String id, boolean takesAnswer, HttpCall call) implements SocketMessage {
        @Override
        public void tell(Listener listener) {
            listener.envelope(this);
        }

        @Override
        public String toString() {
            return "Envelope[" + id + "]";
        }
    }

    /** Anything else, which is passed over. */
    record Other() implements SocketMessage {
        @Override
        public void tell(Listener listener) {}
    }
}
