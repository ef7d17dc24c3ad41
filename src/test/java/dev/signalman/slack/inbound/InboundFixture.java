package dev.signalman.slack.inbound;

import dev.signalman.chat.Messenger;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.dispatch.CommandForm;
import dev.signalman.dispatch.FormRegistry;
import dev.signalman.simulator.SettableClock;
import dev.signalman.slack.outbound.ChannelPermissions;
import dev.signalman.slack.outbound.Modals;
import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import dev.signalman.slack.outbound.SlackConnection;
import dev.signalman.slack.outbound.SlackMessenger;
import dev.signalman.slack.outbound.SlackWebApi;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The inbound edge with a clock that stands and an intake that remembers. */
final class InboundFixture implements AutoCloseable {
    static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    final SettableClock clock = new SettableClock(NOW);
    final RecordingIntake intake = new RecordingIntake();
    final List<String> answered = new ArrayList<>();
    final Messenger messenger;
    final SlackEndpoint endpoint;
    private final SlackConnection connection;
    private final SlackInbound inbound;

    InboundFixture() {
        this(URI.create("https://slack.com/api/"), "xoxb-the-token", SECRET);
    }

    InboundFixture(URI api, String token, String secret) {
        this(api, token, secret, Map.of());
    }

    /** With forms that are asked for. */
    InboundFixture(URI api, String token, String secret, Map<Class<? extends Command>, CommandForm<?>> forms) {
        var grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));
        connection = new SlackConnection(token, api);
        var urls = new ResponseUrlAllowlist(api);
        var web = new SlackWebApi(connection, (method, outcome, took) -> {});
        messenger = new SlackMessenger(web, new ChannelPermissions(web, clock), urls);
        inbound = new SlackInbound(
                connection,
                intake,
                messenger,
                urls,
                new SingleLongLine(),
                new FormRegistry(grammar, forms, Set.of()),
                new Modals(web),
                grammar,
                clock);
        endpoint = inbound.endpoint(secret, (kind, status, took) -> answered.add(kind + " " + status));
    }

    /** Sends a body that is signed as Slack signs. */
    Reply sends(String body) throws Exception {
        return sends(body, clock.instant().getEpochSecond());
    }

    Reply sends(String body, long timestamp) throws Exception {
        return endpoint.answer(call(body, Long.toString(timestamp), signature(body, timestamp)));
    }

    /** Sends it too, and returns the first answer, which may come before the endpoint is done. */
    Reply firstAnswer(String body) throws Exception {
        long timestamp = clock.instant().getEpochSecond();
        var call = call(body, Long.toString(timestamp), signature(body, timestamp));
        var first = new CompletableFuture<Reply>();
        var sender = new Thread(() -> {
            try {
                first.complete(endpoint.answer(call, first::complete));
            } catch (Exception broken) {
                first.completeExceptionally(broken);
            }
        });
        sender.setDaemon(true);
        sender.start();
        return first.get(10, TimeUnit.SECONDS);
    }

    static HttpCall call(String body, @Nullable String timestamp, @Nullable String signature) {
        var headers = new LinkedHashMap<String, List<String>>();
        headers.put("content-type", List.of("application/x-www-form-urlencoded"));
        if (timestamp != null) {
            headers.put("x-slack-request-timestamp", List.of(timestamp));
        }
        if (signature != null) {
            headers.put("x-slack-signature", List.of(signature));
        }
        return new HttpCall("POST", "/slack/events", "", headers, body.getBytes(StandardCharsets.UTF_8), "127.0.0.1");
    }

    static String signature(String body, long timestamp) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = ("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8);
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    @Override
    public void close() {
        inbound.close();
        connection.close();
    }
}
