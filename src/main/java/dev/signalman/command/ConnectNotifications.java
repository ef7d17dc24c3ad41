package dev.signalman.command;

/** Makes Semaphore's notification and its secret, so that Semaphore notifies the bot of finished pipelines. */
public record ConnectNotifications() implements Command {
    /** The verb. */
    public static final Verb<ConnectNotifications> VERB = new Verb<>(
            "notifications connect",
            Verb.Kind.ACTS,
            54,
            "",
            "Makes the notification in Semaphore, so that build results arrive at once",
            "notifications connect",
            commandArguments -> new ConnectNotifications(),
            (notifications, line) -> {});
}
