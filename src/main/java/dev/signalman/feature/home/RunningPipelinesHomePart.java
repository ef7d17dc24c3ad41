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
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.ProjectSettings;
import dev.signalman.subject.SemaphoreLinks;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows the running pipelines of the configured projects, or of all that the token sees if none is configured. */
final class RunningPipelinesHomePart implements HomePart {
    /** Each project costs one call to Semaphore per drawing. */
    private static final int MOST_PROJECTS = 8;

    private static final int NEWEST = 20;

    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final Supplier<ProjectSettings> settings;
    private final SemaphoreLinks links;

    @Inject
    RunningPipelinesHomePart(
            Semaphore semaphore, ProjectDirectory projects, Supplier<ProjectSettings> settings, SemaphoreLinks links) {
        this.semaphore = semaphore;
        this.projects = projects;
        this.settings = settings;
        this.links = links;
    }

    @Override
    public Shelf shelf() {
        return Shelf.RUNNING;
    }

    @Override
    public Optional<Shown> of(String userId) {
        var part = part();
        return Optional.of(new Shown(
                part.entries().isEmpty()
                        ? "Nothing is running."
                        : part.entries().size() + " running.",
                part));
    }

    private HomeCard.Part part() {
        var title = Text.empty().symbol(Symbol.RUNNING).bold("Running now");
        try {
            var entries = new ArrayList<HomeCard.Entry>();
            var looked = looked();
            for (var project : looked) {
                unfinished(project).forEach(pipeline -> entries.add(entry(project, pipeline)));
            }
            return new HomeCard.Part(title, entries, entries.isEmpty() ? nothing(looked) : "");
        } catch (SemaphoreException away) {
            return new HomeCard.Part(title, List.of(), FailureCards.words(away));
        }
    }

    private List<Project> looked() {
        var all = projects.all();
        var named = all.stream()
                .filter(project -> settings.get().byName().containsKey(project.name()))
                .toList();
        return (named.isEmpty() ? all : named).stream().limit(MOST_PROJECTS).toList();
    }

    private static String nothing(List<Project> looked) {
        return looked.isEmpty()
                ? "I can't see any projects."
                : "Nothing is running in "
                        + String.join(", ", looked.stream().map(Project::name).toList()) + ".";
    }

    private List<Pipeline> unfinished(Project project) {
        var newest = Pipelines.Filter.ofProject(project.id()).pageOf(NEWEST);
        return semaphore.pipelines().list(newest, null).items().stream()
                .filter(pipeline -> !pipeline.done())
                .toList();
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
