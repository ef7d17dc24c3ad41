package dev.signalman.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalman.card.Actions;
import dev.signalman.card.Answer;
import dev.signalman.card.Text;
import dev.signalman.dispatch.Drawing;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Result;
import dev.signalman.domain.ResultReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever others write is shown as they wrote it, and does nothing. */
class ForeignTextTest {
    private final BlockKitPainter painter =
            new BlockKitPainter(SpokenCommands::line, SpokenCommands::verb, new KeptLines());

    @Test
    void aCommitCannotMentionTheChannel() {
        var drawing = painter.draw(Cards.of(passed().saying("Ship it <!channel> `now` *please*")), "k");

        assertThat(drawing.text()).contains("Ship it &lt;!channel&gt; `now` *please*");
        assertThat(shown(drawing)).contains("Ship it <!channel> `now` *please*");
    }

    @Test
    void aNamedEmojiStaysAWord() {
        var drawing =
                painter.draw(Cards.of(passed().with(List.of(Pipelines.passed(":x:"))), Cards.promote(":skull:")), "k");

        assertThat(shown(drawing)).contains("✅ :x:", "Promote to :skull:");
        assertThat(DrawingRules.values(DrawingRules.blocks(drawing), "name")).containsExactly("white_check_mark");
    }

    @Test
    void aBranchCannotTurnTheLineAround() {
        var turned = painter.draw(Cards.of(passed().on(GitRef.branch("\u202eniam\u202c"))), "k");
        var hebrew = painter.draw(Cards.of(passed().on(GitRef.branch("ענף"))), "k");

        assertThat(shown(turned)).contains("niam");
        assertThat(shown(hebrew)).contains("\u2068ענף\u2069");
        assertThat(hebrew.text()).startsWith("web passed on \u2068ענף\u2069 in");
    }

    @Test
    void whatIsNotSeenIsLeftOut() {
        var drawing = painter.draw(Cards.of(passed().on(GitRef.branch("ma\u200bi\0n\u0007"))), "k");

        assertThat(shown(drawing)).contains("main");
    }

    @Test
    void picturesOfSeveralCharactersStayWhole() {
        var drawing = painter.draw(Cards.of(passed().saying("👩\u200d💻 at work")), "k");

        assertThat(shown(drawing)).contains("👩\u200d💻 at work");
    }

    @Test
    void halfACharacterBecomesTheReplacementCharacter() {
        var drawing = painter.draw(Cards.of(passed().on(GitRef.branch("a\ud83d")), Cards.promote("b\ude00")), "k");

        assertThat(shown(drawing)).contains("a\ufffd", "Promote to b\ufffd");
    }

    @Test
    void nothingIsShownAsBlank() {
        var drawing = painter.draw(Cards.of(passed().with(List.of(Pipelines.passed("\u200b")))), "k");

        assertThat(shown(drawing)).contains("✅ (blank)");
    }

    @Test
    void aLongTitleIsCutBetweenCharacters() {
        var drawing = painter.draw(Cards.of(passed().saying("x" + "💥".repeat(5_000))), "k");

        assertThat(shown(drawing)).contains("x" + "💥".repeat(59) + "…");
    }

    @Test
    void anAddressInTheSentenceIsBroken() {
        var drawing = painter.draw(Answer.of("See https://evil.example for more."), "k");

        assertThat(drawing.text()).isEqualTo("See https:\u2060//evil.example for more.");
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
        var drawing =
                painter.draw(new Answer("a", List.of(Text.empty().link("words", url)), List.of(), Actions.NONE), "k");

        assertThat(DrawingRules.values(DrawingRules.blocks(drawing), "type")).doesNotContain("link");
        assertThat(shown(drawing)).contains("words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://acme.semaphoreci.com/jobs/1?a=b#c", "http://localhost:8080/x", "http://127.0.0.1/"})
    void aSafeAddressIsALink(String url) {
        var drawing =
                painter.draw(new Answer("a", List.of(Text.empty().link("words", url)), List.of(), Actions.NONE), "k");

        assertThat(DrawingRules.values(DrawingRules.blocks(drawing), "url")).containsExactly(url);
    }

    private static Pipelines passed() {
        return Pipelines.ended(Result.PASSED, ResultReason.TEST);
    }

    private static List<String> shown(Drawing drawing) {
        DrawingRules.check(drawing);
        return DrawingRules.nodes(DrawingRules.blocks(drawing))
                .map(node -> node.path("text"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }
}
