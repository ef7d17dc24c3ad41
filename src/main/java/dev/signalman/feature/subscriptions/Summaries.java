package dev.signalman.feature.subscriptions;

import dev.signalman.card.Actions;
import dev.signalman.card.Button;
import dev.signalman.card.Listing;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.ListPipelines;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import dev.signalman.command.Summarise;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Result;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is said of many pipelines at once: how many ended how, the failed ones first, and where the rest is. */
final class Summaries {
    private static final int MOST_ROWS = 10;

    private final ProjectDirectory projects;
    private final SemaphoreLinks links;

    @Inject
    Summaries(ProjectDirectory projects, SemaphoreLinks links) {
        this.projects = projects;
        this.links = links;
    }

    Listing of(Summarise command, List<Pipeline> ended) {
        var project = projects.nameOf(command.projectId());
        var counted = ended.size() + (ended.size() == 1 ? " pipeline" : " pipelines") + " of " + project;
        var how = counts(ended);
        var newest = new Subject.Newest(null, project, null);
        return new Listing(
                "While I could not look, " + counted + " ended: " + how + ".",
                Text.of("While I could not look, ").bold(counted).plain(" ended: " + how),
                ended.stream()
                        .sorted(Comparator.comparing(pipeline -> pipeline.result() != Result.FAILED))
                        .limit(MOST_ROWS)
                        .map(this::row)
                        .toList(),
                ended.size() > MOST_ROWS ? "and " + (ended.size() - MOST_ROWS) + " more" : "",
                Actions.of(
                        Button.of(
                                "All of them",
                                new ListPipelines(newest, null, command.since(), command.until(), null, true)),
                        Button.of("Status now", new Status(newest))));
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
        return result == Result.UNKNOWN
                ? "in a way that I do not know"
                : result.name().toLowerCase(Locale.ROOT);
    }

    private Text row(Pipeline pipeline) {
        var line = Text.empty()
                .symbol(Symbol.of(pipeline.result()))
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
