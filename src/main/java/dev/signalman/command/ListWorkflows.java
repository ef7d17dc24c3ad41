package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Asks for the newest workflows; {@code page} is null for the first page. */
public record ListWorkflows(
        Subject subject,
        @Nullable TimeBound since,
        @Nullable TimeBound until,
        @Nullable String page) implements Command {
    /** The verb. */
    public static final Verb<ListWorkflows> VERB = new Verb<>(
            "workflows",
            Verb.Kind.ASKS,
            22,
            "[subject] [since=2d] [until=…]",
            "Lists the newest workflows",
            "workflows web since=1w",
            commandArguments -> new ListWorkflows(
                    commandArguments.subject(),
                    commandArguments.time("since"),
                    commandArguments.time("until"),
                    commandArguments.option("page")),
            (list, line) -> line.subject(list.subject())
                    .time("since", list.since())
                    .time("until", list.until())
                    .option("page", list.page()));
}
