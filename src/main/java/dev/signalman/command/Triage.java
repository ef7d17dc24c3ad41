package dev.signalman.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bot's own command after it showed a failed pipeline: posts in the thread of each of its cards what failed.
 *
 * @param author the sender's e-mail address from a notification, never shown; null if unknown
 * @param told ids of the channels in which to mention the author; may be empty
 * @param attempt the number of earlier attempts
 */
public record Triage(String pipelineId, @Nullable String author, List<String> told, int attempt) implements Command {
    /** The verb. */
    public static final Verb<Triage> VERB = new Verb<>(
            "triage",
            Verb.Kind.INTERNAL,
            94,
            "<pipeline> [author=…] [told=…] attempt=<n>",
            "Says in a failed pipeline's thread what broke",
            "triage 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 author=\"alice@acme.example\" told=C0BUILDS attempt=0",
            Triage::read,
            (triage, line) -> line.id(triage.pipelineId())
                    .option("author", triage.author())
                    .option("told", triage.told().isEmpty() ? null : String.join(",", triage.told()))
                    .option("attempt", Integer.toString(triage.attempt())));

    /** Copies the list. */
    public Triage {
        told = List.copyOf(told);
    }

    /** The first attempt, mentioning nobody. */
    public Triage(String pipelineId) {
        this(pipelineId, null, List.of(), 0);
    }

    /** The next attempt. */
    public Triage again() {
        return new Triage(pipelineId, author, told, attempt + 1);
    }

    private static Triage read(CommandArguments commandArguments) {
        var told = commandArguments.option("told");
        return new Triage(
                commandArguments.name("pipeline"),
                commandArguments.option("author"),
                told == null ? List.of() : List.of(told.split(",", -1)),
                commandArguments.count("attempt"));
    }
}
