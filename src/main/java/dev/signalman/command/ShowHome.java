package dev.signalman.command;

/**
 * What it means that somebody opened the bot's home tab: draw it, and keep it up to date while they may be looking.
 *
 * @param blank whether nothing was drawn there yet
 */
public record ShowHome(boolean blank) implements Command {
    /** How it is said. */
    public static final Verb<ShowHome> VERB = new Verb<>(
            "home",
            Verb.Kind.INTERNAL,
            92,
            "[blank]",
            "Draws somebody's home tab",
            "home",
            commandArguments -> new ShowHome(commandArguments.next("blank")),
            (home, line) -> line.flag("blank", home.blank()));
}
