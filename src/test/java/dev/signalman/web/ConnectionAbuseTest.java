package dev.signalman.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Abuse by mere connections, which must not harm the server. */
@Timeout(120)
final class ConnectionAbuseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ServerLimits HURRIED =
            new ServerLimits(4, 10, Duration.ofSeconds(2), Duration.ofMillis(200), 100, 5);
    private static final ServerLimits USUAL = ServerLimits.USUAL;

    private final CountDownLatch entered = new CountDownLatch(USUAL.threads() - 1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<AutoCloseable> open = new ArrayList<>();

    private WebServer serve(ServerLimits limits) throws IOException {
        var server = WebServer.start(
                "127.0.0.1",
                0,
                List.of(
                        Route.of("POST", "/echo", call -> Reply.text(200, "" + call.body().length)),
                        Route.of("GET", "/stuck", call -> {
                            entered.countDown();
                            gate.await();
                            return Reply.text(200, "free");
                        }),
                        Route.apart("GET", "/metrics", call -> Reply.text(200, "fine"))),
                limits);
        open.add(server);
        return server;
    }

    @AfterEach
    void close() throws Exception {
        gate.countDown();
        for (var each : open) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T kept(T socket) {
        open.add(0, socket);
        return socket;
    }

    private static int get(WebServer server, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(PATIENCE)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static int post(WebServer server, int bytes) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/echo"))
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(new byte[bytes]))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/metrics;x=1", "/%6detrics", "/metrics/", "/./metrics", "//metrics", "/x/../metrics", "/Metrics"
            })
    void aPathHasOneSpellingAlone(String path) throws Exception {
        var server = serve(USUAL);
        assertThat(get(server, "/metrics")).isEqualTo(200);
        assertThat(get(server, path)).isBetween(400, 404);
    }

    @Test
    void whatHasAThreadOfItsOwnAnswersWhileAllOthersAreStuck() throws Exception {
        var server = serve(USUAL);
        var client = HttpClient.newHttpClient();
        for (int n = 0; n < USUAL.threads() + 20; n++) {
            var stuck = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/stuck"))
                    .build();
            var unused = client.sendAsync(stuck, BodyHandlers.discarding());
        }
        await().atMost(PATIENCE).until(() -> entered.getCount() == 0);
        assertThat(get(server, "/metrics")).isEqualTo(200);
    }

    @Test
    void aBodyThatComesTooSlowlyIsCutOffAndOthersAreNot() throws Exception {
        var server = serve(HURRIED);
        var slow = kept(SlowSocket.posting(server.port(), "/echo"));
        await().atMost(PATIENCE).until(slow::isCutAfterAnotherByte);
        assertThat(post(server, 1_000_000)).isEqualTo(200);
    }

    @Test
    void aBodyThatNeverEndsIsCutOffHoweverFastItComes() throws Exception {
        var server = serve(new ServerLimits(4, 10, HURRIED.rest(), HURRIED.look(), 1, 5));
        var slow = kept(SlowSocket.posting(server.port(), "/echo"));
        await().atMost(PATIENCE).until(slow::isCutAfterAnotherByte);
    }

    @Test
    void headersThatNeverEndAreCutOff() throws Exception {
        var server = serve(HURRIED);
        var slow = kept(SlowSocket.dallying(server.port(), "/echo"));
        await().atMost(PATIENCE).until(slow::isCutAfterAnotherByte);
    }

    @Test
    void ofTooManyConnectionsTheOneThatRestedLongestIsClosed() throws Exception {
        var server = serve(new ServerLimits(4, 10, Duration.ofMinutes(10), HURRIED.look(), 100, 5));
        var first = kept(SlowSocket.idle(server.port()));
        var busy = new Socket(InetAddress.getLoopbackAddress(), server.port());
        kept(busy);
        busy.getOutputStream().write("GET /stuck HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        await().atMost(PATIENCE).until(() -> entered.getCount() < USUAL.threads() - 1);
        var others = new ArrayList<SlowSocket>();
        for (int n = 0; n < 9; n++) {
            others.add(kept(SlowSocket.idle(server.port())));
        }
        await().atMost(Duration.ofSeconds(20)).until(first::isCut); // before Jetty's own time-out
        assertThat(others).noneMatch(SlowSocket::isCut);
        gate.countDown();
        busy.setSoTimeout(20_000);
        assertThat(new String(busy.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void bodiesThatTakeMoreRoomThanThereIsGiveWayOldestFirst() throws Exception {
        var server = serve(new ServerLimits(4, 200, Duration.ofMinutes(10), Duration.ofMinutes(1), 1, 5));
        var sockets = new ArrayList<Socket>();
        for (int n = 0; n < 36; n++) {
            sockets.add(large(server));
        }
        await().atMost(PATIENCE).until(() -> cut(sockets) >= 12);
        assertThat(post(server, 900_000)).as("one that comes now").isEqualTo(200);
        assertThat(cut(sockets)).isLessThan(16);
    }

    /** All but the last byte of a body of one mebibyte. */
    private Socket large(WebServer server) throws IOException {
        var socket = kept(new Socket(InetAddress.getLoopbackAddress(), server.port()));
        OutputStream out = socket.getOutputStream();
        out.write("POST /echo HTTP/1.1\r\nHost: here\r\nContent-Length: 1048576\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[(1 << 20) - 1]);
        out.flush();
        return socket;
    }

    private static long cut(List<Socket> sockets) throws IOException {
        long cut = 0;
        for (var socket : sockets) {
            cut += isCut(socket) ? 1 : 0;
        }
        return cut;
    }

    private static boolean isCut(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void anAddressHasOnlySoManyBodiesOnTheirWay() throws Exception {
        var server = serve(new ServerLimits(4, 400, Duration.ofMinutes(10), Duration.ofMinutes(1), 1, 5));
        var sockets = new ArrayList<SlowSocket>();
        for (int n = 0; n < 130; n++) {
            sockets.add(kept(SlowSocket.posting(server.port(), "/echo")));
        }
        await().atMost(PATIENCE)
                .until(() -> sockets.stream().filter(SlowSocket::isCut).count() == 30);
        assertThat(post(server, 10)).as("one that comes now").isEqualTo(200);
    }
}
