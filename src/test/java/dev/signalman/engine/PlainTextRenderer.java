package dev.signalman.engine;

import dev.signalman.card.Card;
import dev.signalman.card.RefusalCard;
import dev.signalman.card.TextCard;
import dev.signalman.chat.CardRenderer;
import dev.signalman.chat.RenderedCard;

/** Renders cards as their sentences. */
final class PlainTextRenderer implements CardRenderer {
    @Override
    public RenderedCard draw(Card card, String key) {
        var text = card instanceof TextCard textCard
                ? textCard.sentence()
                : card instanceof RefusalCard refusalCard ? refusalCard.sentences() : card.toString();
        return new RenderedCard(text, "[\"" + key + "\"]");
    }

    @Override
    public RenderedCard disarm(RenderedCard renderedCard, String key, String name, String label) {
        return new RenderedCard(renderedCard.text() + " (" + name + " pressed " + label + ")", renderedCard.blocks());
    }

    @Override
    public RenderedCard counted(RenderedCard renderedCard, String key, int count) {
        return renderedCard;
    }

    @Override
    public RenderedCard plain(RenderedCard renderedCard) {
        return new RenderedCard(renderedCard.text() + " (plain)", "[]");
    }
}
