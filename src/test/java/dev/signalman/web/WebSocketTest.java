package dev.signalman.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebSocketTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> there = new CopyOnWriteArrayList<>();
    private final List<String> here = new CopyOnWriteArrayList<>();
    private final List<WebSocket> open = new CopyOnWriteArrayList<>();
    private volatile boolean deaf;
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        server = WebServer.start(
                0,
                List.of(
                        Route.socket("/link/", call -> call.query().equals("ticket=good") ? new Echo() : null),
                        Route.of("GET", "/plain", call -> Reply.text(200, "plain"))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void textsGoBothWays() throws Exception {
        var socket = connect("ticket=good");
        socket.sendText("good day", true).join();
        await().until(() -> here.contains("you said good day"));
        open.get(0).send("x".repeat(100_000));
        await().until(() -> here.stream().anyMatch(text -> text.length() == 100_000));
    }

    @Test
    void whoIsNotWantedIsRefused() {
        assertThatThrownBy(() -> connect("ticket=bad"))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void aCutSocketIsNotSaidGoodbyeToAndAClosedOneIs() throws Exception {
        connect("ticket=good");
        open.get(0).cut();
        await().until(() -> here.contains("closed 1006 ") || here.contains("error"));
        connect("ticket=good");
        open.get(1).close(1001, "later");
        await().until(() -> here.contains("closed 1001 later"));
        await().until(() -> there.stream().filter("closed"::equals).count() == 2);
    }

    @Test
    void pingsAreAnsweredUnlessTheListenerIsDeaf() throws Exception {
        var socket = connect("ticket=good");
        socket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
        await().until(() -> here.contains("pong"));
        deaf = true;
        here.clear();
        socket.sendPing(ByteBuffer.wrap(new byte[] {2})).join();
        socket.sendText("after the ping", true).join();
        await().until(() -> here.contains("you said after the ping"));
        assertThat(here).doesNotContain("pong");
    }

    @Test
    void otherRequestsGoTheirUsualWay() throws Exception {
        assertThat(status("/plain")).isEqualTo(200);
        assertThat(status("/link/")).isEqualTo(426);
        assertThat(status("/nothing")).isEqualTo(404);
    }

    private int status(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private java.net.http.WebSocket connect(String query) throws Exception {
        int before = open.size();
        var socket = client.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/link/?" + query), new Hearing())
                .get();
        await().until(() -> open.size() > before);
        return socket;
    }

    private final class Echo implements WebSocketListener {
        @Override
        public void opened(WebSocket socket) {
            open.add(socket);
        }

        @Override
        public void received(WebSocket socket, String text) {
            socket.send("you said " + text);
        }

        @Override
        public void closed(WebSocket socket) {
            there.add("closed");
        }

        @Override
        public boolean answersPings() {
            return !deaf;
        }
    }

    private final class Hearing implements java.net.http.WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(java.net.http.WebSocket socket, CharSequence text, boolean last) {
            parts.append(text);
            if (last) {
                here.add(parts.toString());
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(java.net.http.WebSocket socket, ByteBuffer message) {
            here.add("pong");
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(java.net.http.WebSocket socket, int code, String reason) {
            here.add("closed " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(java.net.http.WebSocket socket, Throwable error) {
            here.add("error");
        }
    }
}
