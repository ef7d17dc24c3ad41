package dev.signalman.slack.outbound;

import dev.signalman.simulator.SettableClock;
import dev.signalman.simulator.slack.AppInstallation;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.PostedMessage;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A simulated workspace and the clients of it. */
final class OutboundFixture implements AutoCloseable {
    static final String ALICE = "U0ALICE";
    static final String BUILDS = "C0BUILDS";
    static final String BOT = "U0SIGNALMAN";

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
    final SimulatedSlack slack;
    final List<String> called = new ArrayList<>();
    final SlackMessenger messenger;
    final SlackPeople people;
    private final SlackConnection connection;
    final SlackWebApi web;

    OutboundFixture() throws IOException {
        this(AppInstallation.usual());
    }

    OutboundFixture(AppInstallation app) throws IOException {
        slack = SimulatedSlack.start(clock, app);
        slack.add(SimulatedPerson.member(ALICE, "Alice"));
        slack.add(Conversation.open(BUILDS, "builds", ALICE, BOT));
        var api = URI.create(slack.apiUrl());
        connection = new SlackConnection(app.botToken(), api);
        web = new SlackWebApi(connection, (method, outcome, took) -> called.add(method + " " + outcome));
        messenger = new SlackMessenger(web, new ChannelPermissions(web, clock), new ResponseUrlAllowlist(api));
        people = new SlackPeople(web, clock);
    }

    ChannelCheck channelCheck() {
        return new ChannelCheck(web);
    }

    PostedMessage message(String ts) {
        return slack.messages(BUILDS).stream()
                .filter(each -> each.ts().equals(ts))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        connection.close();
        slack.close();
    }
}
