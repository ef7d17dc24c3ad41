package dev.signalman.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebServerTest {
    private static final int MEBIBYTE = 1 << 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HttpCall> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private WebServer server;
    private int port;

    @BeforeEach
    void start() throws Exception {
        server = WebServer.start(
                0,
                List.of(
                        Route.of("POST", "/echo", this::echo),
                        Route.of("GET", "/echo", call -> Reply.text(200, "got")),
                        Route.under("/below/", call -> Reply.text(200, call.path())),
                        Route.of("GET", "/broken", call -> {
                            throw new IOException("the secret is 42");
                        }),
                        Route.of("GET", "/cut", call -> Reply.cut()),
                        Route.of("GET", "/slow", call -> {
                            entered.countDown();
                            gate.await();
                            return Reply.text(200, "finished");
                        })));
        port = server.port();
    }

    @AfterEach
    void stop() {
        gate.countDown();
        server.close();
    }

    private Reply echo(HttpCall call) {
        seen.add(call);
        return new Reply(200, null, java.util.Map.of(), call.body());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /echo, 200",
        "POST, /echo, 200",
        "PUT, /echo, 404",
        "GET, /echo/, 404",
        "GET, /echoes, 404",
        "GET, /below/a/b, 200",
        "DELETE, /below/, 200",
        "GET, /below, 404",
        "GET, /, 404"
    })
    void aRequestGoesToTheRouteOfItsMethodAndPathOrNowhere(String method, String path, int status) throws Exception {
        assertThat(send(to(path).method(method, BodyPublishers.noBody())).statusCode())
                .isEqualTo(status);
    }

    @Test
    void theBodyComesUntouchedWithItsHeadersAndParameters() throws Exception {
        var body = "a=1&b=%C3%BC&a=2&c&%zz=%\r\n\0";
        var response = send(to("/echo?q=x%20y&q=").header("X-Twice", "one").POST(BodyPublishers.ofString(body)));
        assertThat(response.body()).isEqualTo(body);
        var call = seen.get(0);
        assertThat(call.body()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(call.header("x-TWICE")).isEqualTo("one");
        assertThat(call.header("absent")).isNull();
        assertThat(call.queryParameters()).containsExactly(java.util.Map.entry("q", List.of("x y", "")));
        assertThat(call.formParameters())
                .containsEntry("a", List.of("1", "2"))
                .containsEntry("b", List.of("ü"))
                .containsEntry("c", List.of(""))
                .containsEntry("%zz", List.of("%\r\n\0"));
    }

    @Test
    void aMebibyteIsTakenAndOneByteMoreIsNotWhetherItsLengthIsSaidOrNot() throws Exception {
        assertThat(send(to("/echo").POST(BodyPublishers.ofByteArray(new byte[MEBIBYTE])))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(to("/echo").POST(chunked(MEBIBYTE))).statusCode()).isEqualTo(200);
        seen.clear();
        assertThat(send(to("/echo").POST(BodyPublishers.ofByteArray(new byte[MEBIBYTE + 1])))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(to("/echo").POST(chunked(MEBIBYTE + 1))).statusCode()).isEqualTo(413);
        assertThat(seen).isEmpty();
    }

    @Test
    void whatNobodyServesIsSaidBeforeItsBodyIsThere() throws Exception {
        try (var slow = SlowSocket.posting(port, "/nowhere")) {
            assertThat(slow.answer()).startsWith("HTTP/1.1 404");
        }
    }

    /** A publisher of unknown length is sent in chunks. */
    private static HttpRequest.BodyPublisher chunked(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    @Test
    void whatBreaksAnswersInFewWordsThatTellNothing() throws Exception {
        var response = send(to("/broken"));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).hasSizeLessThan(100).doesNotContain("42", "IOException", "at dev");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void aReplyThatIsCutClosesTheConnection() {
        assertThatThrownBy(() -> send(to("/cut"))).isInstanceOf(IOException.class);
    }

    @Test
    void closingLetsWhatHasBegunFinishAndTakesNothingNew() throws Exception {
        var answer = client.sendAsync(to("/slow").build(), HttpResponse.BodyHandlers.ofString());
        entered.await();
        var closing = new Thread(server::close);
        closing.start();
        org.awaitility.Awaitility.await().until(this::turnsAway);
        gate.countDown();
        assertThat(answer.get().body()).isEqualTo("finished");
        closing.join();
        assertThatThrownBy(() -> send(to("/echo"))).isInstanceOf(IOException.class);
    }

    private boolean turnsAway() {
        try {
            return HttpClient.newHttpClient()
                            .send(to("/echo").build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 503;
        } catch (IOException closed) {
            return true;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Test
    void aTakenPortIsSaidAtOnce() {
        assertThatThrownBy(() -> WebServer.start(port, List.of())).isInstanceOf(IOException.class);
    }
}
