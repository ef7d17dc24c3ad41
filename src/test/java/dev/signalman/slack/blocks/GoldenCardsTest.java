package dev.signalman.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalman.card.Card;
import dev.signalman.card.LinkPreview;
import dev.signalman.card.PipelineCard;
import dev.signalman.chat.RenderedCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden files of all cards. After an intended change, run {@code mvn test -Dtest=GoldenCardsTest -Dgolden.update=true}
 * and read the difference.
 */
class GoldenCardsTest {
    private static final Path FILES = Path.of("src/test/resources/dev/signalman/slack/blocks");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockKitRenderer painter =
            new BlockKitRenderer(CommandPrinter::line, CommandPrinter::verb, new InMemoryLongLines());

    static Stream<String> names() {
        return GoldenCards.all().keySet().stream();
    }

    /** Previews wrap pipeline cards and are rendered from those. */
    @Test
    void everyKindOfCardIsAmongThem() {
        var kinds = GoldenCards.all().values().stream().map(Object::getClass);
        assertThat(Stream.concat(kinds, Stream.of(LinkPreview.class))).contains(Card.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCardIsDrawnAsItWas(String name) throws IOException {
        seen(name, painter.draw(GoldenCards.named(name), "card-1"));
    }

    @Test
    void aPressedCardIsDrawnAsItWas() throws IOException {
        var renderedCard = painter.draw(GoldenCards.named("pipeline-failed"), "card-1");

        seen("pipeline-pressed", painter.disarm(renderedCard, "card-2", "Bob", "Rebuild failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline-running", "pipeline-failed", "deploy-passed"})
    void aPreviewUnderALinkIsDrawnAsItWas(String name) throws IOException {
        var renderedCard = painter.draw(new LinkPreview((PipelineCard) GoldenCards.named(name)), "card-1");
        BlockRules.checkPreview(renderedCard);

        same("preview-" + name, renderedCard);
    }

    private static void seen(String name, RenderedCard renderedCard) throws IOException {
        BlockRules.check(renderedCard);
        same(name, renderedCard);
    }

    private static void same(String name, RenderedCard renderedCard) throws IOException {
        var message = JSON.createObjectNode().put("text", renderedCard.text());
        message.set("blocks", BlockRules.blocks(renderedCard));
        same(
                FILES.resolve(name + ".json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(message) + "\n");
        same(FILES.resolve(name + ".txt"), BlocksAsText.of(renderedCard));
    }

    private static void same(Path file, String content) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FILES);
            Files.writeString(file, content);
        }
        assertThat(file).content().isEqualTo(content);
    }
}
