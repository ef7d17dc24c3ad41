package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.Symbol;
import java.util.List;

/** The Slack block elements that cards use; none of them parses markup. */
final class BlockElements {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BlockElements() {}

    static ObjectNode text(String words) {
        return typed("text").put("text", words);
    }

    static ObjectNode bold(String words) {
        return styled(words, "bold");
    }

    static ObjectNode code(String words) {
        return styled(words, "code");
    }

    static ObjectNode link(String words, String url) {
        return typed("link").put("url", url).put("text", words);
    }

    static ObjectNode emoji(Symbol symbol) {
        return typed("emoji").put("name", symbol.shortCode());
    }

    static ObjectNode user(String userId) {
        return typed("user").put("user_id", userId);
    }

    static ObjectNode group(String groupId) {
        return typed("usergroup").put("usergroup_id", groupId);
    }

    static ObjectNode channel(String channelId) {
        return typed("channel").put("channel_id", channelId);
    }

    static ObjectNode date(long seconds, String format, String fallback) {
        return typed("date").put("timestamp", seconds).put("format", format).put("fallback", fallback);
    }

    static ObjectNode section(List<ObjectNode> elements) {
        return holding("rich_text_section", elements);
    }

    static ObjectNode quote(List<ObjectNode> elements) {
        return holding("rich_text_quote", elements);
    }

    static ObjectNode preformatted(String words) {
        return holding("rich_text_preformatted", List.of(text(words)));
    }

    static ObjectNode bullets(List<ObjectNode> sections) {
        return holding("rich_text_list", sections).put("style", "bullet");
    }

    /**
     * Plain text in which short codes such as {@code :x:} stay as they are: {@code emoji} is off (docs/slack.md,
     * "Text").
     */
    static ObjectNode plain(String words) {
        return typed("plain_text").put("text", words).put("emoji", false);
    }

    static ObjectNode holding(String type, List<ObjectNode> elements) {
        var node = typed(type);
        node.set("elements", array(elements));
        return node;
    }

    static ArrayNode array(List<ObjectNode> elements) {
        return JSON.arrayNode(elements.size()).addAll(elements);
    }

    static ObjectNode typed(String type) {
        return untyped().put("type", type);
    }

    static ObjectNode untyped() {
        return JSON.objectNode();
    }

    private static ObjectNode styled(String words, String style) {
        var node = text(words);
        node.set("style", JSON.objectNode().put(style, true));
        return node;
    }
}
