package dev.signalman.feature.pipelines;

import dev.signalman.card.Actions;
import dev.signalman.card.Button;
import dev.signalman.card.Listing;
import dev.signalman.card.Text;
import dev.signalman.command.ListPipelines;
import dev.signalman.command.Noun;
import dev.signalman.command.Subject;
import dev.signalman.command.TimeBound;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Page;
import dev.signalman.domain.Pipeline;
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
    private static final int ON_A_PAGE = 10;

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
        var filter = about.filter()
                .of(command.file())
                .created(at(command.since(), now), at(command.until(), now))
                .pageOf(ON_A_PAGE);
        return Outcome.answer(listing(command, about, semaphore.pipelines().list(filter, command.page())));
    }

    private About about(ListPipelines command, Invocation invocation) {
        if (command.subject() instanceof Subject.Id id && id.noun() == Noun.WORKFLOW) {
            return new About(Pipelines.Filter.ofWorkflow(id.id()), "workflow", links.workflow(id.id()));
        }
        var found = subjects.project(
                command.subject(),
                invocation,
                subject -> new ListPipelines(subject, command.file(), command.since(), command.until(), null));
        var name = found.project().name();
        var filter = Pipelines.Filter.ofProject(found.project().id());
        var ref = found.ref();
        return ref == null
                ? new About(filter, name, links.project(name))
                : new About(filter.on(ref), name + " on " + ref.spoken(), links.project(name));
    }

    private Listing listing(ListPipelines command, About about, Page<Pipeline> page) {
        var actions = page.next() == null
                ? Actions.NONE
                : Actions.of(Button.of(
                        "More",
                        new ListPipelines(
                                command.subject(), command.file(), command.since(), command.until(), page.next())));
        var count = page.items().size();
        var sentence = count == 0
                ? "No such pipelines in " + about.name() + "."
                : count + (count == 1 ? " pipeline" : " pipelines") + " of " + about.name() + ", newest first.";
        return new Listing(
                sentence,
                Text.of("Pipelines of ").link(about.name(), about.url()),
                page.items().stream().map(line::of).toList(),
                count == 0 ? "None." : "",
                actions);
    }

    static @Nullable Instant at(@Nullable TimeBound bound, Instant now) {
        return bound == null ? null : bound.at(now);
    }

    private record About(Pipelines.Filter filter, String name, String url) {}
}
