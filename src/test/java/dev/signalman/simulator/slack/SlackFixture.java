package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The workspace of these tests: a few people, a few channels, a bot, and Slack's own client. */
final class SlackFixture implements AutoCloseable {
    static final String ALICE = "U0ALICE";
    static final String BOB = "U0BOB";
    static final String GUEST = "U0GUEST";
    static final String STRANGER = "U0STRANGER";
    static final String BOT = "U0SIGNALMAN";
    static final String BUILDS = "C0BUILDS";
    static final String SECRET = "C0SECRET";
    static final String OLD = "C0OLD";
    static final String SHARED = "C0SHARED";

    /** One button without and one with confirmation. */
    static final String BUTTONS = """
            [{"type":"section","text":{"type":"plain_text","text":"web failed"}},
             {"type":"actions","block_id":"acts","elements":[
              {"type":"button","action_id":"command:rerun:0","value":"rerun web",
               "text":{"type":"plain_text","text":"Rerun"}},
              {"type":"button","action_id":"command:stop:0","value":"stop web","style":"danger",
               "text":{"type":"plain_text","text":"Stop"},
               "confirm":{"title":{"type":"plain_text","text":"Stop web?"},
                "text":{"type":"plain_text","text":"The pipeline on main is stopped."},
                "confirm":{"type":"plain_text","text":"Stop"},"deny":{"type":"plain_text","text":"Keep"}}}]}]""";

    final SlackTestClock clock = new SlackTestClock();
    final SimulatedSlack slack;
    final ScriptedBot bot = new ScriptedBot();
    private final Slack client;

    SlackFixture() throws IOException {
        this(AppInstallation.usual());
    }

    SlackFixture(AppInstallation app) throws IOException {
        slack = SimulatedSlack.start(clock, app);
        slack.botAt(bot.address());
        slack.add(SimulatedPerson.member(ALICE, "Alice"));
        slack.add(SimulatedPerson.member(BOB, "Bob"));
        slack.add(SimulatedPerson.member(GUEST, "Gus").as(SimulatedPerson.Standing.GUEST));
        slack.add(SimulatedPerson.member(STRANGER, "Stan").ofTeam("T0OTHER"));
        slack.add(Conversation.open(BUILDS, "builds", ALICE, BOB, BOT));
        slack.add(Conversation.closed(SECRET, "secret", ALICE));
        slack.add(Conversation.open(OLD, "old", ALICE, BOT).whenArchived());
        slack.add(Conversation.open(SHARED, "shared", ALICE, STRANGER, BOT).shared());
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.apiUrl());
        config.setStatsEnabled(false);
        client = Slack.getInstance(config);
    }

    MethodsClient methods() {
        return client.methods(slack.app().botToken());
    }

    MethodsClient methods(String token) {
        return client.methods(token);
    }

    PostedMessage posted(String channel, String blocks) throws Exception {
        var answer = methods()
                .chatPostMessage(r -> r.channel(channel).text("web failed").blocksAsString(blocks));
        if (!answer.isOk()) {
            throw new AssertionError(answer.getError() + " " + answer.getResponseMetadata());
        }
        return slack.messages(channel).stream()
                .filter(message -> message.ts().equals(answer.getTs()))
                .findFirst()
                .orElseThrow();
    }

    PostedMessage last(String channel) {
        var all = slack.messages(channel);
        return all.get(all.size() - 1);
    }

    /** A call as any program could make it, with a body in JSON. */
    JsonNode call(String method, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(slack.apiUrl() + method))
                .header("Authorization", "Bearer " + slack.app().botToken())
                .header("Content-Type", "application/json; charset=utf-8");
        return SlackJson.parse(post(request, json).body()).orElseThrow();
    }

    static HttpResponse<String> respond(String url, String json) throws Exception {
        return post(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json"), json);
    }

    private static HttpResponse<String> post(HttpRequest.Builder request, String json) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        request.POST(HttpRequest.BodyPublishers.ofString(json)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception broken) {
            throw new IllegalStateException("Slack's client did not close", broken);
        }
        bot.close();
        slack.close();
    }
}
