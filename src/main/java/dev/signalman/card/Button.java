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
    /** Looks of a button. At most one per card is primary; danger marks what cannot be undone. */
    public enum Style {
        DEFAULT,
        PRIMARY,
        DANGER
    }

    /** The question before the press counts. It says exactly what will happen. */
    public record Confirm(String title, String text, String yes, String no) {}

    public static Button of(String label, Command command) {
        return new Button(label, command, Style.DEFAULT, null);
    }

    /** Marks the button that most people want next. */
    public Button primary() {
        return new Button(label, command, Style.PRIMARY, confirm);
    }

    /** Marks a button whose effect cannot be undone. */
    public Button danger() {
        return new Button(label, command, Style.DANGER, confirm);
    }

    /** Adds a confirmation dialogue. */
    public Button asking(String title, String text, String yes, String no) {
        return new Button(label, command, style, new Confirm(title, text, yes, no));
    }
}
