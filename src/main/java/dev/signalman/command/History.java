package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Asks for the last deploys through a promotion; {@code project} is null for the channel's project. */
public record History(String promotion, @Nullable String project) implements Command {
    /** The verb. */
    public static final Verb<History> VERB = new Verb<>(
            "history",
            Verb.Kind.ASKS,
            27,
            "<promotion> [project]",
            "Shows the last deploys through a promotion",
            "history production web",
            commandArguments -> new History(commandArguments.name("promotion"), commandArguments.projectAlone()),
            (history, line) -> line.name(history.promotion()).project(history.project(), null));
}
