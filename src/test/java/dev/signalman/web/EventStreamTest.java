package dev.signalman.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // it counts threads of the process
final class EventStreamTest {
    private final AtomicInteger greeted = new AtomicInteger();
    private final EventStream stream =
            new EventStream(() -> new ServerSentEvent("hello", "guest " + greeted.incrementAndGet()));
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        server = WebServer.start(
                0,
                List.of(
                        Route.of("GET", "/events", stream),
                        Route.of(
                                "GET",
                                "/thread",
                                call -> Reply.text(200, Thread.currentThread().getName()))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Socket listen() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(5_000);
        socket.getOutputStream()
                .write("GET /events HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void skipTo(BufferedReader lines, String wanted) throws IOException {
        var line = lines.readLine();
        while (line != null && !line.equals(wanted)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(wanted);
    }

    @Test
    void whoListensIsGreetedAndThenSentWhatHappens() throws Exception {
        try (var socket = listen()) {
            var lines = lines(socket);
            skipTo(lines, "Content-Type: text/event-stream; charset=utf-8");
            skipTo(lines, "retry: 1000");
            skipTo(lines, "event: hello");
            skipTo(lines, "data: guest 1");
            stream.send(new ServerSentEvent("changed", "one\ntwo"));
            skipTo(lines, "event: changed");
            assertThat(lines.readLine()).isEqualTo("data: one");
            assertThat(lines.readLine()).isEqualTo("data: two");
            stream.beat();
            skipTo(lines, ": still here");
        }
    }

    @Test
    void whoLeavesIsForgotten() throws Exception {
        try (var socket = listen()) {
            skipTo(lines(socket), "data: guest 1");
            assertThat(stream.listeners()).isEqualTo(1);
        }
        await().until(() -> {
            stream.beat();
            return stream.listeners() == 0;
        });
    }

    @Test
    void whoDoesNotReadIsDroppedAndHoldsUpNobody() throws Exception {
        try (var idle = listen();
                var eager = listen()) {
            skipTo(lines(idle), "event: hello");
            var lines = lines(eager);
            skipTo(lines, "event: hello");
            var much = new ServerSentEvent("much", "x".repeat(100_000));
            for (int sent = 0; sent < 500 && stream.listeners() == 2; sent++) {
                stream.send(much);
                skipTo(lines, "event: much");
            }
            assertThat(stream.listeners()).isEqualTo(1);
        }
    }

    @Test
    void closingTheServerEndsStreamsAtOnce() throws Exception {
        try (var socket = listen()) {
            var lines = lines(socket);
            skipTo(lines, "data: guest 1");
            var before = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
            skipTo(lines, "0");
        }
    }

    @Test
    void manyListenersTakeNoThreadEach() throws Exception {
        var open = new java.util.ArrayList<Socket>();
        try {
            for (int each = 0; each < 100; each++) {
                open.add(listen());
            }
            await().until(() -> stream.listeners() == 100);
            long webThreads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("web-"))
                    .count();
            assertThat(webThreads).isLessThan(40);
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
    }
}
