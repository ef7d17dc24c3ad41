package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Slack's undocumented rules; docs/slack.md lists them. */
final class UndocumentedRules {
    private static final int MOST_MARKDOWN = 12_000;
    private static final Set<String> MODALS_ONLY = Set.of("alert");
    private static final Set<String> NOT_IN_VIEWS =
            Set.of("markdown", "table", "data_table", "plan", "task_card", "card", "carousel", "context_actions");
    private static final Set<String> URLS = Set.of("url", "image_url", "thumb_url", "title_url");

    private final List<String> faults = new ArrayList<>();
    private final Set<String> blockIds = new HashSet<>();
    private int markdown;
    private int tables;

    private UndocumentedRules() {}

    static List<String> faultsOfMessage(JsonNode blocks) {
        return new UndocumentedRules().judge(blocks, "/blocks", MODALS_ONLY, "messages");
    }

    static List<String> faultsOfView(JsonNode blocks, boolean modal) {
        var barred = new HashSet<>(NOT_IN_VIEWS);
        if (!modal) {
            barred.addAll(MODALS_ONLY);
            barred.removeAll(Set.of("card", "carousel"));
        }
        return new UndocumentedRules().judge(blocks, "/view/blocks", barred, modal ? "modals" : "home tabs");
    }

    private List<String> judge(JsonNode blocks, String root, Set<String> barred, String surface) {
        for (int i = 0; i < blocks.size(); i++) {
            var at = root + "/" + i;
            var type = blocks.get(i).path("type").asText();
            if (barred.contains(type)) {
                fault("unsupported type in " + surface + ": " + type, at + "/type");
            }
            block(blocks.get(i), type, at);
        }
        if (markdown > MOST_MARKDOWN) {
            fault("markdown must be at most " + MOST_MARKDOWN + " characters in all", root);
        }
        if (tables > 1) {
            fault("only one table is allowed", root);
        }
        return faults;
    }

    private void block(JsonNode block, String type, String at) {
        var id = block.path("block_id").asText();
        if (!id.isEmpty() && !blockIds.add(id)) {
            fault("`block_id` " + id + " already exists", at + "/block_id");
        }
        switch (type) {
            case "markdown" -> markdown += block.path("text").asText().length();
            case "table", "data_table" -> tables++;
            case "section" -> {
                if (!block.has("text") && !block.has("fields")) {
                    fault("missing required field: text", at);
                }
            }
            default -> {}
        }
        inside(block, at, new HashSet<>());
    }

    private void inside(JsonNode node, String at, Set<String> actionIds) {
        node.properties().forEach(field -> {
            var here = at + "/" + field.getKey();
            var value = field.getValue();
            if (field.getKey().equals("action_id") && !actionIds.add(value.asText())) {
                fault("`action_id` " + value.asText() + " already exists", here);
            }
            if (URLS.contains(field.getKey()) && value.isTextual() && !url(value.asText())) {
                fault("invalid url", here);
            }
            if (field.getKey().equals("confirm")
                    && value.isObject()
                    && !node.path("type").asText().isEmpty()) {
                confirm(value, here);
            }
            if (field.getKey().equals("text")
                    && value.isTextual()
                    && value.asText().isEmpty()) {
                fault("must be more than 0 characters", here);
            }
            inside(value, here, actionIds);
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                inside(node.get(i), at + "/" + i, actionIds);
            }
        }
    }

    private void confirm(JsonNode confirm, String at) {
        for (var required : List.of("title", "text", "confirm", "deny")) {
            if (!confirm.has(required)) {
                fault("missing required field: " + required, at);
            }
        }
    }

    private static boolean url(String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return switch (scheme) {
                case "http", "https" -> uri.getHost() != null;
                case "mailto", "tel", "slack" -> true;
                default -> false;
            };
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private void fault(String what, String pointer) {
        faults.add("[ERROR] " + what + " [json-pointer:" + pointer + "]");
    }
}
