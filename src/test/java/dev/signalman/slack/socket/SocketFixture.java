package dev.signalman.slack.socket;

import static org.awaitility.Awaitility.await;

import dev.signalman.command.Grammar;
import dev.signalman.dispatch.FormRegistry;
import dev.signalman.dispatch.Intake;
import dev.signalman.dispatch.Intake.Taking;
import dev.signalman.port.LongLineStore;
import dev.signalman.simulator.slack.AppInstallation;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.simulator.slack.SlackDelivery;
import dev.signalman.slack.inbound.SlackInbound;
import dev.signalman.slack.outbound.ChannelPermissions;
import dev.signalman.slack.outbound.Modals;
import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import dev.signalman.slack.outbound.SlackConnection;
import dev.signalman.slack.outbound.SlackMessenger;
import dev.signalman.slack.outbound.SlackWebApi;
import dev.signalman.slack.outbound.SocketAddresses;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A workspace in Socket Mode, the edge, and an intake that records. */
final class SocketFixture implements AutoCloseable {
    static final String ALICE = "U0ALICE";
    static final String BUILDS = "C0BUILDS";

    /** Short time-outs for tests. */
    private static SocketTimeouts quick(Duration first) {
        return new SocketTimeouts(
                Duration.ofMillis(700), Duration.ofSeconds(3), first, first.multipliedBy(8), Duration.ofSeconds(20));
    }

    final SimulatedSlack slack;
    final SocketMode socket;
    final List<String> taken = new CopyOnWriteArrayList<>();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final SlackConnection connection;
    private final SlackInbound inbound;
    volatile Intake intake = invocation -> {
        if (!ids.add(invocation.id())) {
            return Taking.REPEATED;
        }
        taken.add(invocation.line());
        return Taking.NEW;
    };

    SocketFixture() throws IOException {
        this(Duration.ofMillis(50));
    }

    /** Sets the first reconnect's wait. */
    SocketFixture(Duration first) throws IOException {
        var clock = InstantSource.system();
        slack = SimulatedSlack.start(clock, AppInstallation.usual().overSockets());
        slack.limits().kept(false);
        slack.add(SimulatedPerson.member(ALICE, "Alice"));
        slack.add(Conversation.open(BUILDS, "builds", ALICE, "U0SIGNALMAN"));
        var api = URI.create(slack.apiUrl());
        connection = new SlackConnection(slack.app().botToken(), api);
        var urls = new ResponseUrlAllowlist(api);
        var web = new SlackWebApi(connection, (method, outcome, took) -> {});
        var messenger = new SlackMessenger(web, new ChannelPermissions(web, clock), urls);
        var grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));
        inbound = new SlackInbound(
                connection,
                invocation -> intake.take(invocation),
                messenger,
                urls,
                new NoLines(),
                new FormRegistry(grammar, Map.of(), Set.of()),
                new Modals(web),
                grammar,
                clock);
        socket = new SocketMode(
                new SocketAddresses(web, connection, slack.app().sockets().appToken()),
                inbound.desk((kind, status, took) -> {}),
                quick(first));
    }

    /** Starts, and waits until Slack can deliver. */
    SocketFixture open() {
        socket.start();
        awaitOpen();
        return this;
    }

    void awaitOpen() {
        await("the socket is open")
                .until(() -> socket.trouble() == null && slack.sockets().open() > 0);
    }

    SlackDelivery says(String line) {
        return slack.says(ALICE, BUILDS, "/semaphore " + line);
    }

    /** Alice's last private message. */
    String told() {
        var all = slack.visibleTo(ALICE, BUILDS).stream()
                .filter(PostedMessage::ephemeral)
                .toList();
        return all.isEmpty() ? "" : all.get(all.size() - 1).text();
    }

    @Override
    public void close() {
        socket.close();
        inbound.close();
        connection.close();
        slack.close();
    }

    private static final class NoLines implements LongLineStore {
        @Override
        public String keep(String line) {
            return line;
        }

        @Override
        public @Nullable String recall(String key) {
            return null;
        }
    }
}
