package dev.signalman.slack.blocks;

import dev.signalman.card.Button;
import dev.signalman.card.RefusalCard;
import java.util.stream.Collectors;

/** A refusal in words: what was wrong, that nothing was changed, and the question that its buttons answer, if they do. */
final class RefusalText {
    private static final String UNCHANGED = "Nothing was changed.";

    private RefusalText() {}

    /** As it stands above the buttons. */
    static String of(RefusalCard card) {
        return said(card) + (asks(card) ? " Did you mean:" : "");
    }

    /** As it is read aloud, where no button is seen. */
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
