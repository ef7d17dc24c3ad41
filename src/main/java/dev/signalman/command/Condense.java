package dev.signalman.command;

import java.util.ArrayList;
import java.util.List;

/**
 * The bot's own command for a channel in which so many pipeline cards waited for Slack that they would be a flood. The
 * cards are withdrawn; this posts one message with their content.
 *
 * @param pipelineIds the pipelines of the cards, oldest first
 * @param since the start of the search; none of these pipelines worth mentioning ended earlier
 * @param attempt the number of earlier attempts
 */
public record Condense(List<String> pipelineIds, TimeBound since, int attempt) implements Command {
    /** The verb. */
    public static final Verb<Condense> VERB = new Verb<>(
            "condense",
            Verb.Kind.INTERNAL,
            95,
            "<pipeline> … since=… attempt=<n>",
            "Summarizes in one message what couldn't be posted for a while",
            "condense 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 since=\"2026-11-24T10:00:00Z\" attempt=0",
            Condense::read,
            Condense::print);

    /** Copies the list. */
    public Condense {
        pipelineIds = List.copyOf(pipelineIds);
    }

    /** The next attempt. */
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
            throw new Refusal("since= is missing.");
        }
        return new Condense(pipelines, TimeBound.parse(since), commandArguments.count("attempt"));
    }
}
