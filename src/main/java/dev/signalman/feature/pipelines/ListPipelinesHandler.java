package dev.signalman.feature.pipelines;

import dev.signalman.command.ListPipelines;
import dev.signalman.command.Subject;
import dev.signalman.command.SubjectKind;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Page;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Lists pipelines, ten at a time. */
final class ListPipelinesHandler implements Handler<ListPipelines> {
    private final SubjectResolver subjectResolver;
    private final Semaphore semaphore;
    private final PipelineLine line;
    private final SemaphoreLinks links;
    private final InstantSource clock;

    @Inject
    ListPipelinesHandler(
            SubjectResolver subjectResolver,
            Semaphore semaphore,
            PipelineLine line,
            SemaphoreLinks links,
            InstantSource clock) {
        this.subjectResolver = subjectResolver;
        this.semaphore = semaphore;
        this.line = line;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Outcome handle(ListPipelines command, Invocation invocation) {
        var now = clock.instant();
        var about = about(command, invocation);
        var since = PagedList.at(command.since(), now);
        var until = PagedList.at(command.until(), now);
        var all = about.filter().pageOf(PagedList.ON_A_PAGE);
        var filter = command.byEnd() ? all.done(since, afterIts(until)) : all.created(since, until);
        var found = found(command, filter);
        return Outcome.answer(new PagedList("pipelines", about.name(), about.url())
                .card(
                        found.page(),
                        line::of,
                        next -> new ListPipelines(
                                command.subject(),
                                found.file(),
                                command.since(),
                                command.until(),
                                next,
                                command.byEnd())));
    }

    /**
     * Tries the file with and without a leading slash: Semaphore matches only the spelling with which the pipeline was
     * started (docs/semaphore.md).
     */
    private Found found(ListPipelines command, Pipelines.Filter filter) {
        var file = command.file();
        var asked = semaphore.pipelines().list(filter.of(file), command.page());
        if (file == null || command.page() != null || !asked.items().isEmpty()) {
            return new Found(asked, file);
        }
        var other = file.startsWith("/") ? file.substring(1) : "/" + file;
        var otherwise = semaphore.pipelines().list(filter.of(other), null);
        return otherwise.items().isEmpty() ? new Found(asked, file) : new Found(otherwise, other);
    }

    /**
     * @param file the spelling that matched
     */
    private record Found(Page<Pipeline> page, @Nullable String file) {}

    /** Semaphore's upper bound is exclusive and has whole seconds. */
    private static @Nullable Instant afterIts(@Nullable Instant end) {
        return end == null ? null : end.plusSeconds(1);
    }

    private About about(ListPipelines command, Invocation invocation) {
        if (command.subject() instanceof Subject.Id id && id.noun() == SubjectKind.WORKFLOW) {
            return new About(Pipelines.Filter.ofWorkflow(id.id()), "workflow", links.workflow(id.id()));
        }
        var found = subjectResolver.project(
                command.subject(),
                invocation,
                subject -> new ListPipelines(
                        subject, command.file(), command.since(), command.until(), null, command.byEnd()));
        var name = found.project().name();
        var filter = Pipelines.Filter.ofProject(found.project().id());
        var ref = found.ref();
        return ref == null
                ? new About(filter, name, links.project(name))
                : new About(filter.on(ref), name + " on " + ref.spoken(), links.project(name));
    }

    private record About(Pipelines.Filter filter, String name, String url) {}
}
