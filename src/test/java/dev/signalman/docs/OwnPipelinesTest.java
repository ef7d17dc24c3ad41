package dev.signalman.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The project's own pipelines, and the rules beside them, say the same of each promotion. */
final class OwnPipelinesTest {
    private static final Path FOLDER = Path.of(".semaphore");

    /** A promotion as a pipeline has it, or as a rule does: its name, what it starts, and what it starts from. */
    private record Way(String name, String starts, String from) {}

    @Test
    void everyPromotionHasARuleThatNamesWhatItStartsAndFromWhere() throws IOException {
        var inPipelines = inPipelines();
        var rules = read(FOLDER.resolve("signalman.yml"));
        var inRules = elements(rules.path("promotions"))
                .map(rule -> new Way(
                        rule.path("name").asText(),
                        rule.path("pipeline_files").path(0).asText(),
                        rule.path("from").path(0).asText()))
                .toList();

        assertThat(inPipelines).extracting(Way::name).containsExactlyInAnyOrder("staging", "production");
        assertThat(inRules).containsExactlyInAnyOrderElementsOf(inPipelines);
        assertThat(elements(rules.path("projects").path(0).path("promotions")).map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(
                        inPipelines.stream().map(Way::name).toList());
    }

    @Test
    void parametersAreTheSame() throws IOException {
        var inPipeline = elements(read(FOLDER.resolve("staging.yml")).path("promotions"))
                .flatMap(promotion -> elements(promotion.path("parameters").path("env_vars")))
                .map(OwnPipelinesTest::parameter)
                .toList();
        var inRules = elements(read(FOLDER.resolve("signalman.yml")).path("promotions"))
                .flatMap(rule -> elements(rule.path("parameters")))
                .map(OwnPipelinesTest::parameter)
                .toList();

        assertThat(inPipeline).isNotEmpty().isEqualTo(inRules);
    }

    @Test
    void everyPipelineIsWholeAndStartsOnlyWhatIsThere() throws IOException {
        for (var way : inPipelines()) {
            assertThat(Path.of(way.starts())).isRegularFile();
        }
        for (var file : pipelines()) {
            var pipeline = read(file);
            assertThat(pipeline.path("version").asText()).as(file.toString()).isEqualTo("v1.0");
            assertThat(pipeline.at("/agent/machine/type").asText()).isNotEmpty();
            assertThat(commands(pipeline)).as(file.toString()).isNotEmpty();
        }
        assertThat(commands(read(FOLDER.resolve("semaphore.yml"))))
                .contains(
                        "bash .ci/run",
                        "java -jar target/signalman.jar policy test .semaphore/cases.yml --config .semaphore/signalman.yml");
        assertThat(Files.isRegularFile(Path.of(".ci/run"))).isTrue();
    }

    private static String parameter(JsonNode parameter) {
        return parameter.path("name").asText() + " required="
                + parameter.path("required").asBoolean();
    }

    private static List<String> commands(JsonNode pipeline) {
        return elements(pipeline.path("blocks"))
                .flatMap(block -> elements(block.at("/task/jobs")))
                .flatMap(job -> elements(job.path("commands")))
                .map(JsonNode::asText)
                .toList();
    }

    private static List<Way> inPipelines() throws IOException {
        List<Way> ways = new ArrayList<>();
        for (var file : pipelines()) {
            elements(read(file).path("promotions"))
                    .map(promotion -> new Way(
                            promotion.path("name").asText(),
                            FOLDER + "/" + promotion.path("pipeline_file").asText(),
                            file.toString()))
                    .forEach(ways::add);
        }
        return ways;
    }

    private static List<Path> pipelines() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("signalman.yml") && !file.endsWith("cases.yml"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().valueToTree(new Yaml().load(Files.readString(file)));
    }
}
