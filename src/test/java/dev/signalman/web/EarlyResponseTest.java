package dev.signalman.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class EarlyResponseTest {
    private final CountDownLatch done = new CountDownLatch(1);

    /** Answers early and then waits for the latch. */
    private final class Slow implements Endpoint {
        @Override
        public Reply answer(HttpCall call) {
            throw new AssertionError("Whoever serves it gives it a way to be early");
        }

        @Override
        public Reply answer(HttpCall call, Consumer<Reply> early) throws Exception {
            var other = new Thread(() -> early.accept(Reply.text(200, "early " + call.text())));
            other.start();
            other.join();
            early.accept(Reply.text(200, "a second early one"));
            done.await();
            return Reply.text(200, "too late");
        }
    }

    @Test
    @Timeout(20)
    void anEarlyAnswerIsSentWhileTheEndpointStillWorksAndIsTheOnlyOne() throws Exception {
        try (var server = WebServer.start(0, List.of(Route.of("POST", "/slow", new Slow())))) {
            var client = HttpClient.newHttpClient();

            var first = says(client, server, "one");
            done.countDown();
            var second = says(client, server, "two");

            assertThat(first).isEqualTo("early one");
            assertThat(second).isEqualTo("early two");
        }
    }

    @Test
    @Timeout(20)
    void whatComesNextDoesNotWaitUntilTheEndpointIsDone() throws Exception {
        try (var server = WebServer.start(0, List.of(Route.of("POST", "/slow", new Slow())))) {
            var client = HttpClient.newHttpClient();

            assertThat(says(client, server, "one")).isEqualTo("early one");
            assertThat(says(client, server, "two")).isEqualTo("early two");
            done.countDown();
        }
    }

    private static String says(HttpClient client, WebServer server, String words) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/slow"))
                .POST(BodyPublishers.ofString(words))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
