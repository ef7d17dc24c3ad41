package dev.signalman.playground;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use the page's API, and its errors. */
final class BadRequestsOnThePageTest {
    private static final String SAY = "{\"as\":\"U0ALICE\",\"channel\":\"C0WEBTEAM\",\"text\":\"hello\"}";
    private static PageClient page;

    @BeforeAll
    static void open() throws IOException {
        page = new PageClient();
    }

    @AfterAll
    static void close() {
        page.close();
    }

    private static HttpRequest.Builder says(String type, String origin) {
        var request = HttpRequest.newBuilder(page.at("/playground/says")).POST(BodyPublishers.ofString(SAY));
        request.header("Content-Type", type);
        return origin == null ? request : request.header("Origin", origin);
    }

    @Test
    void anotherSiteThatMakesABrowserPostIsTurnedAway() {
        for (var origin : List.of(
                "http://evil.example", "http://127.0.0.1:1", "null", "http://127.0.0.1.evil.example", "not a uri")) {
            assertThat(page.sends(says("application/json", origin)).statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(page.sends(says("text/plain", null)).statusCode()).isEqualTo(400);
        assertThat(page.sends(says("application/x-www-form-urlencoded", null)).statusCode())
                .isEqualTo(400);
        assertThat(page.messages(DemoSeed.ALICE, "C0WEBTEAM")).isEmpty();

        assertThat(page.sends(says(
                                "application/json; charset=utf-8",
                                "http://127.0.0.1:" + page.world().port()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(page.messages(DemoSeed.ALICE, "C0WEBTEAM")).hasSize(1);
    }

    /** Another site's name may suddenly lead to this machine (DNS rebinding). */
    @Test
    void anotherSitesNameThatLeadsHereIsTurnedAway() throws IOException {
        assertThat(saidUnder("localhost")).contains(" 200 ");
        assertThat(saidUnder("rebound.example")).contains(" 403 ");
    }

    /** The status line of the answer to a page at this name. */
    private String saidUnder(String name) throws IOException {
        var port = page.world().port();
        var body = SAY.replace("C0WEBTEAM", "C0DEPLOYS");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("POST /playground/says HTTP/1.1\r\nHost: %1$s:%2$d\r\nOrigin: http://%1$s:%2$d\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: %3$d\r\n\r\n%4$s")
                            .formatted(name, port, body.length(), body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            says | {"as":"U0ALICE"                                                | That is no JSON object.
            says | []                                                             | That is no JSON object.
            says | {"as":"U0NOBODY","channel":"C0DEPLOYS","text":"x"}             | Nobody here has the id U0NOBODY.
            says | {"as":"U0SIGNALMAN","channel":"C0DEPLOYS","text":"x"}          | Nobody here has the id U0SIGNALMAN.
            says | {"as":"U0ALICE","channel":"C0NOWHERE","text":"x"}              | Alice is in no channel with the id C0NOWHERE.
            says | {"as":"U0GUEST","channel":"C0INCIDENT","text":"x"}             | Gus is in no channel with the id C0INCIDENT.
            says | {"as":"U0ALICE","channel":"C0DEPLOYS"}                         | "text" is missing, or is no text.
            says | {"as":"U0ALICE","channel":7,"text":"x"}                        | "channel" is no text.
            press | {"as":"U0ALICE","channel":"C0DEPLOYS","ts":"1","blockId":"b","actionId":"a"} | U0ALICE does not see that message.
            press | {"as":"U0ALICE","view":"V1","blockId":"b","actionId":"a"}     | That view is gone.
            views/submit | {"as":"U0ALICE","view":"V1","values":{}}               | That view is gone.
            views/submit | {"as":"U0ALICE","view":"V1","values":7}                | "values" is no object.
            views/close | {"as":"U0ALICE","view":"V1"}                            | That view is gone.
            options | {"as":"U0ALICE","view":"V1","blockId":"b","actionId":"a"}   | That view is gone.
            read | {"as":"U0ALICE"}                                               | "channel" is missing, or is no text.
            home | {}                                                             | "as" is missing, or is no text.
            ci/job | {"pipeline":"x"}                                             | There is no pipeline with the id x.
            """)
    void whatMakesNoSenseIsAnsweredWithASentence(String path, String body, String sentence) {
        var answer = page.does(path, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith(sentence).endsWith(".");
    }

    @Test
    void unknownAddressesAndWrongQuestionsAreAnsweredInJsonToo() {
        assertThat(page.asks("nothing").status()).isEqualTo(404);
        assertThat(page.asks("nothing").error()).isNotBlank();
        assertThat(page.asks("state").status()).isEqualTo(400);
        assertThat(page.asks("state?as=U0NOBODY").error()).contains("U0ALICE");
        assertThat(page.asks("says").status()).isEqualTo(404);
    }

    @Test
    void everyAnswerIsForNowAlone() {
        var reply = page.sends(HttpRequest.newBuilder(page.at("/playground/ci")));
        assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode shortcuts = page.asks("shortcuts").body();
        assertThat(shortcuts.isArray()).isTrue();
    }
}
