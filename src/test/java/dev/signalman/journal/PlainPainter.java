package dev.signalman.journal;

import dev.signalman.card.Answer;
import dev.signalman.card.Card;
import dev.signalman.card.Refused;
import dev.signalman.dispatch.Drawing;
import dev.signalman.dispatch.Painter;

/** Draws cards as their sentences. */
final class PlainPainter implements Painter {
    @Override
    public Drawing draw(Card card, String key) {
        var text = card instanceof Answer answer
                ? answer.sentence()
                : card instanceof Refused refused ? refused.sentences() : card.toString();
        return new Drawing(text, "[\"" + key + "\"]");
    }

    @Override
    public Drawing disarm(Drawing drawing, String key, String name, String label) {
        return new Drawing(drawing.text() + " (" + name + " pressed " + label + ")", drawing.blocks());
    }

    @Override
    public Drawing counted(Drawing drawing, String key, int count) {
        return drawing;
    }

    @Override
    public Drawing plain(Drawing drawing) {
        return new Drawing(drawing.text() + " (plain)", "[]");
    }
}
