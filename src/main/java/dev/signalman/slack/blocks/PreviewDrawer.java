package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.PipelineCard;
import java.util.ArrayList;
import java.util.List;

/** Draws a pipeline under a link to it, of plain text alone: Slack takes no rich text there (docs/slack.md, "Links"). */
final class PreviewDrawer {
    private static final int NAME = 100;
    private static final String GAP = "  ·  ";

    private PreviewDrawer() {}

    static List<ObjectNode> blocks(PipelineCard card, Limits limits) {
        var blocks = new ArrayList<ObjectNode>();
        var state = Elements.typed("section");
        state.set("text", Elements.plain(state(card)));
        blocks.add(state);
        var commit = commit(card, limits);
        if (!commit.isBlank()) {
            blocks.add(Elements.holding("context", List.of(Elements.plain(commit))));
        }
        var strip = BlockStrip.of(card.pipeline().blocks(), limits);
        if (!strip.isEmpty()) {
            blocks.add(Elements.holding(
                    "context", strip.stream().map(Elements::plain).toList()));
        }
        return blocks;
    }

    private static String state(PipelineCard card) {
        var pipeline = card.pipeline();
        var project = Foreign.visible(card.project(), NAME);
        var name = pipeline.promoted() ? project + " › " + Foreign.visible(pipeline.name(), NAME) : project;
        var ref = pipeline.ref().name().isBlank()
                ? ""
                : " on " + Foreign.line(pipeline.ref().spoken(), NAME);
        return PipelineWords.symbol(pipeline).character() + " " + name + " " + PipelineWords.verb(pipeline) + ref
                + PipelineWords.howLong(card, false);
    }

    private static String commit(PipelineCard card, Limits limits) {
        var parts = new ArrayList<String>();
        parts.add(Foreign.line(card.pipeline().commitTitle(), limits.title()));
        parts.add(card.pipeline().shortCommit());
        parts.add(Foreign.line(card.author(), NAME));
        parts.removeIf(String::isBlank);
        return String.join(GAP, parts);
    }
}
