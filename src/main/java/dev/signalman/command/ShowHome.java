package dev.signalman.command;

/**
 * The command for an opened home tab: draws the tab, and keeps it current while it may be open.
 *
 * @param blank whether the tab was empty
 */
public record ShowHome(boolean blank) implements Command {
    /** The verb. */
    public static final Verb<ShowHome> VERB = new Verb<>(
            "home",
            Verb.Kind.INTERNAL,
            92,
            "[blank]",
            "Draws someone's home tab",
            "home",
            commandArguments -> new ShowHome(commandArguments.next("blank")),
            (home, line) -> line.flag("blank", home.blank()));
}
