package dev.signalman.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bot's own command after an outage in which so many pipelines ended that a card for each would be a flood: posts
 * one message per channel.
 *
 * @param spans the missed time spans, one per project
 * @param attempt the number of earlier attempts
 */
public record Summarize(List<Span> spans, int attempt) implements Command {
    /** The verb. */
    public static final Verb<Summarize> VERB = new Verb<>(
            "summarise",
            Verb.Kind.INTERNAL,
            93,
            "<project> … since=… until=… attempt=<n>",
            "Summarizes in one message what ended during an outage",
            "summarise 3f2b8c1d-52a7-4e0f-9b64-d1c7a90e6f28 since=\"2026-11-24T10:00:00Z\" until=\"2026-11-24T16:00:00Z\" attempt=0",
            Summarize::read,
            Summarize::print);

    /**
     * The missed time span of a project.
     *
     * @param projectId the project's id in Semaphore
     * @param since when the last known pipeline ended
     * @param until when the last pipeline to report ended
     */
    public record Span(String projectId, TimeBound since, TimeBound until) {}

    /** Copies the list. */
    public Summarize {
        spans = List.copyOf(spans);
    }

    /** The next attempt. */
    public Summarize again() {
        return new Summarize(spans, attempt + 1);
    }

    private static void print(Summarize summarise, LineBuilder line) {
        summarise.spans.forEach(span -> line.id(span.projectId()));
        line.option("since", summarise.times(Span::since))
                .option("until", summarise.times(Span::until))
                .option("attempt", Integer.toString(summarise.attempt()));
    }

    private @Nullable String times(Function<Span, TimeBound> end) {
        return spans.isEmpty()
                ? null
                : spans.stream().map(end).map(TimeBound::print).collect(Collectors.joining(","));
    }

    private static Summarize read(CommandArguments commandArguments) {
        var projects = new ArrayList<String>();
        while (!commandArguments.isEmpty()) {
            projects.add(commandArguments.name("project"));
        }
        var since = times(commandArguments.option("since"));
        var until = times(commandArguments.option("until"));
        if (since.size() != projects.size() || until.size() != projects.size()) {
            throw new Refusal("since= and until= are required for each project.");
        }
        var spans = new ArrayList<Span>();
        for (int n = 0; n < projects.size(); n++) {
            spans.add(new Span(projects.get(n), since.get(n), until.get(n)));
        }
        return new Summarize(spans, commandArguments.count("attempt"));
    }

    private static List<TimeBound> times(@Nullable String printed) {
        return printed == null
                ? List.of()
                : List.of(printed.split(",", -1)).stream().map(TimeBound::parse).toList();
    }
}
