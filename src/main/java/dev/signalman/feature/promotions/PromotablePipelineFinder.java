package dev.signalman.feature.promotions;

import dev.signalman.command.Command;
import dev.signalman.command.Refusal;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Invocation;
import dev.signalman.domain.CaseInsensitiveName;
import dev.signalman.domain.GitRef;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Project;
import dev.signalman.port.ActsByMutex;
import dev.signalman.port.ChannelProjects;
import dev.signalman.port.KnownPromotions;
import dev.signalman.port.SettledActs;
import dev.signalman.ruling.Gate;
import dev.signalman.semaphore.Pages;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ProjectDirectory;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pipeline that a promotion without an id means: the newest passed one whose file is known to have the
 * promotion, else the newest passed one that is no deploy.
 */
final class PromotablePipelineFinder {
    private static final int MOST_PAGES = 3;
    private static final int MOST_OFFERED = 3;
    private static final int MOST_NAMES = 5;

    private final SubjectResolver subjectResolver;
    private final Semaphore semaphore;
    private final KnownPromotions known;
    private final ProjectDirectory projects;
    private final ChannelProjects channels;
    private final ActsByMutex acts;
    private final SettledActs results;

    @Inject
    PromotablePipelineFinder(
            SubjectResolver subjectResolver,
            Semaphore semaphore,
            KnownPromotions known,
            ProjectDirectory projects,
            ChannelProjects channels,
            ActsByMutex acts,
            SettledActs results) {
        this.subjectResolver = subjectResolver;
        this.semaphore = semaphore;
        this.known = known;
        this.projects = projects;
        this.channels = channels;
        this.acts = acts;
        this.results = results;
    }

    /**
     * The pipeline to promote.
     *
     * @param promotion its real spelling if it is known, else as said
     * @param heardOf whether a promotion of that name is known to start from the pipeline
     * @param newer the newest pipeline of that reference and file, if it is another one; else null
     * @param ahead for a promoted pipeline, a newer commit of that reference that passed but did not come that far; else
     *     null
     */
    record Chosen(
            String promotion,
            boolean heardOf,
            Pipeline pipeline,
            @Nullable Pipeline newer,
            @Nullable Pipeline ahead) {}

    /**
     * @param instead makes the command for another promotion and subject, for the suggestions of a refusal
     */
    Chosen choose(
            String said,
            Subject subject,
            BiFunction<String, Subject, ? extends Command> instead,
            Invocation invocation) {
        var heard = subjectResolver.heard(subject, invocation, other -> instead.apply(said, other));
        if (heard instanceof Subject.Id) {
            return named(
                    said, subjectResolver.pipeline(heard, invocation, other -> instead.apply(said, other)), List.of());
        }
        if (heard instanceof Subject.Unsaid) {
            refuseProject(said, instead, invocation);
        }
        var found = subjectResolver.project(heard, invocation, other -> instead.apply(said, other));
        var ref = found.ref() == null ? subjectResolver.defaultRef(found.project()) : found.ref();
        known.seek(found.project(), said);
        var promotion = known.spelled(found.project(), said);
        var files = known.filesOf(found.project(), promotion);
        var filter = Pipelines.Filter.ofProject(found.project().id()).on(ref);
        var seen = Pages.read(
                        MOST_PAGES,
                        page -> semaphore.pipelines().list(filter, page),
                        read -> among(read, files).isPresent())
                .items();
        return among(seen, files)
                .or(() -> fallback(seen, files))
                .map(pipeline -> named(said, detailed(pipeline), seen))
                .orElseThrow(() -> nothingPassed(promotion, found.project().name(), ref, seen));
    }

    private Chosen named(String said, Pipeline pipeline, List<Pipeline> seen) {
        var newer = newer(seen, pipeline);
        var ahead = ahead(seen, pipeline);
        var project = projects.withId(pipeline.projectId());
        if (project.isEmpty()) {
            return new Chosen(said, false, pipeline, newer, ahead);
        }
        var there = CaseInsensitiveName.of(said, known.from(project.get(), pipeline));
        return new Chosen(spelled(project.get(), said, pipeline), there.isPresent(), pipeline, newer, ahead);
    }

