package dev.signalman.command;

/**
 * Checks the health of the bot and the channel.
 *
 * @param all whether to show what is well, too
 */
public record Doctor(boolean all) implements Command {
    /** The verb. */
    public static final Verb<Doctor> VERB = new Verb<>(
            "doctor",
            Verb.Kind.ASKS,
            13,
            "[all]",
            "Checks the bot and this channel, and says how to fix problems; \"all\" shows every check",
            "doctor",
            commandArguments -> new Doctor(commandArguments.next("all")),
            (doctor, line) -> line.flag("all", doctor.all()));
}
