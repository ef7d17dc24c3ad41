package dev.signalman.command;

/** Asks how the bot and the channel are: what is fine, what is wrong, and what to do. */
public record Doctor() implements Command {
    /** How it is said. */
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
