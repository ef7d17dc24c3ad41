package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.web.Route;
import java.util.List;
import java.util.Map;

/** A person's actions in Slack. */
final class SlackActions {
    private final DemoEnvironment demo;
    private final NamedParticipants namedParticipants;

    SlackActions(DemoEnvironment demo, NamedParticipants namedParticipants) {
        this.demo = demo;
        this.namedParticipants = namedParticipants;
    }

    List<Route> routes(PageRequestFilter pageRequestFilter) {
        return List.of(
                route("read", this::read, pageRequestFilter),
                route("says", this::says, pageRequestFilter),
                route("press", this::press, pageRequestFilter),
                route("views/submit", this::submit, pageRequestFilter),
                route("views/close", this::close, pageRequestFilter),
                route("options", this::options, pageRequestFilter),
                route("home", this::home, pageRequestFilter),
                route("shortcut", this::shortcut, pageRequestFilter));
    }

    private static Route route(String name, PageRequestFilter.Deed deed, PageRequestFilter pageRequestFilter) {
        return Route.of("POST", PageRequestFilter.PATH + name, pageRequestFilter.deed(deed));
    }

    private ObjectNode read(PageRequest pageRequest) {
        var window = namedParticipants.window(pageRequest);
        window.read(namedParticipants.channel(pageRequest, window));
        return PageJson.object();
    }

    private ObjectNode says(PageRequest pageRequest) {
        var window = namedParticipants.window(pageRequest);
        var channel = namedParticipants.channel(pageRequest, window);
        var text = pageRequest.text("text");
        var thread = pageRequest.textIfAny("thread").orElse(null);
        if (!text.startsWith("/")) {
            window.write(channel, thread, text);
        } else if (thread == null && text.matches("(?i)/invite\\s+@signalman\\s*")) {
            demo.slack().invites(namedParticipants.person(pageRequest).id(), channel); // Slack's own command
        } else if (thread == null) {
            demo.slack().says(namedParticipants.person(pageRequest).id(), channel, text);
        } else {
            throw BadPageRequestException.wrong(
                    "Slack takes no slash commands in threads. Mention the bot instead: @Signalman " + arguments(text));
        }
        return PageJson.object();
    }

    private static String arguments(String command) {
        var words = command.strip().split("\\s+", 2);
        return words.length > 1 ? words[1] : "help";
    }

    private ObjectNode press(PageRequest pageRequest) {
        var window = namedParticipants.window(pageRequest);
        var block = pageRequest.text("blockId");
        var action = pageRequest.text("actionId");
        var selected = pageRequest.textIfAny("selected").orElse(null);
        var view = pageRequest.textIfAny("view");
        if (view.isPresent()) {
            window.press(view.get(), block, action, selected);
        } else {
            window.press(
                    namedParticipants.channel(pageRequest, window), pageRequest.text("ts"), block, action, selected);
        }
        return PageJson.object();
    }

    private ObjectNode submit(PageRequest pageRequest) {
        var errors =
                namedParticipants.window(pageRequest).submit(pageRequest.text("view"), pageRequest.object("values"));
        return errors.isEmpty() ? PageJson.object() : under("errors", errors);
    }

    private static ObjectNode under(String name, Map<String, String> texts) {
        var answer = PageJson.object();
        var part = answer.putObject(name);
        texts.forEach(part::put);
        return answer;
    }

    private ObjectNode close(PageRequest pageRequest) {
        namedParticipants.window(pageRequest).close(pageRequest.text("view"));
        return PageJson.object();
    }

    private ObjectNode options(PageRequest pageRequest) {
        var window = namedParticipants.window(pageRequest);
        var block = pageRequest.text("blockId");
        var action = pageRequest.text("actionId");
        var typed = pageRequest.textIfAny("query").orElse("");
        var view = pageRequest.textIfAny("view");
        return view.isPresent()
                ? window.options(view.get(), block, action, typed)
                : window.options(
                        namedParticipants.channel(pageRequest, window), pageRequest.text("ts"), block, action, typed);
    }

    private ObjectNode home(PageRequest pageRequest) {
        demo.slack().opensHome(namedParticipants.person(pageRequest).id());
        return PageJson.object();
    }

    private ObjectNode shortcut(PageRequest pageRequest) {
        var window = namedParticipants.window(pageRequest);
        window.shortcut(
                namedParticipants.channel(pageRequest, window), pageRequest.text("ts"), pageRequest.text("callback"));
        return PageJson.object();
    }
}
