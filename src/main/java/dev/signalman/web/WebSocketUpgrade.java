package dev.signalman.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.jspecify.annotations.Nullable;

/** Opens web sockets; any other request on the path gets an error. */
final class WebSocketUpgrade implements Endpoint {
    private final WebSocketEndpoint endpoint;

    WebSocketUpgrade(WebSocketEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Reply answer(HttpCall call) {
        return Reply.text(426, "A web socket is served here").with("Upgrade", "websocket");
    }

    /** The object that Jetty calls for a socket; null when it was refused and answered. */
    @Nullable
    Object open(ServerUpgradeRequest request, ServerUpgradeResponse response, org.eclipse.jetty.util.Callback done) {
        var listener = endpoint.accept(HttpCall.of(request, new byte[0]));
        if (listener == null) {
            Response.writeError(request, response, done, HttpStatus.FORBIDDEN_403);
            return null;
        }
        return new Ear(listener);
    }

    /** Forwards Jetty's events; public, since Jetty calls it by reflection. */
    public static final class Ear extends Session.Listener.AbstractAutoDemanding {
        private final WebSocketListener listener;
        private @Nullable WebSocket socket;

        private Ear(WebSocketListener listener) {
            this.listener = listener;
        }

        @Override
        public void onWebSocketOpen(Session session) {
            super.onWebSocketOpen(session);
            socket = new WebSocket(session);
            listener.opened(socket);
        }

        @Override
        public void onWebSocketText(String message) {
            if (socket != null) {
                listener.received(socket, message);
            }
        }

        @Override
        public void onWebSocketPing(ByteBuffer payload) {
            if (listener.answersPings()) {
                getSession().sendPong(payload, Callback.NOOP);
            }
        }

        @Override
        public void onWebSocketError(Throwable cause) {
            // a broken connection is also reported as closed; it should not fill the log
        }

        @Override
        public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
            if (socket != null) {
                listener.closed(socket);
            }
            callback.succeed();
        }
    }
}
