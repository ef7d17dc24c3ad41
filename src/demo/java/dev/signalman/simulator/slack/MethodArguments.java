package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.web.HttpCall;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Arguments of an API call, from a form, JSON or the query. */
final class MethodArguments {
    private final ObjectNode fields;

    MethodArguments(ObjectNode fields) {
        this.fields = fields;
    }

    static MethodArguments of(HttpCall call) {
        var fields = SlackJson.object();
        call.queryParameters().forEach((name, values) -> fields.put(name, values.get(0)));
        var type = call.header("content-type");
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            var body = SlackJson.parse(call.text());
            if (body.isEmpty() || !(body.get() instanceof ObjectNode object)) {
                throw new SlackRefusal("invalid_json");
            }
            fields.setAll(object);
        } else {
            call.formParameters().forEach((name, values) -> fields.put(name, values.get(0)));
        }
        return new MethodArguments(fields);
    }

    @Nullable
    String text(String name) {
        var value = fields.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    String required(String name) {
        var value = text(name);
        if (value == null || value.isEmpty()) {
            throw new SlackRefusal("invalid_arguments", "[ERROR] missing required field: " + name);
        }
        return value;
    }

    boolean flag(String name) {
        var value = text(name);
        return value != null && (value.equals("true") || value.equals("1"));
    }

    /** The blocks; null when omitted. */
    @Nullable
    ArrayNode blocks() {
        var value = json("blocks");
        if (value == null || value.isNull()) {
            return null;
        }
        if (!(value instanceof ArrayNode blocks)) {
            throw new SlackRefusal("invalid_blocks_format");
        }
        return blocks;
    }

    /** An object; null when omitted or not an object. */
    @Nullable
    ObjectNode object(String name) {
        return json(name) instanceof ObjectNode object ? object : null;
    }

    ObjectNode view() {
        if (!(json("view") instanceof ObjectNode view)) {
            throw new SlackRefusal("invalid_arguments", "[ERROR] must provide an object [json-pointer:/view]");
        }
        return view;
    }

    private @Nullable JsonNode json(String name) {
        var value = fields.get(name);
        if (value == null || !value.isTextual()) {
            return value;
        }
        return value.asText().isEmpty() ? null : SlackJson.parse(value.asText()).orElse(value);
    }
}
