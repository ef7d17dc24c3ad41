package dev.signalman.chat;

import dev.signalman.card.Card;

/** Renders cards as Slack messages. */
public interface CardRenderer {
    /**
     * Renders a complete card.
     *
     * @param key identifies the card; the blocks contain it, so a press can be traced to the card
     */
    RenderedCard draw(Card card, String key);

    /** A copy without buttons, and with a note that {@code name} pressed {@code label}. */
    RenderedCard disarm(RenderedCard renderedCard, String key, String name, String label);

    /** A copy marked as the {@code count}th drawing of its card, so that a press on an older one is recognized. */
    RenderedCard counted(RenderedCard renderedCard, String key, int count);

    /** A copy with the plain text alone, for when Slack refuses the blocks. */
    RenderedCard plain(RenderedCard renderedCard);
}
