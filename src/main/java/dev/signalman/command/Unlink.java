package dev.signalman.command;

/** Deletes the asker's own Semaphore token. */
public record Unlink() implements Command {
    /** The verb. */
    public static final Verb<Unlink> VERB = new Verb<>(
            "unlink",
            Verb.Kind.ACTS,
            61,
            "",
            "Deletes your linked Semaphore token",
            "unlink",
            Unlink::read,
            (unlink, line) -> {});

    private static Unlink read(CommandArguments commandArguments) {
        if (!commandArguments.isEmpty()) {
            throw new Refusal(SecretRedaction.ADVICE);
        }
        return new Unlink();
    }
}
