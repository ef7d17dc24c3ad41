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
    private static final int MOST_CALLS = 200;

    private final DemoEnvironment demo;
    private final NamedParticipants namedParticipants;
    private final WorkspaceView state;
    private final CiView ci;
    private final MessageInspection inspection;
    private final SemaphorePageView pages;
    private final PhoneView phone;
    private final Grammar grammar = new Grammar(URI.create("https://semaphore.invalid"));

    PageQueries(DemoEnvironment demo, NamedParticipants namedParticipants, CiView ci) {
        this.demo = demo;
        this.namedParticipants = namedParticipants;
        this.state = new WorkspaceView(demo, namedParticipants);
        this.ci = ci;
        this.inspection = new MessageInspection(demo, namedParticipants);
        this.pages = new SemaphorePageView(demo);
        this.phone = new PhoneView(demo, namedParticipants);
    }

    List<Route> routes(PageRequestFilter pageRequestFilter) {
        return List.of(
                route("state", state::of, pageRequestFilter),
                route("messages", this::messages, pageRequestFilter),
                route("ci", pageRequest -> ci.read(), pageRequestFilter),
                route("calls", this::calls, pageRequestFilter),
                route("inspect", inspection::of, pageRequestFilter),
                route("page", pages::of, pageRequestFilter),
                route("phone", phone::of, pageRequestFilter),
                route("token", this::token, pageRequestFilter),
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
        var all = demo.calls().after(Long.parseLong(after));
        var found = all.subList(Math.max(0, all.size() - MOST_CALLS), all.size());
        var last = found.isEmpty()
                ? demo.calls().last()
                : found.get(found.size() - 1).number();
        var sheet = PageJson.object().put("next", last);
        var calls = sheet.putArray("calls");
        found.forEach(call -> calls.add(CallJson.of(call)));
        return sheet;
    }

    /** The API token on the account page of a person in Semaphore. */
    private ObjectNode token(PageRequest pageRequest) {
        var login = namedParticipants.person(pageRequest).name();
        return PageJson.object()
                .put("login", login)
                .put("token", demo.semaphore().token(login));
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
