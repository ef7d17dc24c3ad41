package dev.signalman.web;

/** Receives the events of one web socket, one at a time, on the server's threads. */
public interface WebSocketListener {
    /** The socket is open. */
    void opened(WebSocket socket);

    /** The other side sent a text. */
    void received(WebSocket socket, String text);

    /** The socket was closed or cut, by either side; called once. */
    void closed(WebSocket socket);

    /** Whether to answer a ping, as the protocol demands. */
    default boolean answersPings() {
        return true;
    }
}
