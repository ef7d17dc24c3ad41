package dev.signalman.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that are answered much later. */
final class DeferredEndpointTest {
    /** More than the server has threads. */
    private static final int MANY = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Later later = new Later();
    private WebServer server;

    @BeforeEach
    void start() throws Exception {
        server = WebServer.start(
                0, List.of(Route.of("GET", "/later", later), Route.of("GET", "/now", call -> Reply.text(200, "now"))));
    }

    @AfterEach
    void end() {
        server.close();
    }

    private static final class Later implements DeferredEndpoint {
        private final Set<Consumer<Reply>> waiting = ConcurrentHashMap.newKeySet();

        @Override
        public void begin(HttpCall call, Consumer<Reply> reply) {
            if (call.query().equals("broken")) {
                throw new IllegalStateException("broken");
            }
            waiting.add(reply);
        }

        @Override
        public void end() {
            waiting.forEach(reply -> reply.accept(Reply.text(503, "closing")));
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private List<CompletableFuture<HttpResponse<String>>> manyWait() {
        var calls = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int n = 0; n < MANY; n++) {
            calls.add(client.sendAsync(request("/later"), BodyHandlers.ofString()));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> later.waiting.size() == MANY);
        return calls;
    }

    @Test
    void manyWaitAndHoldNoThread() throws Exception {
        var calls = manyWait();
        assertThat(client.send(request("/now"), BodyHandlers.ofString()).body()).isEqualTo("now");
        later.waiting.forEach(reply -> {
            reply.accept(Reply.text(200, "at last"));
            reply.accept(Reply.text(500, "twice"));
        });
        for (var call : calls) {
            assertThat(call.get(30, TimeUnit.SECONDS).body()).isEqualTo("at last");
        }
    }

    @Test
    void whoWaitsIsAnsweredWhenTheServerCloses() throws Exception {
        var calls = manyWait();
        server.close();
        for (var call : calls) {
            assertThat(call.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void whatBreaksAtOnceIsAnErrorWithoutAStackTrace() throws Exception {
        var answer = client.send(request("/later?broken"), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("Internal error; see the log");
    }
}
