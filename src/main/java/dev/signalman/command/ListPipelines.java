package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the newest pipelines.
 *
 * @param page null for the first page
 * @param byEnd whether the times limit the end of pipelines; else their creation
 */
public record ListPipelines(
        Subject subject,
        @Nullable String file,
        @Nullable TimeBound since,
        @Nullable TimeBound until,
        @Nullable String page,
        boolean byEnd)
        implements Command {
    /** The verb. */
    public static final Verb<ListPipelines> VERB = new Verb<>(
            "pipelines",
            Verb.Kind.ASKS,
            21,
            "[subject] [file=…] [since=2d] [until=…]",
            "Lists the newest pipelines",
            "pipelines web@main since=2d",
            ListPipelines::read,
            (list, line) -> line.subject(list.subject())
                    .option("file", list.file())
                    .time("since", list.since())
                    .time("until", list.until())
                    .option("page", list.page())
                    .option("by", list.byEnd() ? "end" : null));

    private static ListPipelines read(CommandArguments commandArguments) {
        var by = commandArguments.option("by");
        if (by != null && !by.equals("end")) {
            throw new Refusal(
                    "by= can't be " + QuotedText.of(by) + ". Use by=end, or leave it out to go by the start.");
        }
        return new ListPipelines(
                commandArguments.subject(),
                commandArguments.option("file"),
                commandArguments.time("since"),
                commandArguments.time("until"),
                commandArguments.option("page"),
                by != null);
    }
}
