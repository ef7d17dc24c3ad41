package dev.signalman.slack.blocks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.Card;
import dev.signalman.card.Symbol;
import dev.signalman.chat.CardRenderer;
import dev.signalman.chat.RenderedCard;
import dev.signalman.command.Command;
import dev.signalman.command.Grammar;
import dev.signalman.port.LongLineStore;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Renders cards as Slack blocks. The n-th block has the id {@code KEY:n}, and is sent as {@code KEY@count:n}, so a
 * press names its card and the version that was shown; Slack also wants new ids in an update. The same card and key
 * always give the same blocks.
 */
public final class BlockKitRenderer implements CardRenderer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NAME = 60;

    /** Bytes of the longest version suffix. */
    private static final int COUNT = "@9999999".length();

    private final Buttons buttons;

    /** Prints button commands with the grammar that will read them. */
    @Inject
    public BlockKitRenderer(Grammar grammar, LongLineStore longLines) {
        this(grammar::print, command -> grammar.verbOf(command).words(), longLines);
    }

    BlockKitRenderer(Function<Command, String> print, Function<Command, String> verb, LongLineStore longLines) {
        this.buttons = new Buttons(print, verb, longLines);
    }

    @Override
    public RenderedCard draw(Card card, String key) {
        var text = card.accept(new CardFallbackText());
        for (int level = 0; level <= BlockLimits.LAST; level++) {
            var blocks = written(card.accept(new CardBlocksRenderer(BlockLimits.at(level), buttons)), key);
            if (blocks != null) {
                return new RenderedCard(text, blocks);
            }
        }
        throw new IllegalStateException(
                "Too large at the tightest limits: " + card.getClass().getSimpleName());
    }

    @Override
    public RenderedCard disarm(RenderedCard renderedCard, String key, String name, String label) {
        var blocks = new ArrayList<ObjectNode>();
        for (var block : read(renderedCard)) {
            if (!block.path("type").asText().equals("actions")) {
                blocks.add((ObjectNode) block);
            }
        }
        var who = UntrustedText.visible(name, NAME);
        var what = UntrustedText.visible(label, NAME);
        var pressed = List.of(
                BlockElements.emoji(Symbol.PERSON),
                BlockElements.text(" "),
                BlockElements.bold(who),
                BlockElements.text(" pressed "),
                BlockElements.bold(what));
        blocks.add(BlockElements.holding("rich_text", List.of(BlockElements.section(pressed))));
        var written = numbered(blocks, key).toString();
        var sentence = FallbackText.escaped(who + " pressed " + what + ".");
        var text = renderedCard.text() + " " + sentence;
        return new RenderedCard(text.length() <= FallbackText.MAX ? text : sentence, written);
    }

    @Override
    public RenderedCard counted(RenderedCard renderedCard, String key, int count) {
        var blocks = new ArrayList<ObjectNode>();
        read(renderedCard).forEach(block -> blocks.add((ObjectNode) block));
        return new RenderedCard(
                renderedCard.text(), numbered(blocks, key + "@" + count).toString());
    }

    @Override
    public RenderedCard plain(RenderedCard renderedCard) {
        // Slack cannot change a rich-text message into one without: docs/slack.md, "Changing messages"
        var words =
                JSON.createObjectNode().put("type", "text").put("text", FallbackText.unescaped(renderedCard.text()));
        var section = JSON.createObjectNode().put("type", "rich_text_section");
        section.putArray("elements").add(words);
        var block = JSON.createObjectNode().put("type", "rich_text");
        block.putArray("elements").add(section);
        return new RenderedCard(renderedCard.text(), "[" + block + "]");
    }

    private static @Nullable String written(List<ObjectNode> blocks, String key) {
        var written = numbered(blocks, key).toString();
        int counts = blocks.size() * COUNT; // each id is sent with a version suffix
        return written.getBytes(StandardCharsets.UTF_8).length + counts <= BlockLimits.BYTES ? written : null;
    }

    private static JsonNode numbered(List<ObjectNode> blocks, String key) {
        for (int n = 0; n < blocks.size(); n++) {
            blocks.get(n).put("block_id", key + ":" + n);
        }
        return BlockElements.array(blocks);
    }

    private static JsonNode read(RenderedCard renderedCard) {
        try {
            return JSON.readTree(renderedCard.blocks());
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("A drawing whose blocks are no JSON", notOurs);
        }
    }
}
