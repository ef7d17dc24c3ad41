package dev.signalman.command;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What the bot says to itself after an act: look at a pipeline and bring its card up to date, or post it.
 *
 * @param pipelineId the pipeline to look at
 * @param promotion look for the pipeline that this promotion started from it; null to look at the pipeline itself
 * @param reason what the card shall say of how it came to be, e.g. who reran it; empty for nothing
 * @param attempt how often it was looked for already
 * @param since when the promotion was asked for, in whole milliseconds; null when that is not known
 * @param act the token of the act that promoted; null when that is not known
 */
public record Observe(
        String pipelineId,
        @Nullable String promotion,
        String reason,
        int attempt,
        @Nullable Instant since,
        @Nullable String act)
        implements Command {
    /** How it is said. */
    public static final Verb<Observe> VERB = new Verb<>(
            "observe",
            Verb.Kind.INTERNAL,
            90,
            "<pipeline> [promotion=…] [reason=…] [since=<time>] [act=<token>] attempt=<n>",
            "Looks at a pipeline and brings its card up to date",
            "observe 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 attempt=0",
            Observe::read,
            (observe, line) -> line.id(observe.pipelineId())
                    .option("promotion", observe.promotion())
                    .option("reason", observe.reason().isBlank() ? null : observe.reason())
                    .option(
                            "since",
                            observe.since() == null ? null : observe.since().toString())
                    .option("act", observe.act())
                    .option("attempt", Integer.toString(observe.attempt())));

    /** Keeps whole milliseconds. */
    public Observe {
        since = since == null ? null : since.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Of what was not asked for at a certain time. */
    public Observe(String pipelineId, @Nullable String promotion, String reason, int attempt) {
        this(pipelineId, promotion, reason, attempt, null, null);
    }

    /** Once more. */
    public Observe again() {
        return new Observe(pipelineId, promotion, reason, attempt + 1, since, act);
    }

    private static Observe read(CommandArguments commandArguments) {
        var promotion = commandArguments.option("promotion");
        var reason = commandArguments.option("reason");
        var since = commandArguments.option("since");
        return new Observe(
                commandArguments.name("pipeline"),
                promotion,
                reason == null ? "" : reason,
                commandArguments.count("attempt"),
                since == null ? null : moment(since),
                commandArguments.option("act"));
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException broken) {
            throw new Refusal(QuotedText.of(text) + " is no moment.");
        }
    }
}
