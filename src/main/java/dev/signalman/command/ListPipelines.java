package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/** Asks for the newest pipelines; {@code page} null for the first part. */
public record ListPipelines(
        Subject subject,
        @Nullable String file,
        @Nullable TimeBound since,
        @Nullable TimeBound until,
        @Nullable String page)
        implements Command {
    /** How it is said. */
    public static final Verb<ListPipelines> VERB = new Verb<>(
            "pipelines",
            Verb.Kind.ASKS,
            21,
            "[subject] [file=…] [since=2d] [until=…]",
            "The newest pipelines, a line each",
            "pipelines web@main since=2d",
            words -> new ListPipelines(
                    words.subject(),
                    words.option("file"),
                    words.time("since"),
                    words.time("until"),
                    words.option("page")),
            (list, line) -> line.subject(list.subject())
                    .option("file", list.file())
                    .time("since", list.since())
                    .time("until", list.until())
                    .option("page", list.page()));
}
