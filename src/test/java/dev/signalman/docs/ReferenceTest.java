package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalman.app.config.ConfigSchema;
import dev.signalman.command.Grammar;
import dev.signalman.command.Verb;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The reference of commands is made from the grammar, that of the configuration from its JSON Schema. After an intended
 * change, run {@code mvn test -Dtest=ReferenceTest -Dgolden.update=true} and read the difference.
 */
final class ReferenceTest {
    private final Grammar grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));

    @Test
    void thatOfCommandsHoldsEveryVerb() throws IOException {
        same(Path.of("docs/commands.md"), table(grammar.verbs()));
    }

    @Test
    void thatOfTheConfigurationHoldsEveryKey() throws IOException {
        var schema = new ObjectMapper().readTree(ConfigSchema.print(grammar));
        same(Path.of("docs/configuration.md"), new SchemaReference(schema).print());
    }

    private static void same(Path page, String part) throws IOException {
        var generated = new GeneratedPart(page);
        if (Boolean.getBoolean("golden.update")) {
            generated.write(part);
        }
        assertThat(generated.read()).isEqualTo(part);
    }

    private static String table(List<Verb<?>> verbs) {
        return verbs.stream()
                .map(verb -> "| `%s` | %s | `%s` |\n"
                        .formatted(cell(verb.pattern()), prose(verb.summary()), cell(verb.example())))
                .collect(Collectors.joining("", "\n| line | what it does | example |\n| --- | --- | --- |\n", "\n"));
    }

    /** Markdown would take what is between angle brackets for a tag, and hide it. */
    private static String prose(String text) {
        return cell(text).replace("<", "&lt;");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
