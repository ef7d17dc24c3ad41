package dev.signalman.subject;

import dev.signalman.command.Command;
import dev.signalman.command.ListProjects;
import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import dev.signalman.command.SubjectKind;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Invocation;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.domain.Workflow;
import dev.signalman.port.ChannelProjects;
import dev.signalman.port.PipelineCardLocations;
import dev.signalman.port.SubscribedProjects;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.semaphore.SemaphoreException.Kind;
import dev.signalman.semaphore.Workflows;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Resolves a subject to a pipeline, workflow, job or project. Each call reads from Semaphore. */
public final class SubjectResolver {
    private static final int MOST_OFFERED = 5;
    private static final List<String> USUAL_BRANCHES = List.of("main", "master");

    private final Semaphore semaphore;
    private final ProjectDirectory projects;
    private final Supplier<ProjectSettings> settings;
    private final ChannelProjects channels;
    private final PipelineCardLocations locations;
    private final SubscribedProjects subscribed;

    @Inject
    SubjectResolver(
            Semaphore semaphore,
            ProjectDirectory projects,
            Supplier<ProjectSettings> settings,
            ChannelProjects channels,
            PipelineCardLocations locations,
            SubscribedProjects subscribed) {
        this.semaphore = semaphore;
        this.projects = projects;
        this.settings = settings;
        this.channels = channels;
        this.locations = locations;
        this.subscribed = subscribed;
    }

    /**
     * Resolves a subject.
     *
     * @param instead makes the command with a corrected subject, for a refusal's suggestions
     * @throws Refusal when nothing is found
     */
    public ResolvedSubject find(Subject subject, Invocation invocation, Function<Subject, ? extends Command> instead) {
        var heard = heard(subject, invocation, instead);
        if (heard instanceof Subject.Id id) {
            return byId(id);
        }
        var newest = said(heard, invocation, instead);
        var workflow = newestWorkflow(newest, instead);
        var first = semaphore.pipelines().describeInDetail(workflow.initialPipelineId());
        return newest.noun() == SubjectKind.PIPELINE
                ? new ResolvedSubject.OfPipeline(first)
                : new ResolvedSubject.OfWorkflow(workflow, first);
    }

    /** Resolves a subject to one pipeline: a workflow to its first, a job to the one that it belongs to. */
    public Pipeline pipeline(Subject subject, Invocation invocation, Function<Subject, ? extends Command> instead) {
        return pipelineOf(find(subject, invocation, instead));
    }

    /** The pipeline of a resolved subject; only a job's pipeline still has to be read. */
    public Pipeline pipelineOf(ResolvedSubject resolvedSubject) {
        if (resolvedSubject instanceof ResolvedSubject.OfPipeline pipeline) {
            return pipeline.pipeline();
        }
        if (resolvedSubject instanceof ResolvedSubject.OfWorkflow workflow) {
            return workflow.first();
        }
        return ofJob((ResolvedSubject.OfJob) resolvedSubject);
    }

    /** The project of a subject, and its reference when the subject names one or the channel has chosen one. */
    public ProjectAndRef project(Subject subject, Invocation invocation, Function<Subject, ? extends Command> instead) {
        var heard = heard(subject, invocation, instead);
        if (heard instanceof Subject.Id id) {
            var pipeline = pipeline(id, invocation, instead);
            var project = projects.withId(pipeline.projectId())
                    .orElseThrow(
                            () -> new Refusal(
                                    "I can't see the project of " + id.id()
                                            + ". Add the bot's account to that project in Semaphore, or use one that /semaphore projects lists."));
            return new ProjectAndRef(project, pipeline.ref());
        }
        var newest = projects.parted(said(heard, invocation, instead));
        var branch = newest.branch();
        return new ProjectAndRef(named(newest, instead), branch == null ? null : GitRef.parse(branch));
    }

