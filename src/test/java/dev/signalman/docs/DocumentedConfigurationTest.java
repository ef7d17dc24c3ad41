package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalman.app.config.ConfigSchema;
import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.command.Grammar;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What the pages and the ready-made files say of the configuration passes {@code check-config}. */
final class DocumentedConfigurationTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SLACK_BOT_TOKEN", "xoxb-1",
            "SLACK_APP_TOKEN", "xapp-1",
            "SEMAPHORE_URL", "https://acme.semaphoreci.com",
            "SEMAPHORE_API_TOKEN", "token",
            "SIGNALMAN_ENCRYPTION_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyYamlBlockOfThePagesIsSoundOrIsAnotherProgramsFile() throws IOException {
        var keys = keys();
        int checked = 0;
        for (var page : MarkdownPage.written()) {
            for (var block : page.blocks()) {
                if (!block.language().equals("yaml")) {
                    continue;
                }
                Map<String, Object> file = new Yaml().load(block.text());
                if (isOfAnother(file)) {
                    continue;
                }
                assertThat(keys).as("keys in a block of %s", page).containsAll(file.keySet());
                soundly(block.text(), page.toString());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/compose/config/signalman.yml", ".semaphore/signalman.yml", "signalman.example.yml"})
    void everyReadyMadeFileIsSound(String file) throws IOException {
        soundly(Files.readString(Path.of(file)), file);
    }

    private void soundly(String file, String where) throws IOException {
        Files.writeString(folder.resolve("signalman.yml"), file);
        assertThatCode(() -> ConfigurationReader.read(ENVIRONMENT, folder))
                .as(where + ":\n" + file)
                .doesNotThrowAnyException();
    }

    /** A pipeline of Semaphore's, a resource of {@code sem}, or cases, which {@link DocumentedCasesTest} judges. */
    private static boolean isOfAnother(Map<String, Object> file) {
        return file.containsKey("cases")
                || "v1.0".equals(file.get("version"))
                || file.keySet().containsAll(List.of("apiVersion", "kind"));
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new HashSet<>();
        new ObjectMapper()
                .readTree(ConfigSchema.print(new Grammar(URI.create("https://acme.semaphoreci.com"))))
                .path("properties")
                .fieldNames()
                .forEachRemaining(keys::add);
        return keys;
    }
}
