package dev.signalman.command;

/**
 * What the bot says to itself when a lock has stood for long: ask its holder whether it is still needed.
 *
 * @param lock its id
 * @param attempt how often the holder was asked already
 */
public record Nag(String lock, int attempt) implements Command {
    /** How it is said. */
    public static final Verb<Nag> VERB = new Verb<>(
            "nag",
            Verb.Kind.INTERNAL,
            94,
            "<lock> attempt=<n>",
            "Asks the holder of a lock whether it is still needed",
            "nag 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0",
            words -> new Nag(words.name("lock"), words.count("attempt")),
            (nag, line) -> line.id(nag.lock()).option("attempt", Integer.toString(nag.attempt())));
}
