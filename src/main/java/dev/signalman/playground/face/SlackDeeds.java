package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.Stage;
import dev.signalman.web.Route;
import java.util.List;
import java.util.Map;

/** What a person does in Slack. */
final class SlackDeeds {
    private final Stage stage;
    private final Company company;

    SlackDeeds(Stage stage, Company company) {
        this.stage = stage;
        this.company = company;
    }

    List<Route> routes(Manners manners) {
        return List.of(
                route("read", this::read, manners),
                route("says", this::says, manners),
                route("press", this::press, manners),
                route("views/submit", this::submit, manners),
                route("views/close", this::close, manners),
                route("options", this::options, manners),
                route("home", this::home, manners),
                route("shortcut", this::shortcut, manners));
    }

    private static Route route(String name, Manners.Deed deed, Manners manners) {
        return Route.of("POST", Face.PATH + name, manners.deed(deed));
    }

    private ObjectNode read(Asked asked) {
        var window = company.window(asked);
        window.read(company.channel(asked, window));
        return Json.object();
    }

    private ObjectNode says(Asked asked) {
        var window = company.window(asked);
        var channel = company.channel(asked, window);
        var text = asked.text("text");
        var thread = asked.textIfAny("thread").orElse(null);
        if (!text.startsWith("/")) {
            window.write(channel, thread, text);
        } else if (thread == null) {
            stage.slack().says(company.person(asked).id(), channel, text);
        } else {
            throw Mistake.wrong(
                    "Slack takes no slash commands in threads. Mention the bot instead: @Signalman " + arguments(text));
        }
        return Json.object();
    }

    private static String arguments(String command) {
        var words = command.strip().split("\\s+", 2);
        return words.length > 1 ? words[1] : "help";
    }

    private ObjectNode press(Asked asked) {
        var window = company.window(asked);
        var block = asked.text("blockId");
        var action = asked.text("actionId");
        var selected = asked.textIfAny("selected").orElse(null);
        var view = asked.textIfAny("view");
        if (view.isPresent()) {
            window.press(view.get(), block, action, selected);
        } else {
            window.press(company.channel(asked, window), asked.text("ts"), block, action, selected);
        }
        return Json.object();
    }

    private ObjectNode submit(Asked asked) {
        var errors = company.window(asked).submit(asked.text("view"), asked.object("values"));
        return errors.isEmpty() ? Json.object() : under("errors", errors);
    }

    private static ObjectNode under(String name, Map<String, String> texts) {
        var answer = Json.object();
        var part = answer.putObject(name);
        texts.forEach(part::put);
        return answer;
    }

    private ObjectNode close(Asked asked) {
        company.window(asked).close(asked.text("view"));
        return Json.object();
    }

    private ObjectNode options(Asked asked) {
        var window = company.window(asked);
        var block = asked.text("blockId");
        var action = asked.text("actionId");
        var typed = asked.textIfAny("query").orElse("");
        var view = asked.textIfAny("view");
        return view.isPresent()
                ? window.options(view.get(), block, action, typed)
                : window.options(company.channel(asked, window), asked.text("ts"), block, action, typed);
    }

    private ObjectNode home(Asked asked) {
        stage.slack().opensHome(company.person(asked).id());
        return Json.object();
    }

    private ObjectNode shortcut(Asked asked) {
        var window = company.window(asked);
        window.shortcut(company.channel(asked, window), asked.text("ts"), asked.text("callback"));
        return Json.object();
    }
}
