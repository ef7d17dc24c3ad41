package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.ApprovalCard;
import dev.signalman.card.CardActions;
import dev.signalman.card.CardVisitor;
import dev.signalman.card.HomeCard;
import dev.signalman.card.LinkPreview;
import dev.signalman.card.ListCard;
import dev.signalman.card.LogExcerpt;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.RefusalCard;
import dev.signalman.card.TextCard;
import java.util.ArrayList;
import java.util.List;

/** Renders a card's blocks within the given limits. */
final class CardBlocksRenderer implements CardVisitor<List<ObjectNode>> {
    private final BlockLimits limits;
    private final Buttons buttons;
    private final RichText text;

    CardBlocksRenderer(BlockLimits limits, Buttons buttons) {
        this.limits = limits;
        this.buttons = buttons;
        this.text = new RichText(limits);
    }

    @Override
    public List<ObjectNode> answer(TextCard card) {
        return whole(new RichText(limits).fitting(card.lines()), card.sentence(), card.small(), card.actions());
    }

    @Override
    public List<ObjectNode> approval(ApprovalCard card) {
        var blocks = new ArrayList<>(new ApprovalRenderer(card, limits).blocks());
        blocks.addAll(buttons.rows(card.actions(), limits));
        return blocks;
    }

    @Override
    public List<ObjectNode> excerpt(LogExcerpt card) {
        var elements = new ArrayList<>(text.lines(card.headline()));
        var body = UntrustedText.tail(card.body(), limits.log());
        elements.add(BlockElements.preformatted(body.isBlank() ? UntrustedText.BLANK : body));
        return whole(elements, card.sentence(), List.of(card.small()), card.actions());
    }

    @Override
    public List<ObjectNode> listing(ListCard card) {
        var elements = new ArrayList<>(text.lines(card.title()));
        var rows = new RichText(limits).fitting(card.rows());
        if (!rows.isEmpty()) {
            elements.add(BlockElements.bullets(rows));
        }
        return whole(elements, card.sentence(), List.of(card.small()), card.actions());
    }

    @Override
    public List<ObjectNode> pipeline(PipelineCard card) {
        var blocks = new ArrayList<>(new PipelineRenderer(card, limits).blocks());
        blocks.addAll(buttons.rows(card.actions(), limits));
        return blocks;
    }

    @Override
    public List<ObjectNode> home(HomeCard card) {
        return new HomeRenderer(limits, buttons).blocks(card);
    }

    @Override
    public List<ObjectNode> preview(LinkPreview card) {
        return PreviewRenderer.blocks(card.of(), limits);
    }

    @Override
    public List<ObjectNode> refused(RefusalCard card) {
        var said = text.sentences(RefusalText.of(card), card.times(), limits.sentence());
        return whole(List.of(BlockElements.section(said)), "", List.of(), card.suggestions());
    }

    /**
     * Always contains rich text, since Slack refuses an update that removes it; shows the sentence when there is
     * nothing else.
     */
    private List<ObjectNode> whole(
            List<ObjectNode> elements, String sentence, List<String> small, CardActions actions) {
        var blocks = new ArrayList<ObjectNode>();
        var shown = elements.isEmpty()
                ? List.of(BlockElements.section(
                        List.of(BlockElements.text(UntrustedText.visible(sentence, limits.sentence())))))
                : elements;
        blocks.add(BlockElements.holding("rich_text", shown));
        var print = small.stream()
                .map(line -> UntrustedText.line(line, limits.words()))
                .filter(line -> !line.isBlank())
                .limit(limits.parts())
                .map(BlockElements::plain)
                .toList();
        if (!print.isEmpty()) {
            blocks.add(BlockElements.holding("context", print));
        }
        blocks.addAll(buttons.rows(actions, limits));
        return blocks;
    }
}
