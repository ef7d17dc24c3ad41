package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.web.Endpoint;
import dev.signalman.web.HttpCall;
import dev.signalman.web.Reply;
import dev.signalman.web.Route;
import dev.signalman.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bot that records requests and gives scripted answers. */
final class ScriptedBot implements AutoCloseable {
    private final List<HttpCall> received = new CopyOnWriteArrayList<>();
    private final WebServer server;
    private volatile Endpoint answer = call -> Reply.text(200, "");

    ScriptedBot() throws IOException {
        server = WebServer.start(0, List.of(Route.of("POST", "/slack/events", call -> {
            received.add(call);
            return answer.answer(call).with("Connection", "close"); // so stopping need not wait for it
        })));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port() + "/slack/events");
    }

    void answers(Endpoint answer) {
        this.answer = answer;
    }

    void answers(String json) {
        answers(call -> Reply.json(200, json));
    }

    List<HttpCall> received() {
        return received;
    }

    HttpCall last() {
        return received.get(received.size() - 1);
    }

    String field(String name) {
        return last().formParameters().getOrDefault(name, List.of("")).get(0);
    }

    JsonNode payload() {
        return SlackJson.parse(field("payload")).orElseThrow();
    }

    JsonNode event() {
        return SlackJson.parse(last().text()).orElseThrow();
    }

    @Override
    public void close() {
        server.close();
    }
}
