package dev.signalman.command;

/** Deletes the speaker's own Semaphore token. */
public record Unlink() implements Command {
    /** How it is said. */
    public static final Verb<Unlink> VERB = new Verb<>(
            "unlink",
            Verb.Kind.ACTS,
            61,
            "",
            "Deletes your own Semaphore token, if you linked one",
            "unlink",
            Unlink::read,
            (unlink, line) -> {});

    private static Unlink read(Words words) {
        if (!words.isEmpty()) {
            throw new Refusal(Discretion.ADVICE);
        }
        return new Unlink();
    }
}
