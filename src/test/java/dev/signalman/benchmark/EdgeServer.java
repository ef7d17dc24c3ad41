package dev.signalman.benchmark;

import dev.signalman.command.Grammar;
import dev.signalman.dispatch.FormRegistry;
import dev.signalman.dispatch.Intake;
import dev.signalman.port.LongLineStore;
import dev.signalman.slack.inbound.SlackInbound;
import dev.signalman.slack.outbound.ChannelPermissions;
import dev.signalman.slack.outbound.Modals;
import dev.signalman.slack.outbound.ResponseUrlAllowlist;
import dev.signalman.slack.outbound.SlackConnection;
import dev.signalman.slack.outbound.SlackMessenger;
import dev.signalman.slack.outbound.SlackWebApi;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signalman's edge alone: verification, parsing and routing, with an intake that records nothing. */
public final class EdgeServer {
    private EdgeServer() {}

    public static void main(String[] args) throws IOException {
        var edge = edge().endpoint(
                        Objects.requireNonNull(System.getenv("SLACK_SIGNING_SECRET")), (kind, status, took) -> {});
        WebServer.start(Integer.parseInt(System.getenv("PORT")), List.of(Route.of("POST", "/slack/events", edge)));
    }

    static SlackInbound edge() {
        var api = URI.create("https://slack.com/api/");
        var clock = InstantSource.system();
        var connection = new SlackConnection("xoxb-the-token", api);
        var urls = new ResponseUrlAllowlist(api);
        var web = new SlackWebApi(connection, (method, outcome, took) -> {});
        var messenger = new SlackMessenger(web, new ChannelPermissions(web, clock), urls);
        var grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));
        return new SlackInbound(
                connection,
                invocation -> Intake.Taking.NEW,
                messenger,
                urls,
                new NoLongLines(),
                new FormRegistry(grammar, Map.of(), Set.of()),
                new Modals(web),
                grammar,
                clock);
    }

    static final class NoLongLines implements LongLineStore {
        @Override
        public String keep(String line) {
            return MARK + "0";
        }

        @Override
        public @Nullable String recall(String reference) {
            return null;
        }
    }
}
