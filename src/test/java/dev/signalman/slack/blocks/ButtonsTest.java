package dev.signalman.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.Menu;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ButtonsTest {
    private final InMemoryLongLines kept = new InMemoryLongLines();
    private final BlockKitRenderer painter = new BlockKitRenderer(CommandPrinter::line, CommandPrinter::verb, kept);

    @Test
    void aButtonHoldsItsLine() {
        var button = drawn(CardActions.of(SampleCards.RERUN)).path("elements").path(0);

        assertThat(button.path("value").asText()).isEqualTo("rerun workflow acabe58e-4bcc-4d39-be06-e98d71917703");
        assertThat(button.path("action_id").asText()).isEqualTo("command:rerun:0");
    }

    @Test
    void aLineOf1900CharactersStandsInItsButton() {
        int frame = CommandPrinter.line(promoting("").command()).length();
        var button = drawn(CardActions.of(promoting("v".repeat(1_900 - frame))))
                .path("elements")
                .path(0);

        assertThat(button.path("value").asText()).hasSize(1_900);
    }

    @Test
    void aLongerLineIsKeptAndNamed() {
        int frame = CommandPrinter.line(promoting("").command()).length();
        var lengthy = promoting("v".repeat(1_901 - frame));
        var reference = drawn(CardActions.of(lengthy))
                .path("elements")
                .path(0)
                .path("value")
                .asText();

        assertThat(reference).startsWith("kept:").hasSizeLessThanOrEqualTo(20);
        assertThat(kept.recall(reference)).isEqualTo(CommandPrinter.line(lengthy.command()));
    }

    @Test
    void aHundredPromotionsFitIntoOneMenu() {
        var choices = IntStream.range(0, 100)
                .mapToObj(n -> SampleCards.promote("region-" + n))
                .toList();
        var menu = drawn(new CardActions(List.of(SampleCards.RERUN), new Menu("Promote to …", choices)))
                .path("elements")
                .path(1);

        assertThat(menu.path("options")).hasSize(100);
        assertThat(menu.path("action_id").asText()).isEqualTo("command:menu:1");
        assertThat(menu.has("confirm")).isFalse();
        var last = menu.path("options").path(99).path("value").asText();
        assertThat(Objects.requireNonNullElse(kept.recall(last), last))
                .contains("promote region-99 pipeline " + SamplePipeline.ID);
    }

    @Test
    void aMenuSaysHowManyOfItsChoicesItShows() {
        var choices = IntStream.range(0, 130)
                .mapToObj(n -> SampleCards.promote("r" + n))
                .toList();
        var menu = drawn(new CardActions(List.of(), new Menu("Promote to …", choices)))
                .path("elements")
                .path(0);

        assertThat(menu.path("options")).hasSize(100);
        assertThat(menu.path("placeholder").path("text").asText()).isEqualTo("Promote to … (100 of 130)");
    }

    @Test
    void aMenuAsksWhenAnyOfItsChoicesAsks() {
        var choices = List.of(
                SampleCards.promote("staging"),
                SampleCards.promote("production").asking("Sure?", "To production.", "Yes", "No"));
        var menu = drawn(new CardActions(List.of(), new Menu("Promote to …", choices)))
                .path("elements")
                .path(0);

        assertThat(menu.path("confirm").path("text").path("text").asText()).isEqualTo("This happens immediately.");
    }

    @Test
    void onlyTheFirstPrimaryButtonIsPrimary() {
        var row = drawn(CardActions.of(
                SampleCards.promote("a").primary(), SampleCards.promote("b").primary(), SampleCards.RERUN.danger()));

        assertThat(BlockRules.values(row, "style")).containsExactly("primary", "danger");
    }

    private static Button promoting(String version) {
        return SampleCards.promote("production", Map.of("VERSION", version));
    }

    private JsonNode drawn(CardActions actions) {
        var renderedCard = painter.draw(new TextCard("Well.", List.of(Text.of("Well.")), List.of(), actions), "k");
        BlockRules.check(renderedCard);
        return BlockRules.blocks(renderedCard).path(1);
    }
}
