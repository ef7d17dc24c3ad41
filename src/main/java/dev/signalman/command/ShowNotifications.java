package dev.signalman.command;

/** Asks whether Semaphore notifies the bot of finished pipelines. */
public record ShowNotifications() implements Command {
    /** The verb. */
    public static final Verb<ShowNotifications> VERB = new Verb<>(
            "notifications",
            Verb.Kind.ASKS,
            53,
            "",
            "Shows whether Semaphore tells me at once when a build ends",
            "notifications",
            commandArguments -> new ShowNotifications(),
            (notifications, line) -> {});
}
