package dev.signalman.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ambiguous requests, or ones that no client sends: they are refused before any endpoint. */
@Timeout(120)
final class HostileHttpTest {
    private static final String HOST = "Host: here\r\n";
    private static final String END = "\r\n";
    private static final int PATIENCE_MILLIS = 20_000;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        server = WebServer.start(
                "127.0.0.1",
                0,
                List.of(Route.of("POST", "/echo", this::answer), Route.of("GET", "/metrics", this::answer)),
                ServerLimits.USUAL);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply answer(HttpCall call) {
        heard.add(call.method() + " " + call.path());
        return Reply.text(200, "heard");
    }

    /** Everything that the server sends until it closes the connection, as the last request asks. */
    private String says(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var said = new StringBuilder();
            try {
                for (int c = socket.getInputStream().read();
                        c >= 0;
                        c = socket.getInputStream().read()) {
                    said.append((char) c);
                }
            } catch (SocketTimeoutException open) {
                said.append("(and does not close)");
            } catch (IOException reset) {
                said.append("(reset)");
            }
            return said.toString();
        }
    }

    private void isRefused(String request, String status) throws IOException {
        assertThat(says(request)).startsWith("HTTP/1.1 " + status).doesNotContain("HTTP/1.1 2", "Exception", "\tat ");
        assertThat(heard).isEmpty();
        assertThat(says("GET /metrics HTTP/1.1\r\n" + HOST + "Connection: close\r\n" + END))
                .as("what comes next")
                .startsWith("HTTP/1.1 200");
    }

    private static String posting(String headers, String body) {
        return "POST /echo HTTP/1.1\r\n" + HOST + headers + END + body;
    }

    private static final String SMUGGLED = "GET /metrics HTTP/1.1\r\n" + HOST + "Connection: close\r\n" + END;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: 5, 6\r\n",
                "Content-Length: -5\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: 0x5\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length : 5\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, chunked\r\n"
            })
    void aBodyOfTwoLengthsIsRefusedWithWhatIsHiddenInIt(String lengths) throws IOException {
        isRefused(posting(lengths, "0\r\n\r\n" + SMUGGLED), "4");
    }

    @Test
    void anotherProtocolIsNotSpoken() throws IOException {
        assertThat(says("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).doesNotContain(" 200", " 101");
        assertThat(heard).isEmpty();
        var upgraded = says("GET /metrics HTTP/1.1\r\n" + HOST
                + "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"
                + END);
        assertThat(upgraded).startsWith("HTTP/1.1 200").doesNotContain(" 101");
        assertThat(heard).containsExactly("GET /metrics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TRACE /metrics", "OPTIONS /metrics", "OPTIONS *", "HEAD /echo", "GET /echo", "get /metrics"})
    void aMethodThatNobodyAskedForIsNotServed(String line) throws IOException {
        var said = says(line + " HTTP/1.1\r\n" + HOST + "X-Secret: cookie\r\nConnection: close\r\n" + END);
        assertThat(said).startsWith("HTTP/1.1 4").doesNotContain("cookie");
        assertThat(heard).isEmpty();
    }

    @Test
    void thousandsOfHeadersAreTooMany() throws IOException {
        var many = IntStream.range(0, 5_000).mapToObj(n -> "X-" + n + ": x\r\n").collect(Collectors.joining());
        isRefused(posting(many + "Content-Length: 0\r\n", ""), "431");
    }

    @Test
    void aHeaderOfTwentyKilobytesIsTooLarge() throws IOException {
        isRefused(posting("X-Large: " + "x".repeat(20_000) + "\r\nContent-Length: 0\r\n", ""), "431");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//metrics",
                "/%2fmetrics",
                "/%2Fmetrics",
                "/metrics%00",
                "/%00/metrics",
                "/x/..;/metrics",
                "/..;/metrics",
                "/metrics;",
                "/metrics%3Bx",
                "/%2e/metrics",
                "/%252e/metrics",
                "/metrics%20",
                "/metrics/.",
                "\\metrics",
                "/METRICS",
                "/metr\u00efcs"
            })
    void noOtherSpellingOfAPathLeadsThere(String path) throws IOException {
        isRefused("GET " + path + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n" + END, "40");
    }
}
