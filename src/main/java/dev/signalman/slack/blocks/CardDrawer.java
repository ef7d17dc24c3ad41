package dev.signalman.slack.blocks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.card.Actions;
import dev.signalman.card.Answer;
import dev.signalman.card.ApprovalCard;
import dev.signalman.card.CardVisitor;
import dev.signalman.card.Excerpt;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Listing;
import dev.signalman.card.PipelineCard;
import dev.signalman.card.Preview;
import dev.signalman.card.Refused;
import java.util.ArrayList;
import java.util.List;

/** Draws the blocks of a card within the given limits. */
final class CardDrawer implements CardVisitor<List<ObjectNode>> {
    private final Limits limits;
    private final Buttons buttons;
    private final RichText text;

    CardDrawer(Limits limits, Buttons buttons) {
        this.limits = limits;
        this.buttons = buttons;
        this.text = new RichText(limits);
    }

    @Override
    public List<ObjectNode> answer(Answer card) {
        return whole(new Rows(card.lines(), limits).drawn(), card.sentence(), card.small(), card.actions());
    }

    @Override
    public List<ObjectNode> approval(ApprovalCard card) {
        var blocks = new ArrayList<>(new ApprovalDrawer(card, limits).blocks());
        blocks.addAll(buttons.rows(card.actions(), limits));
        return blocks;
    }

    @Override
    public List<ObjectNode> excerpt(Excerpt card) {
        var elements = new ArrayList<>(text.lines(card.headline()));
        var body = Foreign.tail(card.body(), limits.log());
        elements.add(Elements.preformatted(body.isBlank() ? Foreign.BLANK : body));
        return whole(elements, card.sentence(), List.of(card.small()), card.actions());
    }

    @Override
    public List<ObjectNode> listing(Listing card) {
        var elements = new ArrayList<>(text.lines(card.title()));
        var rows = new Rows(card.rows(), limits).drawn();
        if (!rows.isEmpty()) {
            elements.add(Elements.bullets(rows));
        }
        return whole(elements, card.sentence(), List.of(card.small()), card.actions());
    }

    @Override
    public List<ObjectNode> pipeline(PipelineCard card) {
        var blocks = new ArrayList<>(new PipelineDrawer(card, limits).blocks());
        blocks.addAll(buttons.rows(card.actions(), limits));
        return blocks;
    }

    @Override
    public List<ObjectNode> home(HomeCard card) {
        return new HomeDrawer(limits, buttons).blocks(card);
    }

    @Override
    public List<ObjectNode> preview(Preview card) {
        return PreviewDrawer.blocks(card.of(), limits);
    }

    @Override
    public List<ObjectNode> refused(Refused card) {
        return whole(List.of(), RefusedWords.of(card), List.of(), card.suggestions());
    }

    /** Always with rich text, since Slack lets no update take it away; the sentence where there is nothing else to show. */
    private List<ObjectNode> whole(List<ObjectNode> elements, String sentence, List<String> small, Actions actions) {
        var blocks = new ArrayList<ObjectNode>();
        var shown = elements.isEmpty()
                ? List.of(Elements.section(List.of(Elements.text(Foreign.visible(sentence, limits.sentence())))))
                : elements;
        blocks.add(Elements.holding("rich_text", shown));
        var print = small.stream()
                .map(line -> Foreign.line(line, limits.words()))
                .filter(line -> !line.isBlank())
                .limit(limits.parts())
                .map(Elements::plain)
                .toList();
        if (!print.isEmpty()) {
            blocks.add(Elements.holding("context", print));
        }
        blocks.addAll(buttons.rows(actions, limits));
        return blocks;
    }
}
