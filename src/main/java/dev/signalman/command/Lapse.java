package dev.signalman.command;

/**
 * What the bot says to itself when the time of a lock is over: end it, if it is still there.
 *
 * @param lock its id
 */
public record Lapse(String lock) implements Command {
    /** How it is said. */
    public static final Verb<Lapse> VERB = new Verb<>(
            "lapse",
            Verb.Kind.INTERNAL,
            94,
            "<lock>",
            "Ends a lock whose time is over",
            "lapse 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28",
            words -> new Lapse(words.name("lock")),
            (lapse, line) -> line.id(lapse.lock()));
}
