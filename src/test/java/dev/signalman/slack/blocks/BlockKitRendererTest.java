package dev.signalman.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.LogExcerpt;
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

class BlockKitRendererTest {
    private final BlockKitRenderer painter =
            new BlockKitRenderer(CommandPrinter::line, CommandPrinter::verb, new InMemoryLongLines());

    @Test
    void everyBlockCarriesTheKeyOfItsCard() {
        var renderedCard = painter.draw(GoldenCards.named("pipeline-failed"), "card-7.3");

        assertThat(BlockRules.values(BlockRules.blocks(renderedCard), "block_id"))
                .containsExactly("card-7.3:0", "card-7.3:1", "card-7.3:2", "card-7.3:3");
    }

    @Test
    void aPressedCardHasNothingToPressAndSaysWhoPressed() {
        var renderedCard = painter.draw(GoldenCards.named("pipeline-failed"), "k.1");

        var pressed = painter.disarm(renderedCard, "k.2", "Bob <!here>", "Rebuild failed");

        assertThat(BlockRules.values(BlockRules.blocks(pressed), "type")).doesNotContain("actions", "button");
        assertThat(BlockRules.values(BlockRules.blocks(pressed), "block_id")).allMatch(id -> id.startsWith("k.2:"));
        assertThat(pressed.text()).endsWith("by Alice. Bob &lt;!here&gt; pressed Rebuild failed.");
    }

    @Test
    void whatIsSentSaysWhichDrawingOfItsCardItIs() {
        var renderedCard = painter.draw(GoldenCards.named("pipeline-failed"), "card-7");

        var sent = painter.counted(renderedCard, "card-7", 12);

        assertThat(BlockRules.values(BlockRules.blocks(sent), "block_id"))
                .containsExactly("card-7@12:0", "card-7@12:1", "card-7@12:2", "card-7@12:3");
        assertThat(sent.blocks().replace("card-7@12:", "card-7:")).isEqualTo(renderedCard.blocks());
        assertThat(sent.text()).isEqualTo(renderedCard.text());
    }

    @Test
    void aPlainDrawingKeepsItsSentencesAlone() {
        var renderedCard = painter.draw(GoldenCards.named("pipeline-failed"), "k");

        assertThat(painter.plain(renderedCard).blocks()).contains("rich_text").doesNotContain("actions");
        assertThat(painter.plain(renderedCard).text()).isEqualTo(renderedCard.text());
    }

    @Test
    void aParameterThatWasLeftOutIsNotShown() {
        var deploy = SamplePipeline.in(PipelineState.RUNNING)
                .promoted("Production deploy", new EnvVar("REGION", ""), new EnvVar("VERSION", "v2"));
        var none = SamplePipeline.in(PipelineState.RUNNING).promoted("Production deploy", new EnvVar("REGION", ""));

        assertThat(painter.draw(SampleCards.of(deploy), "k").blocks())
                .contains("with", "VERSION=v2")
                .doesNotContain("REGION");
        assertThat(painter.draw(SampleCards.of(none), "k").blocks()).doesNotContain("with ", "REGION");
    }

    @Test
    void drawingTwiceGivesTheSame() {
        var card = GoldenCards.named("pipeline-many-promotions");

        assertThat(painter.draw(card, "k")).isEqualTo(painter.draw(card, "k"));
    }

    @Test
    void aPassedPipelineNeverSaysWhy() {
        for (var reason : ResultReason.values()) {
            var renderedCard = painter.draw(SampleCards.of(SamplePipeline.ended(Result.PASSED, reason)), "k");

            assertThat(renderedCard.text()).startsWith("web passed on main in 6 min 12 s. ");
        }
    }

    @Test
    void threeHundredBlocksOfTwentyJobsAreCounted() {
        var blocks = IntStream.range(0, 300)
                .mapToObj(n -> SamplePipeline.failed("Block " + n, "job", 1, 2, 3))
                .toList();

        var renderedCard = painter.draw(
                SampleCards.of(
                        SamplePipeline.ended(Result.FAILED, ResultReason.TEST).with(blocks)),
                "k");

        BlockRules.check(renderedCard);
        assertThat(BlocksAsText.of(renderedCard)).contains("and 291 more failed", "and 895 more");
    }

    @Test
    void aRunningCardDoesNotChangeWithEverySecond() {
        var running = SampleCards.of(SamplePipeline.in(PipelineState.RUNNING));
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
                CardActions.NONE);

        assertThat(painter.draw(later, "k")).isEqualTo(painter.draw(running, "k"));
    }

    @Test
    void ofALongLogTheEndIsShown() {
        var log = IntStream.range(0, 100_000).mapToObj(n -> "line " + n + "\n").collect(Collectors.joining());

        var renderedCard = painter.draw(new LogExcerpt("It failed.", Text.of("rspec"), log, "", CardActions.NONE), "k");

        BlockRules.check(renderedCard);
        assertThat(BlocksAsText.of(renderedCard))
                .contains("    | …\n    | line ")
                .contains("| line 99999");
    }

    @Test
    void aLongListSaysHowManyMoreThereAre() {
        var rows = IntStream.range(0, 200).mapToObj(n -> Text.of("row " + n)).toList();

        var renderedCard = painter.draw(new ListCard("200 rows.", Text.of("Rows"), rows, "", CardActions.NONE), "k");

        assertThat(BlocksAsText.of(renderedCard)).contains("• row 58\n  • and 141 more");
    }
}
