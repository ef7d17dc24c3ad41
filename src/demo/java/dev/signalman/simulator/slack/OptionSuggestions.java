package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up options from the bot while a person types; only offered options can be chosen. */
final class OptionSuggestions {
    private record Menu(String person, String blockId, String actionId) {}

    private static final int MOST = 100;

    private final AppInstallation app;
    private final SlackDeliverySender slackDeliverySender;
    private final Map<Menu, Map<String, JsonNode>> offered = new HashMap<>();

    OptionSuggestions(AppInstallation app, SlackDeliverySender slackDeliverySender) {
        this.app = app;
        this.slackDeliverySender = slackDeliverySender;
    }

    /** Sends a {@code block_suggestion}; returns the bot's answer, empty when it is late or invalid. */
    ObjectNode ask(String person, InteractiveControl control, String typed, String payload) {
        if (!control.type().endsWith("external_select")) {
            throw new ImpossibleActionError("Slack asks nobody what can be chosen in a " + control.type());
        }
        var least = control.element().path("min_query_length").asInt(3);
        if (typed.length() < least) {
            throw new ImpossibleActionError("Slack asks for what can be chosen once " + least + " letters are typed");
        }
        if (!app.sockets().on() && !app.surfaces().asksForOptions()) {
            return SlackJson.object(); // the app has no address for it
        }
        var delivery = slackDeliverySender.send(SlackDeliverySender.FORM, payload, Map.of());
        var answer = delivery.taken() && SlackJson.parse(delivery.answer()).orElse(null) instanceof ObjectNode object
                ? object
                : SlackJson.object();
        var options = new ArrayList<JsonNode>();
        answer.path("options").forEach(options::add);
        answer.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
        if (options.size() > MOST || !options.stream().allMatch(OptionSuggestions::whole)) {
            return SlackJson.object();
        }
        synchronized (offered) {
            var all = offered.computeIfAbsent(menu(person, control), none -> new HashMap<>());
            options.forEach(option -> all.put(option.path("value").asText(), option));
        }
        return answer;
    }

    private static boolean whole(JsonNode option) {
        var text = option.path("text").path("text").asText();
        var value = option.path("value");
        return !text.isEmpty()
                && text.length() <= 75
                && value.isTextual()
                && value.asText().length() <= 150;
    }

    /** The offered option with this value; null for none. */
    @Nullable
    JsonNode chosen(String person, InteractiveControl control, String value) {
        synchronized (offered) {
            return offered.getOrDefault(menu(person, control), Map.of()).get(value);
        }
    }

    private static Menu menu(String person, InteractiveControl control) {
        return new Menu(person, control.blockId(), control.actionId());
    }
}
