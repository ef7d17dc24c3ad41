package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All ways to install start the same process, so measurements hold for all. */
class StartOptionsTest {
    private static final Pattern OPTION = Pattern.compile("-X[^\\s\",\\]]+|-Dfile[^\\s\",\\]]+");

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "docs/deploy.md", "deploy/systemd/signalman.service"})
    void theyHaveTheOptionsOfTheProcfile(String file) throws IOException {
        var options = options(Files.readString(Path.of("Procfile")));

        assertThat(options).hasSizeGreaterThan(3);
        assertThat(options(start(file))).containsAll(options);
    }

    @Test
    void theContainerIsNotRootAndSaysWhetherItLives() throws IOException {
        var lines = Files.readAllLines(Path.of("Dockerfile"));

        assertThat(lines).contains("USER signalman").contains("CMD [\"serve\"]");
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("HEALTHCHECK "));
        assertThat(String.join("\n", lines)).contains("GET /health/live ");
    }

    private static String start(String file) throws IOException {
        var text = Files.readString(Path.of(file));
        var from = text.indexOf(file.equals("Dockerfile") ? "ENTRYPOINT" : "ExecStart=");
        assertThat(from).as("where %s starts it", file).isPositive();
        return text.substring(from, text.indexOf("signalman.jar", from));
    }

    private static List<String> options(String start) {
        return OPTION.matcher(start).results().map(found -> found.group()).collect(Collectors.toList());
    }
}