    /**
     * The project with this name, or the channel's project when it is null.
     *
     * @throws Refusal when the quoted name contains a branch
     */
    public Project projectAlone(
            @Nullable String name, Invocation invocation, Function<Subject, ? extends Command> instead) {
        if (name == null) {
            return project(new Subject.Unsaid(), invocation, instead).project();
        }
        var alone = projects.parted(new Subject.Newest(null, name, null)).alone();
        return named(new Subject.Newest(null, alone, null), instead);
    }

    /**
     * The newest workflow of a project and reference.
     *
     * @throws Refusal when there is none
     */
    public Workflow newestWorkflow(Subject.Newest said, Function<Subject, ? extends Command> instead) {
        var newest = projects.parted(said);
        var project = named(newest, instead);
        var branch = newest.branch();
        var found = branch == null ? onDefaultBranch(project) : newestOn(project, GitRef.parse(branch));
        return found.orElseThrow(() -> new Refusal("No workflows yet in " + project.name() + where(project, branch)
                + ". Push a commit, or use /semaphore run " + project.name() + "."));
    }

    private String where(Project project, @Nullable String said) {
        if (said != null) {
            return " on " + said;
        }
        var configured = settings.get().of(project.name()).defaultBranch();
        return configured == null ? "" : " on " + configured + " (its default branch in signalman.yml)";
    }

    /** The reference that a bare project name means. */
    public GitRef defaultRef(Project project) {
        var configured = settings.get().of(project.name()).defaultBranch();
        return configured != null
                ? GitRef.branch(configured)
                : onDefaultBranch(project).map(Workflow::ref).orElse(GitRef.branch("main"));
    }

    /**
     * The subject as given; without one, the pipeline of the card in whose thread the command was typed.
     *
     * @throws Refusal when several pipelines have cards in the thread; it offers them as buttons
     */
    public Subject heard(Subject subject, Invocation invocation, Function<Subject, ? extends Command> instead) {
        var pipelines = subject instanceof Subject.Unsaid ? locations.pipelines(invocation.place()) : List.<String>of();
        if (pipelines.size() > 1) {
            throw new Refusal(
                    "Which one? " + pipelines.size() + " pipelines have cards in this thread.",
                    offered(pipelines, instead));
        }
        return pipelines.isEmpty() ? subject : Subject.pipeline(pipelines.get(0));
    }

    /** The newest of these pipelines, by name and commit. */
    private List<Suggestion> offered(List<String> oldestFirst, Function<Subject, ? extends Command> instead) {
        var offered = new ArrayList<Suggestion>();
        for (int n = oldestFirst.size() - 1; n >= 0 && offered.size() < MOST_OFFERED; n--) {
            var pipeline = semaphore.pipelines().describe(oldestFirst.get(n));
            var state = pipeline.done() ? pipeline.ended() : "not done yet";
            var label = pipeline.name() + " " + pipeline.shortCommit() + ", " + state;
            offered.add(Suggestion.next(label, instead.apply(Subject.pipeline(pipeline.id()))));
        }
        return offered;
    }

    /** The subject as given; without one, the channel's project. */
    private Subject.Newest said(Subject subject, Invocation invocation, Function<Subject, ? extends Command> instead) {
        if (subject instanceof Subject.Newest newest) {
            return newest;
        }
        var choice = channels.of(invocation.place().channel());
        if (choice == null) {
            throw whichProject(invocation, instead);
        }
        return new Subject.Newest(null, choice.project(), choice.branch());
    }

