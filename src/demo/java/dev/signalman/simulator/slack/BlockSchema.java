package dev.signalman.simulator.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The documented rules of Block Kit: structure, lengths, counts, and no unknown fields. */
final class BlockSchema {
    private static final BlockSchema MESSAGES = new BlockSchema("slack-message.schema.json");
    private static final BlockSchema VIEWS = new BlockSchema("slack-view.schema.json");

    private final JsonSchema schema;

    private BlockSchema(String resource) {
        try (var stream = BlockSchema.class.getResourceAsStream(resource)) {
            var config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .build();
            this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(Objects.requireNonNull(stream, resource), config);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static BlockSchema ofMessages() {
        return MESSAGES;
    }

    static BlockSchema ofViews() {
        return VIEWS;
    }

    /** Faults in Slack's format, each with a JSON pointer below {@code root}. */
    List<String> faults(JsonNode document, String root) {
        return schema.validate(document).stream()
                .map(fault -> "[ERROR] %s [json-pointer:%s%s]"
                        .formatted(
                                fault.getMessage().replaceFirst("^\\S*: ", ""),
                                root,
                                fault.getInstanceLocation().toString()))
                .distinct()
                .sorted()
                .toList();
    }
}
