package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.command.Grammar;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README says all that can be said. */
class ReadmeTest {
    @Test
    void everyVerbStandsInTheReadmeWithItsUsage() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var patterns = new Grammar(URI.create("https://acme.semaphoreci.com"))
                .verbs().stream()
                        .map(verb -> verb.pattern().replace("|", "\\|")) // as a table wants it
                        .toList();

        assertThat(patterns).isNotEmpty();
        assertThat(patterns)
                .filteredOn(pattern -> !readme.contains("| `" + pattern + "` |"))
                .as("verbs that the README does not show")
                .isEmpty();
    }
}