    /** Asks for the project with buttons, first those that the channel is subscribed to. */
    private Refusal whichProject(Invocation invocation, Function<Subject, ? extends Command> instead) {
        var all = projects.all().stream().map(Project::name).toList();
        var heardOf = subscribed.of(invocation.place().channel()).stream()
                .filter(all::contains)
                .toList();
        var offered = Stream.concat(heardOf.stream(), all.stream()).distinct().toList();
        var buttons = new ArrayList<Suggestion>();
        offered.stream()
                .limit(MOST_OFFERED)
                .map(name -> Suggestion.next(name, instead.apply(new Subject.Newest(null, name, null))))
                .forEach(buttons::add);
        if (offered.size() > MOST_OFFERED) {
            buttons.add(Suggestion.next("All projects", new ListProjects()));
        }
        return new Refusal(
                "Which project? Set one for this channel with /semaphore use "
                        + (offered.isEmpty() ? "web" : offered.get(0)) + ".",
                buttons);
    }

    private Project named(Subject.Newest newest, Function<Subject, ? extends Command> instead) {
        return projects.meant(
                newest.project(), name -> instead.apply(new Subject.Newest(newest.noun(), name, newest.branch())));
    }

    private Optional<Workflow> onDefaultBranch(Project project) {
        var configured = settings.get().of(project.name()).defaultBranch();
        if (configured != null) {
            return newestOn(project, GitRef.branch(configured));
        }
        for (var branch : USUAL_BRANCHES) {
            var found = newestOn(project, GitRef.branch(branch));
            if (found.isPresent()) {
                return found;
            }
        }
        return newest(Workflows.Filter.ofProject(project.id()));
    }

    private Optional<Workflow> newestOn(Project project, GitRef ref) {
        return newest(Workflows.Filter.ofProject(project.id()).on(ref));
    }

    private Optional<Workflow> newest(Workflows.Filter filter) {
        return semaphore.workflows().list(filter, null).items().stream().findFirst();
    }

    private ResolvedSubject byId(Subject.Id id) {
        var subjectKind = id.noun();
        if (subjectKind == null) {
            return first(id.id(), () -> asPipeline(id.id()), () -> asWorkflow(id.id()), () -> asJob(id.id()));
        }
        return switch (subjectKind) {
            case PIPELINE -> first(id.id(), () -> asPipeline(id.id()));
            case WORKFLOW -> first(id.id(), () -> asWorkflow(id.id()));
            case JOB -> first(id.id(), () -> asJob(id.id()));
            case PROJECT -> throw new Refusal("Use the project's name instead of " + id.id() + ".");
        };
    }

    @SafeVarargs
    private static ResolvedSubject first(String id, Supplier<ResolvedSubject>... readings) {
        for (var reading : readings) {
            var found = unlessMissing(reading);
            if (found != null) {
                return found;
            }
        }
        throw new Refusal(
                "I can't find pipeline, workflow or job " + id + ". Paste its link from Semaphore, or name a project.");
    }

    private static @Nullable ResolvedSubject unlessMissing(Supplier<ResolvedSubject> reading) {
        try {
            return reading.get();
        } catch (SemaphoreException failure) {
            if (failure.kind() == Kind.NOT_FOUND || failure.kind() == Kind.REFUSED) {
                return null;
            }
            throw failure;
        }
    }

    private ResolvedSubject asPipeline(String id) {
        return new ResolvedSubject.OfPipeline(semaphore.pipelines().describeInDetail(id));
    }

    private ResolvedSubject asWorkflow(String id) {
        var workflow = semaphore.workflows().describe(id);
        return new ResolvedSubject.OfWorkflow(
                workflow, semaphore.pipelines().describeInDetail(workflow.initialPipelineId()));
    }

    private ResolvedSubject asJob(String id) {
        return new ResolvedSubject.OfJob(semaphore.jobs().describe(id));
    }

    private Pipeline ofJob(ResolvedSubject.OfJob job) {
        var pipelineId = job.job().pipelineId();
        if (pipelineId == null) {
            throw new Refusal("Semaphore doesn't say which pipeline the job "
                    + job.job().name() + " belongs to. Name the pipeline instead.");
        }
        return semaphore.pipelines().describeInDetail(pipelineId);
    }

    /** A project, and a reference when one was named. */
    public record ProjectAndRef(Project project, @Nullable GitRef ref) {}
}
