package dev.signalman.command;

/** Checks the health of the bot and the channel. */
public record Doctor() implements Command {
    /** The verb. */
    public static final Verb<Doctor> VERB = new Verb<>(
            "doctor",
            Verb.Kind.ASKS,
            13,
            "",
            "Checks the bot and this channel, and says how to fix problems",
            "doctor",
            commandArguments -> new Doctor(),
            (doctor, line) -> {});
}
