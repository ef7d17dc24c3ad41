package dev.signalman.benchmark;

import dev.signalman.simulator.slack.AppInstallation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes Slack's requests, each with its own trigger and signature, so none is a replay. Not thread-safe. */
final class SignedRequestGenerator {
    static final String SECRET = AppInstallation.usual().signingSecret();

    private final Mac mac;
    private final InstantSource clock;

    SignedRequestGenerator(InstantSource clock) {
        this.clock = clock;
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The headers of a signature over a body. */
    Map<String, String> signature(byte[] body) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
        return Map.of(
                "X-Slack-Request-Timestamp",
                timestamp,
                "X-Slack-Signature",
                "v0=" + HexFormat.of().formatHex(mac.doFinal(body)));
    }

    /** A whole HTTP request. */
    byte[] request(byte[] body) {
        var head =
                "POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\n"
                        + "Accept: application/json,*/*\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + body.length + "\r\n"
                        + signature(body).entrySet().stream()
                                .map(each -> each.getKey() + ": " + each.getValue() + "\r\n")
                                .collect(Collectors.joining())
                        + "\r\n";
        var first = head.getBytes(StandardCharsets.US_ASCII);
        var whole = new byte[first.length + body.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(body, 0, whole, first.length, body.length);
        return whole;
    }

    /** The body of {@code /semaphore <text>}. */
    static byte[] command(String text, String id, String responseUrl) {
        var body = "token=deprecated&team_id=T0001&team_domain=acme&channel_id=C2147483705&channel_name=ci"
                + "&user_id=U2147483697&user_name=dana&command=%2Fsemaphore&text=" + encoded(text)
                + "&api_app_id=A123456&is_enterprise_install=false&response_url=" + encoded(responseUrl)
                + "&trigger_id=13345224609.738474920." + id;
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The body of a press on a button under a message with twelve blocks. */
    static byte[] press(String id) {
        var block = """
                {"type":"section","block_id":"x:0","text":{"type":"mrkdwn","text":":large_green_circle: *Unit tests* passed","verbatim":false},"fields":[{"type":"mrkdwn","text":"*Jobs*"},{"type":"mrkdwn","text":"3 passed"}]}""";
        var json = """
                {"type":"block_actions","user":{"id":"U2147483697","username":"dana","name":"dana","team_id":"T0001"},
                 "api_app_id":"A123456","token":"deprecated","container":{"type":"message","message_ts":"1548261231.000200",
                 "channel_id":"C2147483705","is_ephemeral":false},"trigger_id":"12321423423.333649436676.%s",
                 "team":{"id":"T0001","domain":"acme"},"enterprise":null,"is_enterprise_install":false,
                 "channel":{"id":"C2147483705","name":"ci"},"message":{"bot_id":"BAH5CA16Z","type":"message",
                 "text":"Pipeline failed","user":"U0BOT","ts":"1548261231.000200","app_id":"A123456","team":"T0001",
                 "blocks":[%s]},"state":{"values":{}},"response_url":"https://hooks.slack.com/actions/T0001/1/a",
                 "actions":[{"action_id":"command:rerun:1","block_id":"pipeline-1f:2","type":"button",
                 "value":"rerun workflow 5d7a5cb7-6d2f-4d0c-9b0b-2d1f4d0a8a11",
                 "text":{"type":"plain_text","text":"Rerun","emoji":true},"action_ts":"1548426417.840180"}]}""".formatted(id, String.join(",", java.util.Collections.nCopies(12, block)));
        return ("payload=" + encoded(json)).getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
