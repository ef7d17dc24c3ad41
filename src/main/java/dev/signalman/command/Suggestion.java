package dev.signalman.command;

/**
 * A command offered as a button.
 *
 * @param meant whether the person may have meant it; else it is a next step
 */
public record Suggestion(String label, Command command, boolean meant) {
    /** A command that the person may have meant. */
    public Suggestion(String label, Command command) {
        this(label, command, true);
    }

    /** A command for the next step. */
    public static Suggestion next(String label, Command command) {
        return new Suggestion(label, command, false);
    }
}
