package dev.signalman.journal;

import dev.signalman.dispatch.CardRenderer;
import dev.signalman.dispatch.RenderedCard;
import jakarta.inject.Inject;
import java.util.Objects;

/** The content to send for a card: without buttons when it is disarmed, without blocks when Slack refuses them. */
final class CardContent {
    private final CardRenderer cardRenderer;

    @Inject
    CardContent(CardRenderer cardRenderer) {
        this.cardRenderer = cardRenderer;
    }

    RenderedCard of(CardRow row) {
        var renderedCard = row.armed()
                ? row.drawing()
                : cardRenderer.disarm(
                        row.drawing(),
                        row.key(),
                        Objects.requireNonNullElse(row.presser(), ""),
                        Objects.requireNonNullElse(row.pressedLabel(), ""));
        return row.plain()
                ? cardRenderer.plain(renderedCard)
                : cardRenderer.counted(renderedCard, row.key(), row.wanted());
    }
}
