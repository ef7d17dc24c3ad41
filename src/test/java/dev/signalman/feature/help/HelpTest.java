package dev.signalman.feature.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalman.card.Button;
import dev.signalman.card.ListCard;
import dev.signalman.card.TextCard;
import dev.signalman.command.Grammar;
import dev.signalman.command.Help;
import dev.signalman.command.Refusal;
import dev.signalman.feature.FeatureFixture;
import dev.signalman.feature.PlainText;
import dev.signalman.feature.access.AccessRules;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HelpTest {
    private FeatureFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new FeatureFixture(AccessRules.NONE);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void everyVerbHasALineWithAnExampleThatCanBeTyped() {
        var grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));
        var card = (ListCard) fixture.types("help all").deliveries().get(0).card();
        var rows = PlainText.of(card.rows());

        assertThat(PlainText.of(card.title()))
                .startsWith("Run, watch, stop and promote Semaphore pipelines from Slack.");
        assertThat(grammar.verbs()).isNotEmpty().allSatisfy(verb -> {
            assertThat(rows).anyMatch(row -> row.startsWith(verb.pattern()) && row.endsWith(verb.example()));
            assertThat(grammar.verbOf(grammar.read(verb.example()))).isEqualTo(verb);
        });
        assertThat(rows).hasSizeLessThanOrEqualTo(54).noneMatch(row -> row.startsWith("observe"));
    }

    @Test
    void theFirstHelpIsEightLinesAndLeadsToEveryVerb() {
        var grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));
        var card = (ListCard) fixture.types("help").deliveries().get(0).card();

        assertThat(card.rows()).hasSize(8);
        assertThat(ShortHelp.SHOWN)
                .allSatisfy(
                        line -> assertThat(grammar.print(grammar.read(line))).isEqualTo(line));
        assertThat(card.actions().buttons()).extracting(Button::command).contains(Help.all());
        assertThat(Objects.requireNonNull(card.actions().menu()).choices())
                .extracting(Button::command)
                .containsExactlyElementsOf(grammar.verbs().stream()
                        .map(verb -> new Help(verb.words()))
                        .toList());
    }

    @Test
    void oneVerbIsExplainedWordByWord() {
        var card = (TextCard) fixture.types("help promote").deliveries().get(0).card();

        assertThat(PlainText.of(card.lines()))
                .contains("For example: /semaphore promote production web@main VERSION=v2")
                .anyMatch(line -> line.startsWith("subject  "))
                .anyMatch(line -> line.startsWith("override  "))
                .anyMatch(line -> line.startsWith("break-glass  "))
                .noneMatch(line -> line.startsWith("type  "));
    }

    @Test
    void aFamilyLeadsToItsVerbs() {
        var card = (TextCard) fixture.types("help agents").deliveries().get(0).card();

        assertThat(card.actions().buttons())
                .extracting(button -> button.label())
                .contains("Help agents create");
    }

    @Test
    void anUnknownVerbIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> fixture.types("help promot"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.suggestions()).isNotEmpty());
    }
}
