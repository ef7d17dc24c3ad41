package dev.signalman.playground.face;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.web.Reply;
import java.util.Optional;

/** Reads and writes the page's JSON. */
final class PageJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private PageJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static Optional<ObjectNode> parsed(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    static String written(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of plain JSON could not be written", impossible);
        }
    }

    /** An answer that must not be cached. */
    static Reply reply(int status, JsonNode node) {
        return Reply.json(status, written(node)).with("Cache-Control", "no-store");
    }
}
