package dev.signalman.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.card.CardActions;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.chat.RenderedCard;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Foreign text is shown literally and has no effect. */
class UntrustedTextTest {
    private final BlockKitRenderer painter =
            new BlockKitRenderer(CommandPrinter::line, CommandPrinter::verb, new InMemoryLongLines());

    @Test
    void aCommitCannotMentionTheChannel() {
        var renderedCard = painter.draw(SampleCards.of(passed().saying("Ship it <!channel> `now` *please*")), "k");

        assertThat(renderedCard.text()).contains("Ship it &lt;!channel&gt; `now` *please*");
        assertThat(shown(renderedCard)).contains("Ship it <!channel> `now` *please*");
    }

    @Test
    void aNamedEmojiStaysAWord() {
        var renderedCard = painter.draw(
                SampleCards.of(passed().with(List.of(SamplePipeline.passed(":x:"))), SampleCards.promote(":skull:")),
                "k");

        assertThat(shown(renderedCard)).contains("✅ :x:", "Promote to :skull:");
        assertThat(BlockRules.values(BlockRules.blocks(renderedCard), "name")).containsExactly("white_check_mark");
    }

    @Test
    void aBranchCannotTurnTheLineAround() {
        var turned = painter.draw(SampleCards.of(passed().on(GitRef.branch("\u202eniam\u202c"))), "k");
        var hebrew = painter.draw(SampleCards.of(passed().on(GitRef.branch("ענף"))), "k");

        assertThat(shown(turned)).contains("niam");
        assertThat(shown(hebrew)).contains("\u2068ענף\u2069");
        assertThat(hebrew.text()).startsWith("web passed on \u2068ענף\u2069 in");
    }

    @Test
    void whatIsNotSeenIsLeftOut() {
        var renderedCard = painter.draw(SampleCards.of(passed().on(GitRef.branch("ma\u200bi\0n\u0007"))), "k");

        assertThat(shown(renderedCard)).contains("main");
    }

    @Test
    void picturesOfSeveralCharactersStayWhole() {
        var renderedCard = painter.draw(SampleCards.of(passed().saying("👩\u200d💻 at work")), "k");

        assertThat(shown(renderedCard)).contains("👩\u200d💻 at work");
    }

    @Test
    void halfACharacterBecomesTheReplacementCharacter() {
        var renderedCard = painter.draw(
                SampleCards.of(passed().on(GitRef.branch("a\ud83d")), SampleCards.promote("b\ude00")), "k");

        assertThat(shown(renderedCard)).contains("a\ufffd", "Promote to b\ufffd");
    }

    @Test
    void nothingIsShownAsBlank() {
        var renderedCard = painter.draw(SampleCards.of(passed().with(List.of(SamplePipeline.passed("\u200b")))), "k");

        assertThat(shown(renderedCard)).contains("✅ (blank)");
    }

    @Test
    void aLongTitleIsCutBetweenCharacters() {
        var renderedCard = painter.draw(SampleCards.of(passed().saying("x" + "💥".repeat(5_000))), "k");

        assertThat(shown(renderedCard)).contains("x" + "💥".repeat(59) + "…");
    }

    @Test
    void anAddressInTheSentenceIsBroken() {
        var renderedCard = painter.draw(TextCard.of("See https://evil.example for more."), "k");

        assertThat(renderedCard.text()).isEqualTo("See https:\u2060//evil.example for more.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://evil.example/",
                "https://acme.semaphoreci.com@evil.example/",
                "https://x.example/<!channel>",
                "https://x.example/a|b",
                "https://",
                "//x.example",
                ""
            })
    void whatIsNoSafeAddressIsNoLink(String url) {
        var renderedCard = painter.draw(
                new TextCard("a", List.of(Text.empty().link("words", url)), List.of(), CardActions.NONE), "k");

        assertThat(BlockRules.values(BlockRules.blocks(renderedCard), "type")).doesNotContain("link");
        assertThat(shown(renderedCard)).contains("words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://acme.semaphoreci.com/jobs/1?a=b#c", "http://localhost:8080/x", "http://127.0.0.1/"})
    void aSafeAddressIsALink(String url) {
        var renderedCard = painter.draw(
                new TextCard("a", List.of(Text.empty().link("words", url)), List.of(), CardActions.NONE), "k");

        assertThat(BlockRules.values(BlockRules.blocks(renderedCard), "url")).containsExactly(url);
    }

    private static SamplePipeline passed() {
        return SamplePipeline.ended(Result.PASSED, ResultReason.TEST);
    }

    private static List<String> shown(RenderedCard renderedCard) {
        BlockRules.check(renderedCard);
        return BlockRules.nodes(BlockRules.blocks(renderedCard))
                .map(node -> node.path("text"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }
}
