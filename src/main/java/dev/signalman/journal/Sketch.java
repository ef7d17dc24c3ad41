package dev.signalman.journal;

import dev.signalman.dispatch.Drawing;
import dev.signalman.dispatch.Painter;
import jakarta.inject.Inject;
import java.util.Objects;

/** What is sent of a card: the drawing, without its buttons when they are gone, without its blocks when Slack refuses them. */
final class Sketch {
    private final Painter painter;

    @Inject
    Sketch(Painter painter) {
        this.painter = painter;
    }

    Drawing of(CardRow row) {
        var drawing = row.armed()
                ? row.drawing()
                : painter.disarm(
                        row.drawing(),
                        row.key(),
                        Objects.requireNonNullElse(row.presser(), ""),
                        Objects.requireNonNullElse(row.pressedLabel(), ""));
        return row.plain() ? painter.plain(drawing) : painter.counted(drawing, row.key(), row.wanted());
    }
}
