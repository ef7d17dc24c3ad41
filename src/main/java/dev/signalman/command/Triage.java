package dev.signalman.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bot says to itself when it showed a pipeline that failed: say in the thread of each of its cards what broke.
 *
 * @param author the address of whom a notification named as the sender, which is never shown; null where none is known
 * @param told the channels, by their ids, in which the author shall be mentioned; none when nobody shall be
 * @param attempt how often it was tried already
 */
public record Triage(String pipelineId, @Nullable String author, List<String> told, int attempt) implements Command {
    /** How it is said. */
    public static final Verb<Triage> VERB = new Verb<>(
            "triage",
            Verb.Kind.INTERNAL,
            94,
            "<pipeline> [author=…] [told=…] attempt=<n>",
            "Says under the cards of a failed pipeline what broke",
            "triage 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 author=\"alice@acme.example\" told=C0BUILDS attempt=0",
            Triage::read,
            (triage, line) -> line.id(triage.pipelineId())
                    .option("author", triage.author())
                    .option("told", triage.told().isEmpty() ? null : String.join(",", triage.told()))
                    .option("attempt", Integer.toString(triage.attempt())));

    /** Keeps its own copy. */
    public Triage {
        told = List.copyOf(told);
    }

    /** For the first time, and mentioning nobody. */
    public Triage(String pipelineId) {
        this(pipelineId, null, List.of(), 0);
    }

    /** The same, tried once more. */
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
