package dev.signalman.web;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** The server's end of an open web socket. */
public final class WebSocket {
    private final Session session;

    WebSocket(Session session) {
        this.session = session;
    }

    /** Sends a text; what cannot be sent any more is dropped, and the listener hears that the socket is closed. */
    public void send(String text) {
        session.sendText(text, Callback.NOOP);
    }

    /** Says goodbye in order, as the protocol has it. */
    public void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
    }

    /** Lets the connection go without a word, as a network does that fails. */
    public void cut() {
        session.disconnect();
    }
}
