package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.web.WebSocket;
import dev.signalman.web.WebSocketListener;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of the bot's sockets, with its unacknowledged envelopes. */
final class SocketConnection implements WebSocketListener {
    private final Consumer<SocketConnection> onOpen;
    private final Consumer<SocketConnection> onClose;
    private final BooleanSupplier cutAtAnswer;
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private volatile @Nullable WebSocket socket;
    private volatile boolean silent;

    SocketConnection(
            BooleanSupplier cutAtAnswer, Consumer<SocketConnection> onOpen, Consumer<SocketConnection> onClose) {
        this.cutAtAnswer = cutAtAnswer;
        this.onOpen = onOpen;
        this.onClose = onClose;
    }

    @Override
    public void opened(WebSocket socket) {
        this.socket = socket;
        onOpen.accept(this);
    }

    /** Handles an acknowledgement; it must come over the envelope's own socket. */
    @Override
    public void received(WebSocket socket, String text) {
        var message = SlackJson.parse(text).orElse(SlackJson.object());
        var acknowledged = waiting.get(message.path("envelope_id").asText());
        if (silent || acknowledged == null) {
            return;
        }
        if (cutAtAnswer.getAsBoolean()) {
            socket.cut();
            return;
        }
        acknowledged.complete(message.path("payload"));
    }

    @Override
    public void closed(WebSocket socket) {
        onClose.accept(this);
        waiting.values().forEach(each -> each.completeExceptionally(new IOException("The socket is gone")));
    }

    @Override
    public boolean answersPings() {
        return !silent;
    }

    /** Goes silent, like a connection whose other end disappeared unnoticed. */
    void silence() {
        silent = true;
    }

    CompletableFuture<JsonNode> deliver(String id, ObjectNode envelope) {
        var acknowledged = new CompletableFuture<JsonNode>();
        waiting.put(id, acknowledged);
        send(envelope);
        return acknowledged.whenComplete((payload, gone) -> waiting.remove(id));
    }

    void send(ObjectNode message) {
        var open = socket;
        if (open != null && !silent) {
            open.send(SlackJson.write(message));
        }
    }

    void cut() {
        var open = socket;
        if (open != null) {
            open.cut();
        }
    }

    void close() {
        var open = socket;
        if (open != null) {
            open.close(1000, "");
        }
    }
}
