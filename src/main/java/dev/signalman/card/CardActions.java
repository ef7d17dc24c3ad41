package dev.signalman.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The buttons and the menus under a card.
 *
 * @param more what is rarely wanted, behind a button with dots; at most five are shown
 */
public record CardActions(List<Button> buttons, @Nullable Menu menu, List<Button> more) {
    public static final CardActions NONE = new CardActions(List.of(), null);

    /** Keeps its own copies. */
    public CardActions {
        buttons = List.copyOf(buttons);
        more = List.copyOf(more);
    }

    /** Buttons, and a menu of many of a kind. */
    public CardActions(List<Button> buttons, @Nullable Menu menu) {
        this(buttons, menu, List.of());
    }

    /** Whether there is nothing to press. */
    public boolean none() {
        return buttons.isEmpty() && menu == null && more.isEmpty();
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
