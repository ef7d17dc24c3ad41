package dev.signalman.command;

/**
 * What the bot says to itself when a lock or a freeze that binds Semaphore's web begins or ends, and every so often: compare a deployment
 * target with what should be.
 *
 * @param target its id
 * @param attempt how often it was looked at already because of the same
 */
public record Tend(String target, int attempt) implements Command {
    /** How it is said. */
    public static final Verb<Tend> VERB = new Verb<>(
            "tend",
            Verb.Kind.INTERNAL,
            94,
            "<target> attempt=<n>",
            "Compares a deployment target with the locks and freezes over it",
            "tend 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0",
            words -> new Tend(words.name("target"), words.count("attempt")),
            (tend, line) -> line.id(tend.target()).option("attempt", Integer.toString(tend.attempt())));
}
