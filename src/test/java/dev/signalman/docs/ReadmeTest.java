package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.command.Grammar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages document every command and metric, and the README stays short. */
class ReadmeTest {
    private static final Pattern METRIC = Pattern.compile("\\.(?:timer|counter|gauge)\\(\\s*\"(signalman[a-z.]+)\"");

    @Test
    void theReadmeIsReadInAFewMinutes() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThan(215);
    }

    @Test
    void everyVerbIsInTheReferenceWithItsUsage() throws IOException {
        var commands = Files.readString(Path.of("docs/commands.md"));
        var patterns = new Grammar(URI.create("https://acme.semaphoreci.com"))
                .verbs().stream()
                        .map(verb -> verb.pattern().replace("|", "\\|")) // escaped for a table
                        .toList();

        assertThat(patterns).isNotEmpty();
        assertThat(patterns)
                .filteredOn(pattern -> !commands.contains("| `" + pattern + "` |"))
                .as("verbs that docs/commands.md does not show")
                .isEmpty();
    }

    @Test
    void everyMetricIsExplained() throws IOException {
        var operations = Files.readString(Path.of("docs/operations.md"));
        Set<String> metrics;
        try (var files = Files.walk(Path.of("src/main/java/dev/signalman/app"))) {
            metrics = files.filter(Files::isRegularFile)
                    .flatMap(file -> METRIC.matcher(read(file)).results())
                    .map(found -> found.group(1).replace('.', '_'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(metrics).contains("signalman_acts", "signalman_queue_due");
        assertThat(metrics)
                .filteredOn(metric -> !Pattern.compile("`" + metric + "(_seconds|_total)?`")
                        .matcher(operations)
                        .find())
                .as("metrics that docs/operations.md does not explain")
                .isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
