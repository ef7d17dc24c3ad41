package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.web.HttpCall;
import dev.signalman.web.WebSocketListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Slack's side of Socket Mode: single-use addresses, at most ten connections, deliveries over any of them, and
 * connection failures; docs/slack.md says what is known.
 *
 * <p>As methods in {@link SlackFaults}, {@value #HANDSHAKE} refuses a connection with a valid address,
 * {@value #DELIVERY} cuts the connection for the next envelope, and {@value #ACKNOWLEDGEMENT} cuts it when the answer
 * arrives, for any kind of fault.
 */
public final class SocketModeServer {
    /** Fault name for opening a connection. */
    public static final String HANDSHAKE = "socket.open";
    /** Fault name for sending an envelope. */
    public static final String DELIVERY = "socket.envelope";
    /** Fault name for receiving an acknowledgement. */
    public static final String ACKNOWLEDGEMENT = "socket.acknowledgement";

    static final String PATH = "/link/";
    private static final int MOST = 10;

    private final AppInstallation app;
    private final TimestampGenerator timestampGenerator;
    private final SlackFaults faults;
    private final Supplier<String> address;
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final List<SocketConnection> links = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean disabled;

    SocketModeServer(
            AppInstallation app, TimestampGenerator timestampGenerator, SlackFaults faults, Supplier<String> address) {
        this.app = app;
        this.timestampGenerator = timestampGenerator;
        this.faults = faults;
        this.address = address;
    }

    ApiMethod method() {
        return new ApiMethod(
                "apps.connections.open", SocketModeSettings.SCOPE, ApiMethod.TIER_1_OR_3, true, arguments -> address());
    }

    private ObjectNode address() {
        if (!app.sockets().on() || disabled) {
            throw new SlackRefusal("socket_mode_not_enabled");
        }
        var ticket = uuid();
        tickets.add(ticket);
        return SlackJson.object()
                .put(
                        "url",
                        address.get().replaceFirst("^http", "ws") + PATH + "?ticket=" + ticket + "&app_id="
                                + app.appId());
    }

    @Nullable
    WebSocketListener accept(HttpCall call) {
        var ticket = call.queryParameters().getOrDefault("ticket", List.of("")).get(0);
        if (!tickets.remove(ticket) || faults.of(HANDSHAKE, null, null) != null) {
            return null;
        }
        return new SocketConnection(() -> faults.ordered(ACKNOWLEDGEMENT, "") != null, this::greet, links::remove);
    }

    private void greet(SocketConnection link) {
        if (links.size() >= MOST) {
            link.send(goodbye("too_many_websockets"));
            link.close();
            return;
        }
        links.add(link);
        var hello = SlackJson.object().put("type", "hello").put("num_connections", links.size());
        hello.putObject("connection_info").put("app_id", app.appId());
        hello.putObject("debug_info").put("host", "applink-1").put("approximate_connection_time", 18_060);
        link.send(hello);
    }

    SlackDelivery deliver(String contentType, String body, Map<String, String> more, Duration patience) {
        if (body.contains("\"url_verification\"")) {
            throw new ImpossibleActionError("In Socket Mode there is no address that could be asked for");
        }
        var headers = new ConcurrentHashMap<>(more);
        headers.put("Content-Type", contentType);
        var open = List.copyOf(links);
        if (open.isEmpty()) {
            return new SlackDelivery(headers, body, 0, "", "dispatch_failed", false);
        }
        var link = open.get(Math.floorMod(turn.getAndIncrement(), open.size()));
        if (faults.ordered(DELIVERY, "") != null) {
            link.cut();
            return new SlackDelivery(headers, body, 0, "", "dispatch_failed", false);
        }
        var id = uuid();
        var envelope = SocketEnvelopes.around(id, contentType, body, more);
        try {
            var payload = link.deliver(id, envelope).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            var answer = envelope.path("accepts_response_payload").asBoolean() ? text(payload) : "";
            return new SlackDelivery(headers, body, 200, answer, null, false);
        } catch (TimeoutException late) {
            return new SlackDelivery(headers, body, 0, "", "operation_timeout", false);
        } catch (ExecutionException gone) {
            return new SlackDelivery(headers, body, 0, "", "dispatch_failed", false);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the bot", interrupted);
        }
    }

    /** Number of open connections. */
    public int open() {
        return links.size();
    }

    /** Breaks all connections silently. */
    public void cut() {
        links.forEach(SocketConnection::cut);
    }

    /** Keeps all connections open but dead, also for pings. */
    public void silence() {
        links.forEach(SocketConnection::silence);
    }

    /** Announces that the connections will close, and goes on using them. */
    public void warn() {
        links.forEach(link -> link.send(goodbye("warning")));
    }

    /** Asks for new connections, and closes the old ones after {@code grace} of real time. */
    public void refresh(Duration grace) {
        var old = List.copyOf(links);
        old.forEach(link -> link.send(goodbye("refresh_requested")));
        var later = CompletableFuture.delayedExecutor(grace.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(() -> {
            links.removeAll(old); // no more deliveries, but acknowledgements may still come
            later.execute(() -> old.forEach(SocketConnection::close));
        });
    }

    /** Turns Socket Mode off in the app's settings, or on again. */
    public void disable(boolean off) {
        disabled = off;
        if (off) {
            links.forEach(link -> link.send(goodbye("link_disabled")));
            links.forEach(SocketConnection::close);
        }
    }

    private static ObjectNode goodbye(String reason) {
        var message = SlackJson.object().put("type", "disconnect").put("reason", reason);
        message.putObject("debug_info").put("host", "applink-1");
        return message;
    }

    private static String text(JsonNode payload) {
        return payload.isMissingNode() || payload.isNull() ? "" : SlackJson.write(payload);
    }

    private String uuid() {
        return UUID.nameUUIDFromBytes((app.appId() + timestampGenerator.shortId()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
