package dev.signalman.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.signalman.playground.face.PageApi;
import dev.signalman.playground.stage.AgentTerminal;
import dev.signalman.playground.stage.CallRecorder;
import dev.signalman.playground.stage.DemoClock;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.playground.stage.DemoFaults;
import dev.signalman.playground.stage.LedgerTail;
import dev.signalman.playground.stage.RestartableBot;
import dev.signalman.playground.stage.SimulatedPhones;
import dev.signalman.simulator.SimulatedSemaphore;
import dev.signalman.simulator.semaphore.SeededIds;
import dev.signalman.simulator.slack.AppInstallation;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.SimulatedPerson;
import dev.signalman.simulator.slack.SimulatedSlack;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A small app instead of the bot, for features of the page that the bot does not use: modals, and menus that search.
 */
final class AskingApp implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALICE = "U0ALICE";
    private static final String DEPLOYS = "C0DEPLOYS";
    private static final List<String> BRANCHES = List.of("main", "feature/vat", "feature/refunds");

    private final SimulatedSlack slack;
    private final SimulatedSemaphore semaphore;
    private final PageApi pageApi;
    private final WebServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    private AskingApp() throws IOException {
        var truth = InstantSource.system();
        slack = new SimulatedSlack(truth, AppInstallation.usual());
        slack.add(SimulatedPerson.member(slack.app().botUserId(), "Asking").as(SimulatedPerson.Standing.BOT));
        slack.add(SimulatedPerson.member(ALICE, "Alice"));
        slack.add(Conversation.open(DEPLOYS, "deploys", ALICE));
        slack.invite(DEPLOYS);
        semaphore = SimulatedSemaphore.mounted(truth, SeededIds.repeatable(3));
        var nobody = new RestartableBot(() -> {
            throw new IllegalStateException("There is no bot here");
        });
        var demo = new DemoEnvironment(
                slack,
                semaphore,
                DemoClock.standingAt(truth.instant(), truth),
                nobody,
                new DemoFaults(slack, semaphore),
                new CallRecorder(truth),
                new LedgerTail(Path.of("no-such-ledger.sock")),
                new SimulatedPhones(slack, truth),
                new AgentTerminal(),
                Map.of(ALICE, "developer"));
        pageApi = new PageApi(demo);
        var routes = new ArrayList<Route>();
        routes.add(Route.of("POST", "/slack/events", this::hears));
        routes.addAll(pageApi.routes());
        routes.addAll(demo.routes(pageApi.semaphorePages()));
        server = WebServer.start(0, routes);
        slack.servedAt("http://127.0.0.1:" + server.port() + DemoEnvironment.SLACK);
        slack.botAt(URI.create("http://127.0.0.1:" + server.port() + "/slack/events"));
        pageApi.start();
    }

    static AskingApp start() throws IOException {
        var app = new AskingApp();
        app.posts(asking(1));
        return app;
    }

    /** Redraws its message with new ids, as Slack requires. */
    void drawsAnew() throws IOException {
        var asked = slack.messages(DEPLOYS).get(0).ts();
        var blocks = JSON.readTree(asking(2));
        calls("chat.update", Map.of("channel", DEPLOYS, "ts", asked, "text", "Asking anew", "blocks", blocks));
    }

    private static String asking(int drawing) {
        return """
                [{"type": "actions", "block_id": "first", "elements": [
                  {"type": "button", "action_id": "ask", "text": {"type": "plain_text", "text": "Ask me"}},
                  {"type": "button", "action_id": "break", "text": {"type": "plain_text", "text": "Break"}},
                  {"type": "external_select", "action_id": "branch", "min_query_length": 2,
                   "placeholder": {"type": "plain_text", "text": "Branch"}}]},
                 {"type": "section", "block_id": "second@%1$d", "text": {"type": "mrkdwn", "text": "*More* of it, %1$d"},
                  "accessory": {"type": "overflow", "action_id": "more",
                    "confirm": {"title": {"type": "plain_text", "text": "Really?"},
                      "text": {"type": "plain_text", "text": "It cannot be taken back."},
                      "confirm": {"type": "plain_text", "text": "Do it"},
                      "deny": {"type": "plain_text", "text": "Cancel"}},
                    "options": [
                      {"text": {"type": "plain_text", "text": "Archive"}, "value": "archive"},
                      {"text": {"type": "plain_text", "text": "Forget"}, "value": "forget"}]}}]
                """.formatted(drawing);
    }

    URI address() {
        return URI.create("http://localhost:" + server.port() + "/");
    }

    private Reply hears(HttpCall call) throws IOException {
        var payload = JSON.readTree(
                Objects.requireNonNull(call.formParameters().get("payload")).get(0));
        return switch (payload.path("type").asText()) {
            case "block_actions" -> pressed(payload);
            case "block_suggestion" -> suggested(payload.path("value").asText());
            case "view_submission" -> submitted(payload.at("/view/state/values"));
            default -> Reply.text(200, "");
        };
    }

    private Reply pressed(JsonNode payload) throws IOException {
        var action = payload.path("actions").path(0);
        var chosen = action.at("/selected_option/value").asText();
        switch (action.path("action_id").asText()) {
            case "ask" ->
                calls(
                        "views.open",
                        Map.of("trigger_id", payload.path("trigger_id").asText(), "view", view()));
            case "break" -> {
                return Reply.text(500, "broken");
            }
            default ->
                posts(section(
                        "Chosen: " + chosen + ", of " + action.path("block_id").asText()));
        }
        return Reply.text(200, "");
    }

    private static Reply suggested(String typed) throws IOException {
        var options = JSON.createArrayNode();
        BRANCHES.stream().filter(branch -> branch.contains(typed)).forEach(branch -> option(options, branch));
        return Reply.json(200, JSON.writeValueAsString(Map.of("options", options)));
    }

    private static void option(ArrayNode options, String name) {
        var option = options.addObject().put("value", name);
        option.putObject("text").put("type", "plain_text").put("text", name);
    }

    private Reply submitted(JsonNode values) throws IOException {
        var why = values.at("/why/reason/value").asText("");
        if (why.length() < 3) {
            var errors = Map.of("response_action", "errors", "errors", Map.of("why", "Say it in a word at least."));
            return Reply.json(200, JSON.writeValueAsString(errors));
        }
        posts(section("Because " + why + ", in "
                + values.at("/where/region/selected_option/value").asText()));
        return Reply.text(200, "");
    }

    private static JsonNode view() throws IOException {
        return JSON.readTree("""
                {"type": "modal", "title": {"type": "plain_text", "text": "Promote web"},
                 "submit": {"type": "plain_text", "text": "Promote"},
                 "close": {"type": "plain_text", "text": "Not now"},
                 "blocks": [
                  {"type": "input", "block_id": "why", "optional": true,
                   "label": {"type": "plain_text", "text": "Reason"},
                   "element": {"type": "plain_text_input", "action_id": "reason"}},
                  {"type": "input", "block_id": "where", "label": {"type": "plain_text", "text": "Region"},
                   "element": {"type": "static_select", "action_id": "region", "options": [
                     {"text": {"type": "plain_text", "text": "Europe"}, "value": "eu"},
                     {"text": {"type": "plain_text", "text": "America"}, "value": "us"}]}}]}
                """);
    }

    private static String section(String words) throws IOException {
        var text = Map.of("type", "plain_text", "text", words);
        return JSON.writeValueAsString(List.of(Map.of("type", "section", "text", text)));
    }

    private void posts(String blocks) throws IOException {
        calls("chat.postMessage", Map.of("channel", DEPLOYS, "text", "Asking", "blocks", JSON.readTree(blocks)));
    }

    private void calls(String method, Map<String, Object> arguments) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(slack.apiUrl() + method))
                .header("Authorization", "Bearer " + slack.app().botToken())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(arguments)))
                .build();
        try {
            var answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            if (!JSON.readTree(answer).path("ok").asBoolean()) {
                throw new IOException(method + ": " + answer);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    @Override
    public void close() {
        pageApi.close();
        server.close();
        slack.close();
        semaphore.close();
    }
}
