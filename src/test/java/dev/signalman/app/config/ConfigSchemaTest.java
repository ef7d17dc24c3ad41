package dev.signalman.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.command.Grammar;
import dev.signalman.domain.PipelineEnding;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema knows what the bot knows, and marks nothing that the bot takes. */
class ConfigSchemaTest {
    private static final Grammar GRAMMAR = new Grammar(URI.create("https://acme.semaphoreci.com"));

    @TempDir
    private Path folder;

    private List<String> faults(String file) throws IOException {
        var path = folder.resolve("signalman.yml");
        Files.writeString(path, file);
        var faults = new ArrayList<ConfigurationFault>();
        var root = ConfigFile.read(path, true, faults).root();
        var sections = new ConfigFileSections(root, GRAMMAR);
        sections.projects();
        sections.access();
        sections.promotions(true);
        SubscriptionSection.read(root);
        return faults.stream().map(ConfigurationFault::toString).toList();
    }

    private static Set<String> keys(JsonNode mapping) {
        var keys = new TreeSet<String>();
        mapping.get("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** What the bot lists when it meets a key that it does not know there. */
    private Set<String> known(String file) throws IOException {
        var fault = faults(file).stream()
                .filter(each -> each.contains("colour: isn't a known key here; known are "))
                .findFirst()
                .orElseThrow();
        return new TreeSet<>(
                List.of(fault.substring(fault.indexOf("known are ") + 10).split(", ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | colour: red",
                "/properties/projects/items | projects: [{name: web, colour: red}]",
                "/definitions/rule | promotions: [{name: production, colour: red}]",
                "/definitions/freeze | promotions: [{name: production, freeze: [{colour: red}]}]",
                "/definitions/parameter | promotions: [{name: production, parameters: [{name: A, colour: red}]}]",
                "/definitions/subscription | subscriptions: [{channel: C0BUILDS, project: web, colour: red}]",
            })
    void itsKeysAreThoseThatTheBotKnows(String place, String file) throws IOException {
        assertThat(keys(ConfigSchema.read(GRAMMAR).at(place))).isEqualTo(known(file));
        assertThat(SchemaAgreement.marks(file)).isNotEmpty();
    }

    @Test
    void noOtherPlaceHasKeys() {
        var closed = ConfigSchema.read(GRAMMAR).toString().split("\"additionalProperties\":false", -1);
        assertThat(closed).hasSize(6 + 1);
    }

    @Test
    void itsWordsAreThoseThatTheBotKnows() {
        var schema = ConfigSchema.read(GRAMMAR);
        var results = new ArrayList<String>();
        schema.at("/definitions/result/anyOf/0/enum").forEach(word -> results.add(word.asText()));
        assertThat(results).isEqualTo(PipelineEnding.words());
        assertThat(SchemaAgreement.marks("subscriptions: [{channel: C0BUILDS, project: web, result: [Broken, FIXED]}]"))
                .isEmpty();
        assertThat(SchemaAgreement.marks("access: {stop: [S0ONCALL], agents create: U0ALICE, override: everyone}"))
                .isEmpty();
        assertThat(SchemaAgreement.marks("access: {derail: everyone}")).isNotEmpty();
    }

    @Test
    void theExampleIsSoundAndNamesIt() throws IOException {
        var example = Files.readString(Path.of("signalman.example.yml"));
        assertThat(SchemaAgreement.marks(example)).isEmpty();
        assertThat(example).startsWith("# yaml-language-server: $schema=signalman.schema.json\n");
        var uncommented = example.replaceAll(
                "(?m)^( *)# ((stop|not_by|channel|notify|expires_after|remind_after|break_glass|unlock|unnamed|port|semaphore_url): )",
                "$1$2");
        assertThat(uncommented).contains("\nport: 3000", "  stop: [S0ONCALL]", "    expires_after: PT4H");
        assertThat(SchemaAgreement.marks(uncommented)).isEmpty();
        assertThat(faults(uncommented)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "just words",
                "slack_bot_token: xoxb-1",
                "projects: web",
                "projects: [web]",
                "projects: [{default_branch: main}]",
                "projects: [{name: ' '}]",
                "projects: [{name: web, default_branch: [main]}]",
                "projects: [{name: web, promotions: {a: b}}]",
                "access: [stop]",
                "access: {stop: []}",
                "access: {stop: alice}",
                "promotions: {name: production}",
                "promotions: [{approvals: 0}]",
                "promotions: [{name: production, approvals: 1}]",
                "promotions: [{name: production, approvals: 1, approvers: []}]",
                "promotions: [{name: production, approvals: 101, approvers: [U0ALICE]}]",
                "promotions: [{name: production, approvals: many, approvers: [U0ALICE]}]",
                "promotions: [{name: production, approvers: [everyone]}]",
                "promotions: [{name: production, projects: []}]",
                "promotions: [{name: production, channel: deploys}]",
                "promotions: [{name: production, branches: []}]",
                "promotions: [{name: production, not_by: pusher}]",
                "promotions: [{name: production, unlock: [alice]}]",
                "unnamed: perhaps",
                "deploys_as: bot",
                "promotions: [{name: production, enforce: role}]",
                "promotions: [{name: production, notify: loudly}]",
                "promotions: [{name: production, self_approval: perhaps}]",
                "promotions: [{name: production, expires_after: soon}]",
                "promotions: [{name: production, remind_after: [soon]}]",
                "promotions: [{name: production, break_glass: []}]",
                "promotions: [{name: production, break_glass: [everyone]}]",
                "promotions: [{name: production, as: me}]",
                "promotions: [{name: production, freeze: []}]",
                "promotions: [{name: production, freeze: [{cron: '0 0 16 * * FRI', for: PT64H}]}]",
                "promotions: [{name: production, freeze: [{cron: '0 0 16 * * FRI', for: long, zone: UTC}]}]",
                "promotions: [{name: production, parameters: [{required: true}]}]",
                "promotions: [{name: production, parameters: [{name: 1A}]}]",
                "promotions: [{name: production, parameters: [{name: A, options: []}]}]",
                "subscriptions: [{channel: C0BUILDS}]",
                "subscriptions: [{channel: builds, project: web}]",
                "subscriptions: [{channel: C0BUILDS, project: web, result: []}]",
                "subscriptions: [{channel: C0BUILDS, project: web, result: [green]}]",
                "subscriptions: [{channel: C0BUILDS, project: web, mode: loud}]",
                "subscriptions: [{channel: C0BUILDS, project: web, threads: many}]",
            })
    void whatItMarksTheBotRefuses(String file) throws IOException {
        assertThat(SchemaAgreement.marks(file)).isNotEmpty();
        assertThat(faults(file)).isNotEmpty();
    }
}
