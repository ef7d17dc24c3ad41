package dev.signalman.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of rules that are small and would grow without end when they are read. */
@Timeout(60)
final class HostileFileTest {
    @TempDir
    private Path folder;

    private void isRefused(String file, String words) throws IOException {
        Files.writeString(folder.resolve("signalman.yml"), file);
        var faulty = Objects.requireNonNull(catchThrowableOfType(
                FaultyConfigurationException.class, () -> ConfigurationReader.read(Map.of(), folder)));
        assertThat(faulty.faults().stream().map(ConfigurationFault::toString))
                .as("faults of the file")
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("signalman.yml")
                        .contains(words)
                        .hasSizeLessThan(500));
    }

    @Test
    void aliasesOfAliases() throws IOException {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int n = 1; n < 30; n++) {
            bomb.append("a")
                    .append(n)
                    .append(": &a")
                    .append(n)
                    .append(" [")
                    .append(("*a" + (n - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(n - 1)
                    .append("]\n");
        }
        isRefused(bomb + "projects: *a29\n", "isn't valid YAML: ");
    }

    @Test
    void listsInListsInLists() throws IOException {
        isRefused("projects: " + "[".repeat(100_000), "isn't valid YAML: ");
    }

    @Test
    void keysThatHoldThemselves() throws IOException {
        isRefused("projects: &p\n  - {name: web, promotions: *p}\n", "promotions");
    }

    @Test
    void anExpressionThatRepeatsWhatRepeats() throws IOException {
        isRefused(
                "subscriptions:\n  - {channel: C0000001, project: web, branch: '/((a{900}){900}){900}/'}\n",
                "repeats too much");
    }
}
