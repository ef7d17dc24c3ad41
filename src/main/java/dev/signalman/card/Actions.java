package dev.signalman.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be pressed under a card. */
public record Actions(List<Button> buttons, @Nullable Menu menu) {
    /** Nothing to press. */
    public static final Actions NONE = new Actions(List.of(), null);

    /** Keeps its own copy. */
    public Actions {
        buttons = List.copyOf(buttons);
    }

    /** A row of buttons. */
    public static Actions of(Button... buttons) {
        return new Actions(List.of(buttons), null);
    }

    /** A row of buttons. */
    public static Actions of(List<Button> buttons) {
        return new Actions(buttons, null);
    }
}
