package dev.signalman.slack.socket;

import dev.signalman.web.HttpCall;

/** What Slack sends over a socket (docs/slack.md, "Socket Mode"). */
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
     * The connection will be closed.
     *
     * @param reason {@code warning} or {@code refresh_requested}, for which a new one is to be opened; {@code link_disabled};
     *     {@code too_many_websockets}
     */
    record Goodbye(String reason) implements SocketMessage {
        @Override
        public void tell(Listener listener) {
            listener.goodbye(reason);
        }
    }

    /**
     * Something to be acknowledged by its id.
     *
     * @param id new for each delivery, also of the same thing
     * @param takesAnswer whether the acknowledgement may hold what is to be shown
     * @param call what Slack would send over HTTP instead
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
