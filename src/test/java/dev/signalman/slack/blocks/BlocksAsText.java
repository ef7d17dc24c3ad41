package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.card.Symbol;
import dev.signalman.chat.RenderedCard;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Rendered blocks as readable text: links in round, buttons in square brackets. */
final class BlocksAsText {
    private BlocksAsText() {}

    static String of(RenderedCard renderedCard) {
        return "text: " + renderedCard.text() + "\n\n" + all(BlockRules.blocks(renderedCard), "\n") + "\n";
    }

    private static String draw(JsonNode node) {
        return switch (node.path("type").asText()) {
            case "rich_text" -> all(node.path("elements"), "\n");
            case "section" -> draw(node.path("text"));
            case "rich_text_section" -> all(node.path("elements"), "");
            case "rich_text_list" -> "  • " + all(node.path("elements"), "\n  • ");
            case "rich_text_preformatted" ->
                all(node.path("elements"), "")
                        .lines()
                        .map(line -> "    | " + line)
                        .collect(Collectors.joining("\n"));
            case "rich_text_quote" -> "  > " + all(node.path("elements"), "");
            case "context" -> "  (" + all(node.path("elements"), "   ") + ")";
            case "actions" -> all(node.path("elements"), " ");
            case "button" -> button(node);
            case "static_select" -> "[" + draw(node.path("placeholder")) + " ▾ " + options(node) + "]";
            case "overflow" -> "[⋯ " + options(node) + "]";
            case "emoji" -> character(node.path("name").asText());
            case "user" -> "@" + node.path("user_id").asText();
            case "usergroup" -> "@" + node.path("usergroup_id").asText();
            case "date" -> node.path("fallback").asText();
            case "link" -> node.path("text").asText() + " (" + node.path("url").asText() + ")";
            default -> styled(node);
        };
    }

    private static String button(JsonNode node) {
        var asks = node.has("confirm") ? " asks \"" + draw(node.path("confirm").path("text")) + "\"" : "";
        var style = node.has("style") ? " " + node.path("style").asText() : "";
        return "[" + draw(node.path("text")) + style + asks + " → "
                + node.path("value").asText() + "]";
    }

    private static String options(JsonNode node) {
        return StreamSupport.stream(node.path("options").spliterator(), false)
                .map(option ->
                        draw(option.path("text")) + " → " + option.path("value").asText())
                .collect(Collectors.joining(" | "));
    }

    private static String styled(JsonNode node) {
        var text = node.path("text").asText();
        var mark = node.path("style").has("bold") ? "*" : node.path("style").has("code") ? "`" : "";
        return mark + text + mark;
    }

    private static String character(String name) {
        return Arrays.stream(Symbol.values())
                .filter(symbol -> symbol.shortCode().equals(name))
                .map(Symbol::character)
                .findFirst()
                .orElseThrow();
    }

    private static String all(JsonNode nodes, String between) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(BlocksAsText::draw)
                .collect(Collectors.joining(between));
    }
}
