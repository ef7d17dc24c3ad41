package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.ApprovalCard;
import java.util.ArrayList;
import java.util.List;

/** Draws a request for approval: what is asked, what would ship, who has agreed; a part that is empty is left out. */
final class ApprovalDrawer {
    private final ApprovalCard card;
    private final Limits limits;
    private final RichText text;

    ApprovalDrawer(ApprovalCard card, Limits limits) {
        this.card = card;
        this.limits = limits;
        this.text = new RichText(limits);
    }

    List<ObjectNode> blocks() {
        var blocks = new ArrayList<ObjectNode>();
        add(blocks, head());
        add(blocks, ships());
        add(blocks, new Rows(card.standing(), limits).drawn());
        return blocks;
    }

    private List<ObjectNode> head() {
        var head = new ArrayList<>(text.lines(card.headline()));
        if (head.isEmpty()) { // Slack lets no update take rich text away
            head.add(Elements.section(List.of(Elements.text(Foreign.visible(card.sentence(), limits.words())))));
        }
        var quote = Foreign.line(card.quote(), limits.words());
        if (!quote.isBlank()) {
            head.add(Elements.quote(List.of(Elements.text(quote))));
        }
        head.addAll(text.lines(card.commit()));
        return head;
    }

    private List<ObjectNode> ships() {
        var ships = new ArrayList<>(text.lines(card.ships()));
        var changes = new Rows(card.changes(), limits).drawn();
        if (!changes.isEmpty()) {
            ships.add(Elements.bullets(changes));
        }
        ships.addAll(new Rows(card.details(), limits).drawn());
        return ships;
    }

    private static void add(List<ObjectNode> blocks, List<ObjectNode> elements) {
        if (!elements.isEmpty()) {
            blocks.add(Elements.holding("rich_text", elements));
        }
    }
}
