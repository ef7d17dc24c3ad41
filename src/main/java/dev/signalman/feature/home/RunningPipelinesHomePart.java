package dev.signalman.feature.home;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.Stop;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.FailureCards;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.PipelineState;
import dev.signalman.domain.Project;
import dev.signalman.port.HomePart;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows the running pipelines of the configured projects, or of all that the token sees if none is configured, without
 * the person's own builds, which have their own part above.
 */
final class RunningPipelinesHomePart implements HomePart {
    private final NewestPipelines newest;
    private final OwnBuilds own;
    private final SemaphoreLinks links;

    @Inject
    RunningPipelinesHomePart(NewestPipelines newest, OwnBuilds own, SemaphoreLinks links) {
        this.newest = newest;
        this.own = own;
        this.links = links;
    }

    @Override
    public Shelf shelf() {
        return Shelf.RUNNING;
    }

    @Override
    public Optional<Shown> of(String userId) {
        var part = part(userId);
        return Optional.of(new Shown(
                part.entries().isEmpty()
                        ? "Nothing is running."
                        : part.entries().size() + " running.",
                part));
    }

    private HomeCard.Part part(String userId) {
        var title = Text.empty().symbol(Symbol.RUNNING).bold("Running now");
        try {
            var entries = new ArrayList<HomeCard.Entry>();
            var looked = newest.projects();
            int shownAbove = 0;
            for (var project : looked) {
                var running = newest.lastRead(project).stream()
                        .filter(pipeline -> !pipeline.done())
                        .toList();
                var mine = own.among(
                                running.stream()
                                        .filter(pipeline -> !pipeline.promoted())
                                        .toList(),
                                userId)
                        .orElse(Set.of());
                running.stream()
                        .filter(pipeline -> !mine.contains(pipeline.id()))
                        .forEach(pipeline -> entries.add(entry(project, pipeline)));
                shownAbove += mine.size();
            }
            return new HomeCard.Part(title, entries, entries.isEmpty() ? nothing(looked, shownAbove > 0) : "");
        } catch (SemaphoreException away) {
            return new HomeCard.Part(title, List.of(), FailureCards.words(away));
        }
    }

    private static String nothing(List<Project> looked, boolean more) {
        return looked.isEmpty()
                ? "I can't see any projects."
                : (more ? "Nothing else is running in " : "Nothing is running in ")
                        + String.join(", ", looked.stream().map(Project::name).toList()) + ".";
    }

    private HomeCard.Entry entry(Project project, Pipeline pipeline) {
        var moving = pipeline.state() == PipelineState.RUNNING || pipeline.state() == PipelineState.STOPPING;
        var line = Text.empty()
                .symbol(moving ? Symbol.RUNNING : Symbol.QUEUED)
                .bold(project.name())
                .plain(" ")
                .link(pipeline.name(), links.pipeline(pipeline))
                .plain(" " + word(pipeline.state()) + " on ")
                .code(pipeline.ref().spoken())
                .plain("  " + pipeline.commitTitle());
        var stop = Button.of("Stop", new Stop(Subject.pipeline(pipeline.id())))
                .asking(
                        "Stop this pipeline?",
                        project.name() + " on " + pipeline.ref().spoken() + ", commit " + pipeline.shortCommit()
                                + ". Running jobs are stopped.",
                        "Stop",
                        "Cancel");
        return new HomeCard.Entry(
                line, pipeline.state() == PipelineState.STOPPING ? CardActions.NONE : CardActions.of(stop));
    }

    private static String word(PipelineState state) {
        return switch (state) {
            case RUNNING -> "is running";
            case STOPPING -> "is stopping";
            default -> "is waiting";
        };
    }
}
