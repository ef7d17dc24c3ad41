package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.command.Grammar;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.web.Route;
import java.net.URI;
import java.util.List;

/** The page's queries. */
final class PageQueries {
    private final DemoEnvironment demo;
    private final NamedParticipants namedParticipants;
    private final WorkspaceView state;
    private final CiView ci;
    private final Grammar grammar = new Grammar(URI.create("https://semaphore.invalid"));

    PageQueries(DemoEnvironment demo, NamedParticipants namedParticipants, CiView ci) {
        this.demo = demo;
        this.namedParticipants = namedParticipants;
        this.state = new WorkspaceView(demo, namedParticipants);
        this.ci = ci;
    }

    List<Route> routes(PageRequestFilter pageRequestFilter) {
        return List.of(
                route("state", state::of, pageRequestFilter),
                route("messages", this::messages, pageRequestFilter),
                route("ci", pageRequest -> ci.read(), pageRequestFilter),
                route("calls", this::calls, pageRequestFilter),
                route("commands", pageRequest -> commands(), pageRequestFilter),
                route("shortcuts", pageRequest -> shortcuts(), pageRequestFilter));
    }

    private static Route route(String name, PageRequestFilter.Question question, PageRequestFilter pageRequestFilter) {
        return Route.of("GET", PageRequestFilter.PATH + name, pageRequestFilter.question(question));
    }

    private JsonNode messages(PageRequest pageRequest) {
        var window = namedParticipants.window(pageRequest);
        var thread = pageRequest.textIfAny("thread").orElse(null);
        return window.messages(namedParticipants.channel(pageRequest, window), thread);
    }

    private ObjectNode calls(PageRequest pageRequest) {
        var after = pageRequest.textIfAny("after").orElse("0");
        if (!after.matches("[0-9]{1,15}")) {
            throw BadPageRequestException.wrong("\"after\" is the number of a call, such as 12.");
        }
        var found = demo.calls().after(Long.parseLong(after));
        var last = found.isEmpty()
                ? demo.calls().last()
                : found.get(found.size() - 1).number();
        var sheet = PageJson.object().put("next", last);
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
        var shortcuts = PageJson.array();
        demo.slack()
                .app()
                .surfaces()
                .shortcuts()
                .forEach((callback, name) ->
                        shortcuts.addObject().put("callback", callback).put("name", name));
        return shortcuts;
    }

    private ArrayNode commands() {
        var commands = PageJson.array();
        grammar.verbs()
                .forEach(verb -> commands.addObject()
                        .put("verb", verb.words())
                        .put("usage", verb.pattern())
                        .put("summary", verb.summary())
                        .put("example", verb.example()));
        return commands;
    }
}
