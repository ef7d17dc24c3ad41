package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.app.config.ConfigurationReader;
import dev.signalman.app.config.FaultyConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration's page documents every variable. */
class VariablesTest {
    @Test
    void everyVariableThatIsReadIsDocumented(@TempDir Path empty) throws IOException {
        var page = Files.readString(Path.of("docs/configuration.md"));
        var environment = new AskedEnvironment();

        // all faults are reported at once, so every variable has been read
        assertThatThrownBy(() -> ConfigurationReader.read(environment, empty))
                .isInstanceOf(FaultyConfigurationException.class);

        assertThat(environment.asked).contains("PORT", "SLACK_BOT_TOKEN");
        assertThat(environment.asked)
                .filteredOn(variable -> !page.contains("`" + variable + "`"))
                .as("variables that docs/configuration.md does not show")
                .isEmpty();
    }

    /** An empty environment that records which variables are read. */
    private static final class AskedEnvironment extends AbstractMap<String, String> {
        private final Set<String> asked = new TreeSet<>();

        @Override
        public @Nullable String get(@Nullable Object variable) {
            asked.add(String.valueOf(variable));
            return null;
        }

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            return Set.of();
        }
    }
}
