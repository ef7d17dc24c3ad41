package dev.signalman.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.simulator.slack.PostedMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A visit to a passkey's page, by what its script sends. */
public final class PasskeyVisit {
    /** Where the bot says that its pages are. */
    public static final URI PUBLIC = URI.create("https://signalman.example.com");

    /** The origin of its pages. */
    public static final String ORIGIN = "https://signalman.example.com";

    private static final Pattern ADDRESS = Pattern.compile("(https?://[a-z.:0-9]+/passkey/#)([A-Za-z0-9_-]+)");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final String address;

    private PasskeyVisit(int port, String address) {
        this.port = port;
        this.address = address;
    }

    /** A passkey for these pages. */
    public static SoftwarePasskey passkey() {
        return new SoftwarePasskey(ORIGIN, "signalman.example.com");
    }

    /** Follows the link in a form. */
    public static PasskeyVisit from(Dialogue bot, OpenForm form) {
        return new PasskeyVisit(bot.port(), address(form.content().toString()));
    }

    /** Follows the link in a message. */
    public static PasskeyVisit from(Dialogue bot, PostedMessage message) {
        return new PasskeyVisit(bot.port(), address(message.blocks().toString()));
    }

    /** The link in a form, to be opened in a browser. */
    public static String url(OpenForm form) {
        return found(form.content().toString()).group();
    }

    /** The link in a message, to be opened in a browser. */
    public static String url(PostedMessage message) {
        return found(message.blocks().toString()).group();
    }

    private static String address(String json) {
        return found(json).group(2);
    }

    private static Matcher found(String json) {
        var found = ADDRESS.matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return found;
    }

    /** Links a token and adds a passkey. */
    public static SoftwarePasskey setUp(Dialogue bot, String person, String login) {
        TokenLinking.links(bot, person, login);
        return added(bot, person, passkey());
    }

    /** Adds a passkey. */
    public static SoftwarePasskey added(Dialogue bot, String person, SoftwarePasskey passkey) {
        var visit = from(bot, bot.asks(person, "/semaphore factor passkey"));
        var answer = visit.submits(passkey.made(visit.opens().path("options")));
        assertThat(answer.body()).contains("Your passkey is added.");
        bot.answer(person, "A passkey was set up for your account");
        return passkey;
    }

    /** The same page at another bot's port. */
    public PasskeyVisit at(int otherPort) {
        return new PasskeyVisit(otherPort, address);
    }

    public String address() {
        return address;
    }

    /** What the page shows. */
    public JsonNode opens() {
        var answer = tries();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** Tries to open the page. */
    public HttpResponse<String> tries() {
        return posts("open", body());
    }

    /** Opens the page and submits it with a passkey. */
    public HttpResponse<String> confirms(SoftwarePasskey passkey) {
        return submits(passkey.used(opens().path("options")));
    }

    /** Submits a browser's answer. */
    public HttpResponse<String> submits(ObjectNode credential) {
        return submits(credential, JsonNodeFactory.instance.objectNode());
    }

    /** Submits a browser's answer, and fields. */
    public HttpResponse<String> submits(ObjectNode credential, ObjectNode values) {
        var body = body();
        body.set("credential", credential);
        body.set("values", values);
        return posts("submit", body);
    }

    private ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().put("address", address);
    }

    private HttpResponse<String> posts(String path, ObjectNode body) {
        return sends(
                port,
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/passkey/" + path))
                        .header("Origin", ORIGIN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    private static HttpResponse<String> sends(int port, HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError("Port " + port, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException malformed) {
            throw new AssertionError(answer.body(), malformed);
        }
    }
}
