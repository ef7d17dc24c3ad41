package dev.signalman.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The schema of cases knows the keys and words that are read, and marks nothing that is taken. */
final class CaseSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode schema() throws IOException {
        return JSON.readTree(CaseSchema.print());
    }

    private static Set<String> keys(String place) throws IOException {
        var keys = new TreeSet<String>();
        schema().at(place).get("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> words(String place) throws IOException {
        var words = new TreeSet<String>();
        schema().at(place).get("enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static List<String> marks(String file) throws IOException {
        Object read = new Yaml(
                        new SafeConstructor(new LoaderOptions()),
                        new Representer(new DumperOptions()),
                        new DumperOptions(),
                        new TimesAsText())
                .load(file);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(schema())
                .validate(JSON.<JsonNode>valueToTree(read))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** Editors read times as text, too. */
    private static final class TimesAsText extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
        }
    }

    @Test
    void itsKeysAndWordsAreThoseThatAreRead() throws IOException {
        assertThat(keys("")).isEqualTo(PolicyCaseFile.KEYS);
        assertThat(keys("/definitions/case")).isEqualTo(CaseSection.KEYS);
        assertThat(keys("/properties/defaults")).isEqualTo(CaseSection.DEFAULTS);
        assertThat(words("/definitions/way"))
                .isEqualTo(set(Arrays.stream(CaseAction.values()).map(CaseAction::word)));
        assertThat(words("/definitions/case/properties/expect"))
                .isEqualTo(set(Arrays.stream(CaseOutcome.values()).map(CaseOutcome::word)));
    }

    private static Set<String> set(Stream<String> words) {
        return new TreeSet<>(words.toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/resources/dev/signalman/app/policy/cases.yml",
                "deploy/compose/config/cases.yml",
                ".semaphore/cases.yml"
            })
    void itMarksNothingOfSoundCases(String file) throws IOException {
        assertThat(marks(Files.readString(Path.of(file)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour: red",
                "cases: []",
                "cases: [{name: x}]",
                "cases: [{name: x, expect: maybe}]",
                "cases: [{name: x, expect: granted, colour: red}]",
                "cases: [{name: x, expect: granted, way: fly}]",
                "cases: [{name: x, expect: granted, result: green}]",
                "cases: [{name: x, expect: granted, votes: {U0BOB: perhaps}}]",
                "cases: [{name: x, expect: granted, locks: [{until: noon}]}]",
                "{people: {bob: Bob}, cases: [{name: x, expect: granted}]}",
                "{people: {U0BOB: {name: Bob, standing: boss}}, cases: [{name: x, expect: granted}]}",
                "{groups: {release: []}, cases: [{name: x, expect: granted}]}",
            })
    void itMarksWhatIsFaulty(String file) throws IOException {
        assertThat(marks(file)).isNotEmpty();
    }
}