    /** The known spelling, unless Semaphore refused that one on this pipeline; then as said. */
    private String spelled(Project project, String said, Pipeline pipeline) {
        var known = this.known.spelled(project, said);
        return known.equals(said) || !refused(pipeline.id(), known) ? known : said;
    }

    private boolean refused(String pipelineId, String promotion) {
        return acts.of(Gate.section(pipelineId, promotion)).stream()
                .filter(act -> act.state() == ActResult.State.REFUSED)
                .flatMap(act -> results.of(act.invocationId()).stream())
                .anyMatch(result -> PromotionPhrases.saysUnknown(result.words()));
    }

    /**
     * Asks for the promotion when a project's name stands alone in its place, as in {@code promote web}, unless the
     * channel's own project has a promotion of that name.
     */
    private void refuseProject(
            String said, BiFunction<String, Subject, ? extends Command> instead, Invocation invocation) {
        var project = projects.listed(said).orElse(null);
        if (project == null || channelHas(said, invocation)) {
            return;
        }
        var subject = new Subject.Newest(null, project.name(), null);
        List<Suggestion> suggestions = known.in(project).stream()
                .limit(MOST_NAMES)
                .map(name -> Suggestion.next(name, instead.apply(name, subject)))
                .toList();
        throw new Refusal(
                project.name() + " is a project. Which promotion of it?"
                        + (suggestions.isEmpty()
                                ? " I don't know any yet. Name it as the pipeline file does: /semaphore promote production "
                                        + project.name() + "."
                                : ""),
                suggestions);
    }

    private boolean channelHas(String promotion, Invocation invocation) {
        var choice = channels.of(invocation.place().channel());
        return choice != null
                && projects.listed(choice.project())
                        .filter(project -> CaseInsensitiveName.of(promotion, known.in(project))
                                .isPresent())
                        .isPresent();
    }

    private Optional<Pipeline> among(List<Pipeline> seen, Set<String> files) {
        return seen.stream()
                .filter(Pipeline::passed)
                .filter(pipeline -> files.isEmpty() ? !pipeline.promoted() : files.contains(pipeline.file()))
                .findFirst();
    }

    private static Optional<Pipeline> fallback(List<Pipeline> seen, Set<String> files) {
        return files.isEmpty()
                ? Optional.empty()
                : seen.stream()
                        .filter(Pipeline::passed)
                        .filter(pipeline -> !pipeline.promoted())
                        .findFirst();
    }

    private Pipeline detailed(Pipeline listed) {
        return semaphore.pipelines().describeInDetail(listed.id());
    }

    private static @Nullable Pipeline newer(List<Pipeline> seen, Pipeline chosen) {
        var newest = seen.stream()
                .filter(pipeline -> pipeline.file().equals(chosen.file()))
                .findFirst();
        return newest.filter(pipeline -> !pipeline.id().equals(chosen.id())).orElse(null);
    }

    private static @Nullable Pipeline ahead(List<Pipeline> seen, Pipeline chosen) {
        return seen.stream()
                .takeWhile(pipeline -> !pipeline.id().equals(chosen.id()))
                .filter(pipeline -> chosen.promoted() && !pipeline.promoted() && pipeline.passed())
                .filter(pipeline -> !pipeline.commit().equals(chosen.commit()))
                .findFirst()
                .orElse(null);
    }

    private static Refusal nothingPassed(String promotion, String project, GitRef ref, List<Pipeline> seen) {
        var offered = seen.stream()
                .filter(pipeline -> !pipeline.promoted())
                .limit(MOST_OFFERED)
                .map(pipeline -> Suggestion.next(
                        "Status of " + pipeline.shortCommit(), new Status(Subject.pipeline(pipeline.id()))))
                .toList();
        return new Refusal(
                "No pipeline of " + project + " on " + ref.spoken()
                        + " has passed recently, so there is nothing to promote to "
                        + promotion + "."
                        + (offered.isEmpty() ? " None has run there. Push a commit, or name another branch." : ""),
                offered);
    }
}
