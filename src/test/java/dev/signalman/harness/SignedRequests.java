package dev.signalman.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends requests to a bot, signed as Slack or with any signing secret. */
public final class SignedRequests {
    private final String address;
    private final String secret;

    /** For a dialogue's bot, with its secret. */
    public SignedRequests(Dialogue bot) {
        this.address = "http://127.0.0.1:" + bot.port();
        this.secret = bot.slack().app().signingSecret();
    }

    /** Sends a body to {@code /slack/events}, signed as of {@code time}. */
    public HttpResponse<String> send(String body, Instant time) throws Exception {
        var stamp = Long.toString(time.getEpochSecond());
        return send(body, stamp, signature(stamp, body));
    }

    /** Sends a body with a given time stamp and signature. */
    public HttpResponse<String> send(String body, String stamp, String signature) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + "/slack/events"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", stamp)
                .header("X-Slack-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends any request to a path, without a signature. */
    public HttpResponse<String> ask(String method, String path) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(address + path)).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Slack's signature. */
    public String signature(String stamp, String body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signed = mac.doFinal(("v0:" + stamp + ":" + body).getBytes(StandardCharsets.UTF_8));
        return "v0=" + HexFormat.of().formatHex(signed);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        // a new client: a kept one might reuse a connection that the server is closing
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
