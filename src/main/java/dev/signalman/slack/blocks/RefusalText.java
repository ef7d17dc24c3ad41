package dev.signalman.slack.blocks;

import dev.signalman.card.Button;
import dev.signalman.card.RefusalCard;
import java.util.stream.Collectors;

/** A refusal in words: what was wrong, that nothing changed, and the question that its buttons answer, if any. */
final class RefusalText {
    private static final String UNCHANGED = "Nothing was changed.";

    private RefusalText() {}

    /** The text above the buttons. */
    static String of(RefusalCard card) {
        return said(card) + (asks(card) ? " Did you mean:" : "");
    }

    /** The text for screen readers, which names the buttons. */
    static String spoken(RefusalCard card) {
        var meant = card.suggestions().buttons().stream()
                .map(Button::label)
                .limit(3)
                .collect(Collectors.joining(" or "));
        return said(card) + (asks(card) ? " Did you mean " + meant + "?" : "");
    }

    private static boolean asks(RefusalCard card) {
        return card.meant() && !card.suggestions().buttons().isEmpty();
    }

    private static String said(RefusalCard card) {
        var said = FallbackText.ended(card.sentences());
        return said.contains(UNCHANGED) ? said : said.isEmpty() ? UNCHANGED : said + " " + UNCHANGED;
    }
}
