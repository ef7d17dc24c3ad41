package dev.signalman.dispatch;

import dev.signalman.card.Card;

/** Draws nothing. */
final class NoPainter implements Painter {
    @Override
    public Drawing draw(Card card, String key) {
        return new Drawing("", "[]");
    }

    @Override
    public Drawing disarm(Drawing drawing, String key, String name, String label) {
        return drawing;
    }

    @Override
    public Drawing counted(Drawing drawing, String key, int count) {
        return drawing;
    }

    @Override
    public Drawing plain(Drawing drawing) {
        return drawing;
    }
}
