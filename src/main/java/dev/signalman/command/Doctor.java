package dev.signalman.command;

/** Checks the health of the bot and the channel. */
public record Doctor() implements Command {
    /** The verb. */
    public static final Verb<Doctor> VERB = new Verb<>(
            "doctor",
            Verb.Kind.ASKS,
            13,
            "",
            "The health of bot and channel: what is wrong, and what to do about it",
            "doctor",
            commandArguments -> new Doctor(),
            (doctor, line) -> {});
}
