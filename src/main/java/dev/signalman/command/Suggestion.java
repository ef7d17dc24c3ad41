package dev.signalman.command;

/**
 * A command offered as a button.
 *
 * @param meant whether it may be what was meant; else it is what can be done next
 */
public record Suggestion(String label, Command command, boolean meant) {
    /** What might have been meant. */
    public Suggestion(String label, Command command) {
        this(label, command, true);
    }

    /** What can be done next. */
    public static Suggestion next(String label, Command command) {
        return new Suggestion(label, command, false);
    }
}
