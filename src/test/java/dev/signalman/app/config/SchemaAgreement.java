package dev.signalman.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.signalman.command.Grammar;
import java.net.URI;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/** What the schema says of a file, held against what the bot says of it. */
final class SchemaAgreement {
    private static final Grammar GRAMMAR = new Grammar(URI.create("https://acme.semaphoreci.com"));
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(ConfigSchema.read(GRAMMAR));

    private SchemaAgreement() {}

    /** What an editor would mark; nothing of a file that is empty. */
    static List<String> marks(String file) {
        return SCHEMA.validate(json(file)).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** What the bot takes no editor marks. */
    static void over(String file, List<?> faults) {
        if (faults.isEmpty()) {
            assertThat(marks(file)).as("what the schema says of\n%s", file).isEmpty();
        }
    }

    private static JsonNode json(String file) {
        var json = new JsonMapper();
        try {
            var read = new Yaml().<Object>load(file);
            return read == null ? json.createObjectNode() : json.valueToTree(read);
        } catch (YAMLException malformed) {
            return json.createArrayNode(); // not even that is allowed
        }
    }
}
