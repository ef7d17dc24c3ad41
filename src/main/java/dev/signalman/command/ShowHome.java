package dev.signalman.command;

/**
 * What the bot says to itself when somebody opened its home tab, and again while they may be looking: draw it as things stand.
 *
 * @param visit names the opening; a later one takes its place
 * @param blank whether nothing was drawn there yet
 * @param attempt how often it was drawn already
 */
public record ShowHome(String visit, boolean blank, int attempt) implements Command {
    /** How it is said. */
    public static final Verb<ShowHome> VERB = new Verb<>(
            "home",
            Verb.Kind.INTERNAL,
            92,
            "<visit> [blank=yes] attempt=<n>",
            "Draws somebody's home tab",
            "home Ev0PV52K21 attempt=0",
            commandArguments -> new ShowHome(
                    commandArguments.name("visit"),
                    commandArguments.option("blank") != null,
                    commandArguments.count("attempt")),
            (home, line) -> line.id(home.visit())
                    .option("blank", home.blank() ? "yes" : null)
                    .option("attempt", Integer.toString(home.attempt())));
}
