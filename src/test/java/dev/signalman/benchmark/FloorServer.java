package dev.signalman.benchmark;

import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The minimum for taking Slack's requests on this server: check the signature, parse the form, answer 200. */
public final class FloorServer {
    private FloorServer() {}

    public static void main(String[] args) throws IOException {
        var key = new SecretKeySpec(
                Objects.requireNonNull(System.getenv("SLACK_SIGNING_SECRET")).getBytes(StandardCharsets.UTF_8),
                "HmacSHA256");
        WebServer.start(
                Integer.parseInt(System.getenv("PORT")),
                List.of(Route.of("POST", "/slack/events", call -> answer(call, key))));
    }

    private static Reply answer(HttpCall call, SecretKeySpec key) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update(("v0:" + call.header("x-slack-request-timestamp") + ":").getBytes(StandardCharsets.UTF_8));
        var expected = ("v0=" + HexFormat.of().formatHex(mac.doFinal(call.body()))).getBytes(StandardCharsets.UTF_8);
        var given = String.valueOf(call.header("x-slack-signature")).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            return Reply.bare(401, "");
        }
        return Reply.bare(call.formParameters().isEmpty() ? 400 : 200, "");
    }
}
