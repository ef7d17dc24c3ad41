package dev.signalman.feature.pipelines;

import dev.signalman.command.ListPipelines;
import dev.signalman.command.Noun;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.Subjects;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Lists pipelines, ten at a time. */
final class ListPipelinesHandler implements Handler<ListPipelines> {
    private final Subjects subjects;
    private final Semaphore semaphore;
    private final PipelineLine line;
    private final SemaphoreLinks links;
    private final InstantSource clock;

    @Inject
    ListPipelinesHandler(
            Subjects subjects, Semaphore semaphore, PipelineLine line, SemaphoreLinks links, InstantSource clock) {
        this.subjects = subjects;
        this.semaphore = semaphore;
        this.line = line;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Outcome handle(ListPipelines command, Invocation invocation) {
        var now = clock.instant();
        var about = about(command, invocation);
        var since = TenNewest.at(command.since(), now);
        var until = TenNewest.at(command.until(), now);
        var all = about.filter().of(command.file()).pageOf(TenNewest.ON_A_PAGE);
        var filter = command.byEnd() ? all.done(since, afterIts(until)) : all.created(since, until);
        return Outcome.answer(new TenNewest("pipelines", about.name(), about.url())
                .card(
                        semaphore.pipelines().list(filter, command.page()),
                        line::of,
                        next -> new ListPipelines(
                                command.subject(),
                                command.file(),
                                command.since(),
                                command.until(),
                                next,
                                command.byEnd())));
    }

    /** A list's ends are whole seconds, and not part of it. */
    private static @Nullable Instant afterIts(@Nullable Instant end) {
        return end == null ? null : end.plusSeconds(1);
    }

    private About about(ListPipelines command, Invocation invocation) {
        if (command.subject() instanceof Subject.Id id && id.noun() == Noun.WORKFLOW) {
            return new About(Pipelines.Filter.ofWorkflow(id.id()), "workflow", links.workflow(id.id()));
        }
        var found = subjects.project(
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
