package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.command.Grammar;
import dev.signalman.playground.stage.Stage;
import dev.signalman.web.Route;
import java.net.URI;
import java.util.List;

/** What the page asks. */
final class Questions {
    private final Stage stage;
    private final Company company;
    private final StateSheet state;
    private final CiSheet ci;
    private final Grammar grammar = new Grammar(URI.create("https://semaphore.invalid"));

    Questions(Stage stage, Company company, CiSheet ci) {
        this.stage = stage;
        this.company = company;
        this.state = new StateSheet(stage, company);
        this.ci = ci;
    }

    List<Route> routes(Manners manners) {
        return List.of(
                route("state", state::of, manners),
                route("messages", this::messages, manners),
                route("ci", asked -> ci.read(), manners),
                route("calls", this::calls, manners),
                route("commands", asked -> commands(), manners),
                route("shortcuts", asked -> shortcuts(), manners));
    }

    private static Route route(String name, Manners.Question question, Manners manners) {
        return Route.of("GET", Face.PATH + name, manners.question(question));
    }

    private JsonNode messages(Asked asked) {
        var window = company.window(asked);
        var thread = asked.textIfAny("thread").orElse(null);
        return window.messages(company.channel(asked, window), thread);
    }

    private ObjectNode calls(Asked asked) {
        var after = asked.textIfAny("after").orElse("0");
        if (!after.matches("[0-9]{1,15}")) {
            throw Mistake.wrong("\"after\" is the number of a call, such as 12.");
        }
        var found = stage.calls().after(Long.parseLong(after));
        var last = found.isEmpty()
                ? stage.calls().last()
                : found.get(found.size() - 1).number();
        var sheet = Json.object().put("next", last);
        var calls = sheet.putArray("calls");
        found.forEach(call -> calls.addObject()
                .put("n", call.number())
                .put("at", call.at().toString())
                .put("from", call.from())
                .put("to", call.to())
                .put("method", call.method())
                .put("path", call.path())
                .put("status", call.status())
                .put("ms", call.millis()));
        return sheet;
    }

    private ArrayNode shortcuts() {
        var shortcuts = Json.array();
        stage.slack()
                .app()
                .surfaces()
                .shortcuts()
                .forEach((callback, name) ->
                        shortcuts.addObject().put("callback", callback).put("name", name));
        return shortcuts;
    }

    private ArrayNode commands() {
        var commands = Json.array();
        grammar.verbs()
                .forEach(verb -> commands.addObject()
                        .put("verb", verb.words())
                        .put("usage", verb.pattern())
                        .put("summary", verb.summary())
                        .put("example", verb.example()));
        return commands;
    }
}
