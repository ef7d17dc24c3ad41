package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Renders messages and views as plain text, for tests and the tour. */
public final class MessageText {
    private MessageText() {}

    /** A list of blocks, of a message or of a view. */
    public static String ofBlocks(JsonNode blocks) {
        var lines = new ArrayList<String>();
        blocks.forEach(block -> lines.addAll(lines(block)));
        return String.join("\n", lines);
    }

    private static List<String> lines(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "header" -> List.of("# " + text(block.path("text")));
            case "divider" -> List.of("───");
            case "section" -> section(block);
            case "context" -> List.of(joined(block.path("elements"), "  "));
            case "actions", "context_actions" -> List.of(joined(block.path("elements"), " "));
            case "rich_text" -> RichTextRenderer.lines(block);
            case "image" -> List.of("(" + block.path("alt_text").asText() + ")");
            case "markdown" -> block.path("text").asText().lines().toList();
            case "input" -> List.of(text(block.path("label")) + ": " + element(block.path("element")));
            case "table" -> table(block);
            case "alert" -> List.of(block.path("level").asText("default") + " alert: " + text(block.path("text")));
            default -> other(block);
        };
    }

    private static List<String> section(JsonNode block) {
        var lines = new ArrayList<>(text(block.path("text")).lines().toList());
        block.path("fields").forEach(field -> lines.addAll(text(field).lines().toList()));
        if (block.has("accessory")) {
            var accessory = element(block.path("accessory"));
            if (lines.isEmpty()) {
                lines.add(accessory);
            } else {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + "  " + accessory);
            }
        }
        return lines;
    }

    private static List<String> table(JsonNode block) {
        var lines = new ArrayList<String>();
        for (var row : block.path("rows")) {
            var cells = new ArrayList<String>();
            row.forEach(cell -> cells.add(
                    cell.has("text") ? cell.path("text").asText() : String.join(" ", RichTextRenderer.lines(cell))));
            lines.add(String.join(" | ", cells));
        }
        return lines;
    }

    /** An unsupported block shows its texts and controls. */
    private static List<String> other(JsonNode block) {
        var lines = new ArrayList<String>();
        lines.add("(" + block.path("type").asText() + ")");
        block.forEach(part -> {
            if (part.isObject() && part.has("text")) {
                lines.add(text(part));
            } else if (part.isArray()) {
                lines.add(joined(part, " "));
            }
        });
        return lines;
    }

    private static String joined(JsonNode elements, String between) {
        var drawn = new ArrayList<String>();
        elements.forEach(each -> drawn.add(element(each)));
        return String.join(between, drawn);
    }

    private static String element(JsonNode element) {
        return switch (element.path("type").asText()) {
            case "plain_text", "mrkdwn" -> text(element);
            case "image" -> "(" + element.path("alt_text").asText() + ")";
            case "button", "workflow_button" -> "[" + text(element.path("text")) + "]";
            case "overflow" -> "[… " + options(element) + "]";
            case "static_select" -> "[" + text(element.path("placeholder")) + " ▾ " + options(element) + "]";
            case "checkboxes", "radio_buttons" -> "( " + options(element) + " )";
            case "plain_text_input" -> "[" + element.path("initial_value").asText("____") + "]";
            default ->
                "["
                        + element.path("placeholder")
                                .path("text")
                                .asText(element.path("type").asText()) + "]";
        };
    }

    private static String options(JsonNode element) {
        var labels = new ArrayList<String>();
        element.path("options").forEach(option -> labels.add(text(option.path("text"))));
        element.path("option_groups")
                .forEach(group -> group.path("options").forEach(option -> labels.add(text(option.path("text")))));
        return String.join(" / ", labels);
    }

    private static String text(JsonNode text) {
        var value = text.path("text").asText();
        return text.path("type").asText().equals("mrkdwn") ? Mrkdwn.drawn(value) : Emoji.in(value);
    }
}
