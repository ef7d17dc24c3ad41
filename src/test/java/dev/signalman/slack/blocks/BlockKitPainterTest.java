package dev.signalman.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.card.Actions;
import dev.signalman.card.Excerpt;
import dev.signalman.card.Listing;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.Text;
import dev.signalman.domain.EnvVar;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockKitPainterTest {
    private final BlockKitPainter painter =
            new BlockKitPainter(SpokenCommands::line, SpokenCommands::verb, new KeptLines());

    @Test
    void everyBlockCarriesTheKeyOfItsCard() {
        var drawing = painter.draw(GoldenCards.named("pipeline-failed"), "card-7.3");

        assertThat(DrawingRules.values(DrawingRules.blocks(drawing), "block_id"))
                .containsExactly("card-7.3:0", "card-7.3:1", "card-7.3:2", "card-7.3:3");
    }

    @Test
    void aPressedCardHasNothingToPressAndSaysWhoPressed() {
        var drawing = painter.draw(GoldenCards.named("pipeline-failed"), "k.1");

        var pressed = painter.disarm(drawing, "k.2", "Bob <!here>", "Rebuild failed");

        assertThat(DrawingRules.values(DrawingRules.blocks(pressed), "type")).doesNotContain("actions", "button");
        assertThat(DrawingRules.values(DrawingRules.blocks(pressed), "block_id"))
                .allMatch(id -> id.startsWith("k.2:"));
        assertThat(pressed.text()).endsWith("by Alice. Bob &lt;!here&gt; pressed Rebuild failed.");
    }

    @Test
    void whatIsSentSaysWhichDrawingOfItsCardItIs() {
        var drawing = painter.draw(GoldenCards.named("pipeline-failed"), "card-7");

        var sent = painter.counted(drawing, "card-7", 12);

        assertThat(DrawingRules.values(DrawingRules.blocks(sent), "block_id"))
                .containsExactly("card-7@12:0", "card-7@12:1", "card-7@12:2", "card-7@12:3");
        assertThat(sent.blocks().replace("card-7@12:", "card-7:")).isEqualTo(drawing.blocks());
        assertThat(sent.text()).isEqualTo(drawing.text());
    }

    @Test
    void aPlainDrawingKeepsItsSentencesAlone() {
        var drawing = painter.draw(GoldenCards.named("pipeline-failed"), "k");

        assertThat(painter.plain(drawing).blocks()).contains("rich_text").doesNotContain("actions");
        assertThat(painter.plain(drawing).text()).isEqualTo(drawing.text());
    }

    @Test
    void aParameterThatWasLeftOutIsNotShown() {
        var deploy = Pipelines.in(PipelineState.RUNNING)
                .promoted("Production deploy", new EnvVar("REGION", ""), new EnvVar("VERSION", "v2"));
        var none = Pipelines.in(PipelineState.RUNNING).promoted("Production deploy", new EnvVar("REGION", ""));

        assertThat(painter.draw(Cards.of(deploy), "k").blocks())
                .contains("with", "VERSION=v2")
                .doesNotContain("REGION");
        assertThat(painter.draw(Cards.of(none), "k").blocks()).doesNotContain("with ", "REGION");
    }

    @Test
    void drawingTwiceGivesTheSame() {
        var card = GoldenCards.named("pipeline-many-promotions");

        assertThat(painter.draw(card, "k")).isEqualTo(painter.draw(card, "k"));
    }

    @Test
    void aPassedPipelineNeverSaysWhy() {
        for (var reason : ResultReason.values()) {
            var drawing = painter.draw(Cards.of(Pipelines.ended(Result.PASSED, reason)), "k");

            assertThat(drawing.text()).startsWith("web passed on main in 6 min 12 s. ");
        }
    }

    @Test
    void threeHundredBlocksOfTwentyJobsAreCounted() {
        var blocks = IntStream.range(0, 300)
                .mapToObj(n -> Pipelines.failed("Block " + n, "job", 1, 2, 3))
                .toList();

        var drawing = painter.draw(
                Cards.of(Pipelines.ended(Result.FAILED, ResultReason.TEST).with(blocks)), "k");

        DrawingRules.check(drawing);
        assertThat(InWords.of(drawing)).contains("and 291 more failed", "and 895 more");
    }

    @Test
    void aRunningCardDoesNotChangeWithEverySecond() {
        var running = Cards.of(Pipelines.in(PipelineState.RUNNING));
        var later = new PipelineCard(
                "web",
                running.pipeline(),
                running.url(),
                running.commitUrl(),
                "Alice",
                "",
                List.of(),
                List.of(),
                running.readAt().plusSeconds(20),
                Actions.NONE);

        assertThat(painter.draw(later, "k")).isEqualTo(painter.draw(running, "k"));
    }

    @Test
    void ofALongLogTheEndIsShown() {
        var log = IntStream.range(0, 100_000).mapToObj(n -> "line " + n + "\n").collect(Collectors.joining());

        var drawing = painter.draw(new Excerpt("It failed.", Text.of("rspec"), log, "", Actions.NONE), "k");

        DrawingRules.check(drawing);
        assertThat(InWords.of(drawing)).contains("    | …\n    | line ").contains("| line 99999");
    }

    @Test
    void aLongListSaysHowManyMoreThereAre() {
        var rows = IntStream.range(0, 200).mapToObj(n -> Text.of("row " + n)).toList();

        var drawing = painter.draw(new Listing("200 rows.", Text.of("Rows"), rows, "", Actions.NONE), "k");

        assertThat(InWords.of(drawing)).contains("• row 46\n  • and 153 more");
    }
}
