package dev.signalman.chat;

import dev.signalman.card.Card;

/** Draws cards. */
public interface CardRenderer {
    /**
     * Draws a card whole.
     *
     * @param key names the card; it is carried in the drawing, so that a press on it can be traced back
     */
    RenderedCard draw(Card card, String key);

    /** The same drawing without anything to press, and {@code name} pressed {@code label} under it. */
    RenderedCard disarm(RenderedCard renderedCard, String key, String name, String label);

    /** The same drawing, which says that it is the {@code count}th of its card, so that a press on an older one can be told. */
    RenderedCard counted(RenderedCard renderedCard, String key, int count);

    /** What is sent when Slack refuses the blocks: the plain sentences alone. */
    RenderedCard plain(RenderedCard renderedCard);
}
