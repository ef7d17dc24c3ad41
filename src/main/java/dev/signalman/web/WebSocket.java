package dev.signalman.web;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** The server's side of an open web socket. */
public final class WebSocket {
    private final Session session;

    WebSocket(Session session) {
        this.session = session;
    }

    /** Sends a text. If the socket is gone, the text is dropped and the listener is told that it is closed. */
    public void send(String text) {
        session.sendText(text, Callback.NOOP);
    }

    /** Closes the socket by the protocol. */
    public void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
    }

    /** Drops the connection, as if the network failed. */
    public void cut() {
        session.disconnect();
    }
}
