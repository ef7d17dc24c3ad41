package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Menus whose options the bot tells while somebody types; a person can choose only what was last offered. */
final class Suggestions {
    private record Menu(String person, String blockId, String actionId) {}

    private final Deliveries deliveries;
    private final Map<Menu, List<JsonNode>> offered = new HashMap<>();

    Suggestions(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Asks the bot with a {@code block_suggestion}; gives its answer, which is empty when there was none in time. */
    ObjectNode ask(String person, Control control, String payload) {
        var delivery = deliveries.send(Deliveries.FORM, payload, Map.of());
        var answer = delivery.taken() && Json.parse(delivery.answer()).orElse(null) instanceof ObjectNode object
                ? object
                : Json.object();
        var options = new ArrayList<JsonNode>();
        answer.path("options").forEach(options::add);
        answer.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
        synchronized (offered) {
            offered.put(new Menu(person, control.blockId(), control.actionId()), List.copyOf(options));
        }
        return answer;
    }

    /** The offered option of this value; null when none was. */
    @Nullable
    JsonNode chosen(String person, Control control, String value) {
        synchronized (offered) {
            return offered.getOrDefault(new Menu(person, control.blockId(), control.actionId()), List.of()).stream()
                    .filter(option -> option.path("value").asText().equals(value))
                    .findFirst()
                    .orElse(null);
        }
    }
}
