package dev.signalman.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The buttons and the menu under a card. */
public record CardActions(List<Button> buttons, @Nullable Menu menu) {
    public static final CardActions NONE = new CardActions(List.of(), null);

    /** Keeps its own copy. */
    public CardActions {
        buttons = List.copyOf(buttons);
    }

    /** A row of buttons. */
    public static CardActions of(Button... buttons) {
        return new CardActions(List.of(buttons), null);
    }

    /** A row of buttons. */
    public static CardActions of(List<Button> buttons) {
        return new CardActions(buttons, null);
    }
}
