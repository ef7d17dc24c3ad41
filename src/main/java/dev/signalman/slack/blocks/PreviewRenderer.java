package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.PipelineCard;
import java.util.ArrayList;
import java.util.List;

/** Renders a link preview in plain text: Slack accepts no rich text there (docs/slack.md, "Links"). */
final class PreviewRenderer {
    private static final int NAME = 100;
    private static final String GAP = "  ·  ";

    private PreviewRenderer() {}

    static List<ObjectNode> blocks(PipelineCard card, BlockLimits limits) {
        var blocks = new ArrayList<ObjectNode>();
        var state = BlockElements.typed("section");
        state.set("text", BlockElements.plain(state(card)));
        blocks.add(state);
        var commit = commit(card, limits);
        if (!commit.isBlank()) {
            blocks.add(BlockElements.holding("context", List.of(BlockElements.plain(commit))));
        }
        var strip = PipelineBlocksLine.of(card, limits);
        if (!strip.isEmpty()) {
            blocks.add(BlockElements.holding(
                    "context", strip.stream().map(BlockElements::plain).toList()));
        }
        return blocks;
    }

    private static String state(PipelineCard card) {
        var pipeline = card.pipeline();
        var project = UntrustedText.visible(card.project(), NAME);
        var name = pipeline.promoted() ? project + " › " + UntrustedText.visible(pipeline.name(), NAME) : project;
        var ref = pipeline.ref().name().isBlank()
                ? ""
                : " on " + UntrustedText.line(pipeline.ref().spoken(), NAME);
        return StateLabels.symbol(pipeline).character() + " " + name + " " + StateLabels.verb(pipeline) + ref
                + StateLabels.howLong(card, false);
    }

    private static String commit(PipelineCard card, BlockLimits limits) {
        var parts = new ArrayList<String>();
        parts.add(UntrustedText.line(card.pipeline().commitTitle(), limits.title()));
        parts.add(card.pipeline().shortCommit());
        parts.add(UntrustedText.line(card.author(), NAME));
        parts.removeIf(String::isBlank);
        return String.join(GAP, parts);
    }
}
