package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Text;
import java.util.ArrayList;
import java.util.List;

/** Renders a home tab: its sections one below the other, each entry with its buttons. */
final class HomeRenderer {
    /** Slack allows a hundred blocks, more than anybody reads; an entry takes two. */
    private static final int MOST_BLOCKS = 44;

    private final BlockLimits limits;
    private final Buttons buttons;
    private final RichText text;

    HomeRenderer(BlockLimits limits, Buttons buttons) {
        this.limits = limits;
        this.buttons = buttons;
        this.text = new RichText(limits);
    }

    List<ObjectNode> blocks(HomeCard card) {
        var blocks = new ArrayList<ObjectNode>();
        int pressed = 0;
        for (var part : card.parts()) {
            if (!blocks.isEmpty()) {
                blocks.add(BlockElements.typed("divider"));
            }
            blocks.add(line(part.title()));
            int shown = 0;
            for (var entry : part.entries()) {
                if (blocks.size() >= MOST_BLOCKS || shown >= limits.rows()) {
                    break;
                }
                blocks.add(line(entry.line()));
                blocks.addAll(buttons.rows(entry.actions(), limits, pressed));
                pressed += entry.actions().buttons().size() + 1;
                shown++;
            }
            var small = shown < part.entries().size()
                    ? "and " + (part.entries().size() - shown) + " more"
                    : UntrustedText.line(part.small(), limits.words());
            if (!small.isBlank()) {
                blocks.add(BlockElements.holding("context", List.of(BlockElements.plain(small))));
            }
        }
        return blocks;
    }

    private ObjectNode line(Text line) {
        var lines = text.lines(line);
        return BlockElements.holding(
                "rich_text",
                lines.isEmpty()
                        ? List.of(BlockElements.section(List.of(BlockElements.text(UntrustedText.BLANK))))
                        : lines);
    }
}
