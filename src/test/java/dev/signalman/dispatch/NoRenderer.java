package dev.signalman.dispatch;

import dev.signalman.card.Card;
import dev.signalman.chat.CardRenderer;
import dev.signalman.chat.RenderedCard;

/** Draws nothing. */
final class NoRenderer implements CardRenderer {
    @Override
    public RenderedCard draw(Card card, String key) {
        return new RenderedCard("", "[]");
    }

    @Override
    public RenderedCard disarm(RenderedCard renderedCard, String key, String name, String label) {
        return renderedCard;
    }

    @Override
    public RenderedCard counted(RenderedCard renderedCard, String key, int count) {
        return renderedCard;
    }

    @Override
    public RenderedCard plain(RenderedCard renderedCard) {
        return renderedCard;
    }
}
