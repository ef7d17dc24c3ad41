package dev.signalman.command;

import java.util.ArrayList;
import java.util.List;

/**
 * What the bot says to itself in a channel where so many cards of pipelines waited for Slack that they would be a flood: they are
 * withdrawn, so say in one message what they would have said.
 *
 * @param pipelineIds whose cards they were, the oldest first
 * @param since before any of these pipelines ended that is worth telling
 * @param attempt how often it was tried already
 */
public record Condense(List<String> pipelineIds, TimeBound since, int attempt) implements Command {
    /** How it is said. */
    public static final Verb<Condense> VERB = new Verb<>(
            "condense",
            Verb.Kind.INTERNAL,
            95,
            "<pipeline> … since=… attempt=<n>",
            "Says in one message what could not be posted for long",
            "condense 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 since=\"2026-11-24T10:00:00Z\" attempt=0",
            Condense::read,
            Condense::print);

    /** Keeps its own copy. */
    public Condense {
        pipelineIds = List.copyOf(pipelineIds);
    }

    /** The same, tried once more. */
    public Condense again() {
        return new Condense(pipelineIds, since, attempt + 1);
    }

    private static void print(Condense condense, LineBuilder line) {
        condense.pipelineIds.forEach(line::id);
        line.option("since", condense.since.print()).option("attempt", Integer.toString(condense.attempt()));
    }

    private static Condense read(CommandArguments commandArguments) {
        var pipelines = new ArrayList<String>();
        while (!commandArguments.isEmpty()) {
            pipelines.add(commandArguments.name("pipeline"));
        }
        var since = commandArguments.option("since");
        if (since == null) {
            throw new Refusal("It is to say since when.");
        }
        return new Condense(pipelines, TimeBound.parse(since), commandArguments.count("attempt"));
    }
}
