package dev.signalman.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Prints a JSON Schema's keys as tables: one for the top, and one for each kind of list entry. */
final class SchemaReference {
    /** The kinds of values that are not spelt out. */
    private static final Map<String, String> KINDS = Map.of(
            "value", "text",
            "text", "text",
            "values", "text, or a list",
            "some", "text, or a list",
            "span", "time span",
            "address", "address",
            "channel", "channel id",
            "voter", "id",
            "allowed", "id or `everyone`");

    private final JsonNode schema;
    private final Map<String, JsonNode> tables = new LinkedHashMap<>();

    SchemaReference(JsonNode schema) {
        this.schema = schema;
    }

    String print() {
        var document = new StringBuilder("\n").append(table(schema));
        List<String> printed = new ArrayList<>();
        while (printed.size() < tables.size()) {
            for (var title : List.copyOf(tables.keySet())) {
                if (!printed.contains(title)) {
                    printed.add(title);
                    document.append("\n### ")
                            .append(title)
                            .append("\n\n")
                            .append(table(tables.getOrDefault(title, schema)));
                }
            }
        }
        return document.append('\n').toString();
    }

    private String table(JsonNode object) {
        var required = strings(object.path("required"));
        return object.path("properties").properties().stream()
                .map(key -> "| `%s`%s | %s | %s |\n"
                        .formatted(
                                key.getKey(),
                                required.contains(key.getKey()) ? ", required" : "",
                                takes(key.getKey(), key.getValue()),
                                key.getValue().path("description").asText().replace("|", "\\|")))
                .collect(Collectors.joining("", "| key | takes | meaning |\n| --- | --- | --- |\n", ""));
    }

    private String takes(String key, JsonNode value) {
        if (value.has("$ref")) {
            var name = value.path("$ref").asText().replaceFirst(".*/", "");
            var kind = KINDS.get(name);
            return kind == null ? takes(key, schema.path("definitions").path(name)) : kind;
        }
        if (value.has("enum")) {
            return strings(value.path("enum")).stream()
                    .distinct()
                    .map(each -> "`" + each + "`")
                    .collect(Collectors.joining(", "));
        }
        if (value.has("const")) {
            return "`" + value.path("const").asText() + "`";
        }
        if (value.has("anyOf")) {
            return anyOf(key, value);
        }
        return switch (value.path("type").asText()) {
            case "array" -> list(key, value);
            case "object" -> "who, by verb";
            case "integer" -> "number";
            case "string" -> "text";
            default -> throw new IllegalStateException("No word for what " + key + " takes: " + value);
        };
    }

    /** The first alternative is the one that people write; a list of it may be another. */
    private String anyOf(String key, JsonNode value) {
        var first = takes(key, value.path("anyOf").path(0));
        var listed = StreamSupport.stream(value.path("anyOf").spliterator(), false)
                .anyMatch(each -> each.path("type").asText().equals("array"));
        return listed ? first + ", or a list" : first;
    }

    private String list(String key, JsonNode value) {
        var reference = value.path("items").path("$ref").asText();
        var items = reference.isEmpty()
                ? value.path("items")
                : schema.path("definitions").path(reference.replaceFirst(".*/", ""));
        if (!items.has("properties")) {
            return takes(key, value.path("items")) + ", or a list";
        }
        var title = "Each of `" + key + "`";
        tables.putIfAbsent(title, items);
        return "list, see [below](#each-of-" + key + ")";
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
