package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalman.app.config.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** What is under {@code deploy/} is whole, and the pages show it as it is. */
final class DeployFilesTest {
    private static final Path CHART = Path.of("deploy/helm/signalman");
    private static final Pattern VALUE = Pattern.compile("\\.Values((?:\\.\\w+)+)");
    private static final Pattern ACTION = Pattern.compile("\\{\\{-?\\s*(\\w+)");

    @ParameterizedTest
    @CsvSource({
        "deploy/systemd/signalman.service, docs/deploy.md",
        "deploy/proxy/Caddyfile, docs/install-http-proxy.md",
        "deploy/proxy/nginx.conf, docs/install-http-proxy.md"
    })
    void thePagesShowTheFilesAsTheyAre(String file, String page) throws IOException {
        assertThat(MarkdownPage.of(page).blocks())
                .extracting(MarkdownPage.Block::text)
                .contains(Files.readString(Path.of(file)));
    }

    @Test
    void composeStartsTheImageAndLeavesItTimeToEnd() throws IOException {
        var compose = yaml(Path.of("deploy/compose/compose.yaml"));
        var bot = compose.at("/services/signalman");

        assertThat(Path.of("deploy/compose", bot.path("build").asText(), "Dockerfile"))
                .isRegularFile();
        assertThat(bot.path("stop_grace_period").asText()).isEqualTo("40s");
        assertThat(bot.path("env_file").asText()).isEqualTo("signalman.env");
        assertThat(Path.of("deploy/compose", bot.at("/volumes/0").asText().split(":", -1)[0], "signalman.yml"))
                .isRegularFile();
        assertThat(bot.at("/volumes/1").asText()).isEqualTo("data:" + home());
        assertThat(compose.path("volumes").has("data")).isTrue();
    }

    @Test
    void theEnvironmentToFillInIsWholeAndHoldsOnlyWhatIsKnown(@TempDir Path empty) throws IOException {
        var lines = Files.readAllLines(Path.of("deploy/compose/signalman.env.example"));
        var variables = lines.stream()
                .map(line -> line.replaceFirst("^# (?=[A-Z_]+=)", ""))
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.replaceFirst("=.*", ""))
                .toList();
        var page = MarkdownPage.of("docs/configuration.md").codeSpans();
        assertThat(variables).hasSizeGreaterThan(6);
        assertThat(variables)
                .filteredOn(variable -> !variable.equals("POSTGRES_PASSWORD"))
                .isSubsetOf(page);

        Map<String, String> filledIn = new HashMap<>();
        lines.stream().filter(line -> line.matches("[A-Z_]+=.*")).forEach(line -> {
            var at = line.indexOf('=');
            filledIn.put(line.substring(0, at), line.substring(at + 1));
        });
        filledIn.computeIfPresent("SLACK_BOT_TOKEN", (name, prefix) -> prefix + "1");
        filledIn.computeIfPresent("SLACK_APP_TOKEN", (name, prefix) -> prefix + "1");
        filledIn.computeIfPresent("SEMAPHORE_API_TOKEN", (name, none) -> "token");
        assertThatCode(() -> ConfigurationReader.read(filledIn, empty)).doesNotThrowAnyException();
    }

    @Test
    void everyValueThatTheChartReadsHasADefault() throws IOException {
        var values = yaml(CHART.resolve("values.yaml"));
        var read = VALUE.matcher(templates().values().stream().collect(Collectors.joining("\n")))
                .results()
                .map(found -> found.group(1).replace('.', '/'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(read).contains("/replicas", "/image/tag", "/persistence/enabled");
        assertThat(read)
                .allSatisfy(value -> assertThat(values.at(value).isMissingNode())
                        .as("value " + value)
                        .isFalse());
        assertThat(yaml(CHART.resolve("Chart.yaml")).path("name").asText()).isEqualTo("signalman");
    }

    @Test
    void everyActionOfTheChartIsClosedAndEveryTemplateThatItIncludesIsThere() throws IOException {
        var all = String.join("\n", templates().values());
        var defined = names("define", all);

        assertThat(names("include", all)).isNotEmpty().isSubsetOf(defined);
        templates().forEach((file, text) -> {
            var actions =
                    ACTION.matcher(text).results().map(found -> found.group(1)).toList();
            var opened = actions.stream()
                    .filter(List.of("if", "with", "range", "define")::contains)
                    .count();
            assertThat(actions.stream().filter("end"::equals).count()).as(file).isEqualTo(opened);
            assertThat(text.split("\\{\\{", -1)).as(file).hasSameSizeAs(text.split("}}", -1));
        });
    }

    @Test
    void thePodRunsTheImageAsItIsBuilt() throws IOException {
        var deployment = templates().getOrDefault("deployment.yaml", "");
        var image = Files.readString(Path.of("Dockerfile"));

        assertThat(image).contains("--uid 10001 ");
        assertThat(deployment)
                .contains("runAsUser: 10001", "terminationGracePeriodSeconds: 40", "mountPath: " + home())
                .contains("path: /health/live", "path: /health/ready");
    }

    private static String home() throws IOException {
        var image = Files.readString(Path.of("Dockerfile"));
        return image.lines()
                .filter(line -> line.startsWith("WORKDIR "))
                .reduce("", (before, last) -> last)
                .replace("WORKDIR ", "");
    }

    private static List<String> names(String action, String text) {
        return Pattern.compile(action + " \"([^\"]+)\"")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static Map<String, String> templates() throws IOException {
        Map<String, String> templates = new HashMap<>();
        try (var files = Files.list(CHART.resolve("templates"))) {
            for (var file : files.toList()) {
                templates.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return templates;
    }

    private static JsonNode yaml(Path file) throws IOException {
        return new ObjectMapper().valueToTree(new Yaml().load(Files.readString(file)));
    }
}
