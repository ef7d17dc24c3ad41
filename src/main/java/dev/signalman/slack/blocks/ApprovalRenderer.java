package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.ApprovalCard;
import java.util.ArrayList;
import java.util.List;

/** Renders an approval request: what is asked, what would ship, and who has agreed. Empty parts are left out. */
final class ApprovalRenderer {
    private final ApprovalCard card;
    private final BlockLimits limits;
    private final RichText text;

    ApprovalRenderer(ApprovalCard card, BlockLimits limits) {
        this.card = card;
        this.limits = limits;
        this.text = new RichText(limits);
    }

    List<ObjectNode> blocks() {
        var blocks = new ArrayList<ObjectNode>();
        add(blocks, head());
        add(blocks, ships());
        add(blocks, new RichText(limits).fitting(card.standing()));
        return blocks;
    }

    private List<ObjectNode> head() {
        var head = new ArrayList<>(text.lines(card.headline()));
        if (head.isEmpty()) { // Slack refuses an update that removes rich text
            head.add(BlockElements.section(
                    List.of(BlockElements.text(UntrustedText.visible(card.sentence(), limits.words())))));
        }
        var quote = UntrustedText.line(card.quote(), limits.words());
        if (!quote.isBlank()) {
            head.add(BlockElements.quote(List.of(BlockElements.text(quote))));
        }
        head.addAll(text.lines(card.commit()));
        return head;
    }

    private List<ObjectNode> ships() {
        var ships = new ArrayList<>(text.lines(card.ships()));
        var changes = new RichText(limits).fitting(card.changes());
        if (!changes.isEmpty()) {
            ships.add(BlockElements.bullets(changes));
        }
        ships.addAll(new RichText(limits).fitting(card.details()));
        ships.addAll(text.lines(card.risk()));
        return ships;
    }

    private static void add(List<ObjectNode> blocks, List<ObjectNode> elements) {
        if (!elements.isEmpty()) {
            blocks.add(BlockElements.holding("rich_text", elements));
        }
    }
}
