package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Renders {@code rich_text} blocks, whose text is literal. */
final class RichTextRenderer {
    private RichTextRenderer() {}

    static List<String> lines(JsonNode block) {
        var lines = new ArrayList<String>();
        for (var part : block.path("elements")) {
            switch (part.path("type").asText()) {
                case "rich_text_list" -> list(part, lines);
                case "rich_text_preformatted" -> {
                    lines.add("```");
                    inline(part).lines().forEach(lines::add);
                    lines.add("```");
                }
                case "rich_text_quote" -> inline(part).lines().forEach(line -> lines.add("> " + line));
                default -> inline(part).lines().forEach(lines::add);
            }
        }
        return lines;
    }

    private static void list(JsonNode list, List<String> lines) {
        var ordered = list.path("style").asText().equals("ordered");
        var indent = "  ".repeat(list.path("indent").asInt());
        int number = list.path("offset").asInt() + 1;
        for (var item : list.path("elements")) {
            lines.add(indent + (ordered ? number++ + ". " : "• ") + inline(item));
        }
    }

    private static String inline(JsonNode section) {
        var text = new StringBuilder();
        for (var element : section.path("elements")) {
            text.append(styled(element, element(element)));
        }
        return text.toString();
    }

    private static String element(JsonNode element) {
        return switch (element.path("type").asText()) {
            case "text" -> element.path("text").asText();
            case "link" -> element.path("text").asText(element.path("url").asText());
            case "emoji" -> Emoji.named(element.path("name").asText());
            case "user" -> "@" + element.path("user_id").asText();
            case "usergroup" -> "@" + element.path("usergroup_id").asText();
            case "channel" -> "#" + element.path("channel_id").asText();
            case "broadcast" -> "@" + element.path("range").asText();
            case "date" ->
                element.path("fallback").asText(element.path("timestamp").asText());
            case "color" -> element.path("value").asText();
            default -> "";
        };
    }

    private static String styled(JsonNode element, String text) {
        var style = element.path("style");
        if (style.path("code").asBoolean()) {
            return "`" + text + "`";
        }
        return style.path("bold").asBoolean() && !text.isBlank() ? "*" + text + "*" : text;
    }
}
