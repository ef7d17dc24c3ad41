package dev.signalman.command;

import org.jspecify.annotations.Nullable;

/**
 * What the bot says to itself when so many pipelines ended while it could not look that a card for each would be a flood: say in
 * one message a channel what happened.
 *
 * @param projectId as Semaphore has it
 * @param since the span in which they ended; neither end is null but in a line that somebody spoilt
 * @param attempt how often it was tried already
 */
public record Summarise(
        String projectId,
        @Nullable TimeBound since,
        @Nullable TimeBound until,
        int attempt) implements Command {
    /** How it is said. */
    public static final Verb<Summarise> VERB = new Verb<>(
            "summarise",
            Verb.Kind.INTERNAL,
            93,
            "<project> since=… until=… attempt=<n>",
            "Says in one message what ended while nobody could look",
            "summarise 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 since=2026-11-24T10:00:00Z until=2026-11-24T16:00:00Z attempt=0",
            words -> new Summarise(
                    words.name("project"), words.time("since"), words.time("until"), words.count("attempt")),
            (summarise, line) -> line.id(summarise.projectId())
                    .time("since", summarise.since())
                    .time("until", summarise.until())
                    .option("attempt", Integer.toString(summarise.attempt())));
}
