package dev.signalman.feature.subscriptions;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Menu;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.ListPipelines;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import dev.signalman.command.Summarize;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Result;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sums up many pipelines in one card: counts by result, the failed ones first, and buttons for the full lists. */
final class PipelineSummary {
    private static final int MOST_ROWS = 10;
    private static final int SIDE_BY_SIDE = 5;

    private final ProjectDirectory projects;
    private final SemaphoreLinks links;

    @Inject
    PipelineSummary(ProjectDirectory projects, SemaphoreLinks links) {
        this.projects = projects;
        this.links = links;
    }

    /** A summary of what ended during an outage of the bot or of Semaphore. */
    ListCard missed(List<Summarize.Span> spans, List<Pipeline> ended) {
        return of("During an outage, ", spans, ended);
    }

    /** A summary of what could not be posted during an outage of Slack. */
    ListCard unposted(List<Summarize.Span> spans, List<Pipeline> ended) {
        return of("While Slack was unreachable, ", spans, ended);
    }

    /** With several projects, each row names its project, and each project has a button. */
    private ListCard of(String when, List<Summarize.Span> spans, List<Pipeline> ended) {
        var concerned = spans.stream()
                .filter(span -> ended.stream().anyMatch(each -> each.projectId().equals(span.projectId())))
                .toList();
        var names = concerned.stream()
                .map(span -> projects.nameOf(span.projectId()))
                .collect(Collectors.joining(", "));
        var counted = ended.size() + (ended.size() == 1 ? " pipeline" : " pipelines") + " of " + names;
        var how = counts(ended);
        boolean several = concerned.size() > 1;
        return new ListCard(
                when + counted + " finished: " + how + ".",
                Text.of(when).bold(counted).plain(" finished: " + how),
                ended.stream()
                        .sorted(Comparator.comparing(pipeline -> pipeline.result() != Result.FAILED))
                        .limit(MOST_ROWS)
                        .map(pipeline -> row(pipeline, several ? projects.nameOf(pipeline.projectId()) + ": " : ""))
                        .toList(),
                ended.size() > MOST_ROWS ? "and " + (ended.size() - MOST_ROWS) + " more" : "",
                several ? several(concerned) : one(concerned.get(0)));
    }

    private CardActions one(Summarize.Span span) {
        var newest = new Subject.Newest(null, projects.nameOf(span.projectId()), null);
        return CardActions.of(
                Button.of("All of them", new ListPipelines(newest, null, span.since(), span.until(), null, true)),
                Button.of("Current status", new Status(newest)));
    }

    private CardActions several(List<Summarize.Span> spans) {
        var all = spans.stream()
                .map(span -> {
                    var project = projects.nameOf(span.projectId());
                    var newest = new Subject.Newest(null, project, null);
                    return Button.of(
                            "All of " + project,
                            new ListPipelines(newest, null, span.since(), span.until(), null, true));
                })
                .toList();
        return all.size() <= SIDE_BY_SIDE ? CardActions.of(all) : new CardActions(List.of(), new Menu("All of …", all));
    }

    private static String counts(List<Pipeline> ended) {
        var counts = new ArrayList<String>();
        for (var result : Result.values()) {
            var count = ended.stream().filter(each -> each.result() == result).count();
            if (count > 0) {
                counts.add(count + " " + word(result));
            }
        }
        return String.join(", ", counts);
    }

    private static String word(Result result) {
        return result == Result.UNKNOWN ? "with unknown result" : result.name().toLowerCase(Locale.ROOT);
    }

    private Text row(Pipeline pipeline, String project) {
        var line = Text.empty()
                .symbol(Symbol.of(pipeline.result()))
                .plain(project)
                .link(pipeline.name(), links.pipeline(pipeline))
                .plain(" on ")
                .code(pipeline.ref().spoken())
                .plain(" ")
                .code(pipeline.shortCommit());
        var titled = pipeline.commitTitle().isEmpty() ? line : line.plain("  " + pipeline.commitTitle());
        var done = pipeline.times().done();
        return done == null ? titled : titled.plain("  ·  ").date(done);
    }
}
