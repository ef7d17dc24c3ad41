package dev.signalman.benchmark;

import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Slack and Semaphore with constant answers, so only the bot is measured. Counts its calls. */
final class FakeWorld implements AutoCloseable {
    static final String PIPELINE = "9c2a8e3f-6a15-4b53-a4e2-0d7d4c1b7f21";
    private static final String ANSWERS = "/answers/";

    private final WebServer server;
    private final Map<String, CompletableFuture<Boolean>> awaited = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> asked = new ConcurrentHashMap<>();
    private final AtomicLong cardBytes = new AtomicLong();

    FakeWorld() throws IOException {
        var pipeline = resource("pipeline.json");
        var projects = resource("projects.json");
        server = WebServer.start(
                0,
                List.of(
                        Route.of("GET", "/api/v1alpha/pipelines/" + PIPELINE, call -> semaphore("describe", pipeline)),
                        Route.of("GET", "/api/v1alpha/projects", call -> semaphore("projects", projects)),
                        Route.under(ANSWERS, this::card),
                        Route.under("/api/", call -> slack(call.path()))));
    }

    /** The environment of a bot that uses both. */
    Map<String, String> environment() {
        return Map.of(
                "SLACK_API_URL",
                url() + "/api/",
                "SLACK_BOT_TOKEN",
                "xoxb-1234567890-abcdefghij",
                "SEMAPHORE_URL",
                url(),
                "SEMAPHORE_API_TOKEN",
                "a-token-of-nobody-1234");
    }

    /** Waits for the card that answers {@code id}. */
    CompletableFuture<Boolean> card(String id) {
        return awaited.computeIfAbsent(id, none -> new CompletableFuture<>());
    }

    String responseUrl(String id) {
        return url() + ANSWERS + id;
    }

    /** Calls by name since the last query, and the size of the newest card. */
    String asked() {
        var told = asked + ", the newest card has " + cardBytes + " bytes";
        asked.clear();
        return told;
    }

    private String url() {
        return "http://127.0.0.1:" + server.port();
    }

    private Reply semaphore(String call, byte[] answer) {
        count(call);
        return new Reply(200, null, Map.of(), answer);
    }

    private Reply slack(String path) {
        count(path);
        return Reply.json(
                200,
                "{\"ok\":true,\"url\":\"https://acme.slack.com/\",\"team\":\"acme\",\"user\":\"signalman\",\"team_id\":\"T0001\",\"user_id\":\"U0BOT\",\"bot_id\":\"B0BOT\"}");
    }

    private Reply card(HttpCall call) {
        count("card");
        cardBytes.set(call.body().length);
        var waiting = awaited.remove(call.path().substring(ANSWERS.length()));
        if (waiting != null) {
            waiting.complete(call.text().contains("\"blocks\""));
        }
        return Reply.text(200, "ok");
    }

    private void count(String call) {
        asked.computeIfAbsent(call, none -> new AtomicLong()).incrementAndGet();
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = FakeWorld.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing");
            }
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
