package dev.signalman.slack.blocks;

import dev.signalman.card.Button;
import dev.signalman.card.Refused;
import java.util.stream.Collectors;

/** A refusal in words: what was wrong, that nothing was changed, and the question that its buttons answer, if they do. */
final class RefusedWords {
    private static final String UNCHANGED = "Nothing was changed.";

    private RefusedWords() {}

    /** As it stands above the buttons. */
    static String of(Refused card) {
        return said(card) + (asks(card) ? " Did you mean:" : "");
    }

    /** As it is read aloud, where no button is seen. */
    static String spoken(Refused card) {
        var meant = card.suggestions().buttons().stream()
                .map(Button::label)
                .limit(3)
                .collect(Collectors.joining(" or "));
        return said(card) + (asks(card) ? " Did you mean " + meant + "?" : "");
    }

    private static boolean asks(Refused card) {
        return card.meant() && !card.suggestions().buttons().isEmpty();
    }

    private static String said(Refused card) {
        var said = Sentences.ended(card.sentences());
        return said.contains(UNCHANGED) ? said : said.isEmpty() ? UNCHANGED : said + " " + UNCHANGED;
    }
}
