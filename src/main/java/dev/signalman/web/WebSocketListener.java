package dev.signalman.web;

/** Hears what happens on one web socket; called on threads of the server, one call after another. */
public interface WebSocketListener {
    /** It is open, and can be sent something. */
    void opened(WebSocket socket);

    /** The other side sent a text. */
    void received(WebSocket socket, String text);

    /** It is closed or cut, by whichever side; called once. */
    void closed(WebSocket socket);

    /** Whether a ping that came just now is answered, as the protocol wants it. */
    default boolean answersPings() {
        return true;
    }
}
