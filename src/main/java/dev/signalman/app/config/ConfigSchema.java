package dev.signalman.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.command.Grammar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The JSON Schema (draft 7) of the file, with which editors complete keys and mark errors. */
public final class ConfigSchema {
    private static final JsonMapper JSON = new JsonMapper();

    private ConfigSchema() {}

    /** Returns the schema as formatted text. The words under {@code access:} are the verbs of {@code grammar}. */
    public static String print(Grammar grammar) {
        return read(grammar).toPrettyString();
    }

    static JsonNode read(Grammar grammar) {
        try (var resource = ConfigSchema.class.getResourceAsStream("signalman.schema.json")) {
            var schema = JSON.readTree(Objects.requireNonNull(resource, "The schema is not in the jar"));
            var words = ((ObjectNode) schema.at("/properties/access/propertyNames")).putArray("enum");
            AccessKeywords.all(grammar).forEach(words::add);
            return schema;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
