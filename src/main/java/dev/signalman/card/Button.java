package dev.signalman.card;

import dev.signalman.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * A saved command line with a label.
 *
 * @param confirm null to act without asking
 */
public record Button(
        String label,
        Command command,
        Style style,
        @Nullable Confirm confirm) {
    /** How it looks; at most one of a card is primary, and danger is for what cannot be taken back. */
    public enum Style {
        DEFAULT,
        PRIMARY,
        DANGER
    }

    /** The question asked before the press counts: it says exactly what will happen. */
    public record Confirm(String title, String text, String yes, String no) {}

    /** An ordinary button. */
    public static Button of(String label, Command command) {
        return new Button(label, command, Style.DEFAULT, null);
    }

    /** The button that most people want next. */
    public Button primary() {
        return new Button(label, command, Style.PRIMARY, confirm);
    }

    /** A button for what cannot be taken back. */
    public Button danger() {
        return new Button(label, command, Style.DANGER, confirm);
    }

    /** The same, asking first. */
    public Button asking(String title, String text, String yes, String no) {
        return new Button(label, command, style, new Confirm(title, text, yes, no));
    }
}
