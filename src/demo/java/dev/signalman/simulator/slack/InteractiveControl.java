package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A control on a message or view: a button, a menu, an input.
 *
 * @param label a button's text, a menu's placeholder, an input's label, or what an overflow menu is called
 */
record InteractiveControl(String type, String actionId, String blockId, String label, JsonNode element) {
    private static final Set<String> NOT_CONTROLS = Set.of("plain_text", "mrkdwn", "image");

    static List<InteractiveControl> on(JsonNode blocks) {
        var found = new ArrayList<InteractiveControl>();
        for (var block : blocks) {
            var label = block.path("label").path("text").asText();
            collect(block, block.path("block_id").asText(), label, found);
        }
        return List.copyOf(found);
    }

    private static void collect(JsonNode node, String blockId, String label, List<InteractiveControl> found) {
        for (var child : node) {
            var type = child.path("type").asText();
            if (child.has("action_id") && !NOT_CONTROLS.contains(type)) {
                var text = child.path("text").path("text").asText(label.isEmpty() ? placeholder(child) : label);
                found.add(new InteractiveControl(type, child.path("action_id").asText(), blockId, text, child));
            } else if (child.isContainerNode()) {
                collect(child, blockId, label, found);
            }
        }
    }

    private static String placeholder(JsonNode element) {
        return element.path("type").asText().equals("overflow")
                ? "More actions"
                : element.path("placeholder").path("text").asText();
    }

    /** The texts of its options. */
    List<String> options() {
        var texts = new ArrayList<String>();
        element.path("options")
                .forEach(option -> texts.add(option.path("text").path("text").asText()));
        return texts;
    }

    boolean answersTo(String name) {
        return label.equals(name) || actionId.equals(name) || blockId.equals(name);
    }

    /** The option with this text or value, also in groups; null for none. */
    @Nullable
    JsonNode option(String name) {
        var options = new ArrayList<JsonNode>();
        element.path("options").forEach(options::add);
        element.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
        return options.stream()
                .filter(option -> option.path("text").path("text").asText().equals(name)
                        || option.path("value").asText().equals(name))
                .findFirst()
                .orElse(null);
    }
}
