package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Blocks as Slack stores and returns them, with missing ids and flags filled in. */
final class StoredBlocks {
    private static final Set<String> SILENT = Set.of("plain_text", "mrkdwn", "image", "rich_text");

    private final TimestampGenerator timestampGenerator;

    StoredBlocks(TimestampGenerator timestampGenerator) {
        this.timestampGenerator = timestampGenerator;
    }

    ArrayNode of(JsonNode blocks) {
        var kept = SlackJson.array();
        for (var block : blocks) {
            ObjectNode copy = block.deepCopy();
            if (!copy.has("block_id")) {
                copy.put("block_id", timestampGenerator.shortId());
            }
            copy.path("elements").forEach(this::name);
            name(copy.path("accessory"));
            name(copy.path("element"));
            flags(copy);
            kept.add(copy);
        }
        return kept;
    }

    private void name(JsonNode element) {
        var type = element.path("type").asText();
        if (element instanceof ObjectNode object
                && !type.isEmpty()
                && !SILENT.contains(type)
                && !type.startsWith("rich_text_")
                && !object.has("action_id")) {
            object.put("action_id", timestampGenerator.shortId());
        }
    }

    private static void flags(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var type = object.path("type").asText();
            if (type.equals("plain_text") && !object.has("emoji")) {
                object.put("emoji", true);
            } else if (type.equals("mrkdwn") && !object.has("verbatim")) {
                object.put("verbatim", false);
            }
        }
        node.forEach(StoredBlocks::flags);
    }
}
