package dev.signalman.feature.pipelines;

import dev.signalman.card.Actions;
import dev.signalman.card.Button;
import dev.signalman.card.Listing;
import dev.signalman.card.Text;
import dev.signalman.command.ListWorkflows;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Workflow;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.Workflows;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.Subjects;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Lists workflows, ten at a time; a workflow has no state of its own, so its first pipeline speaks for it. */
final class ListWorkflowsHandler implements Handler<ListWorkflows> {
    private static final int ON_A_PAGE = 10;

    private final Subjects subjects;
    private final Semaphore semaphore;
    private final PipelineLine line;
    private final SemaphoreLinks links;
    private final InstantSource clock;

    @Inject
    ListWorkflowsHandler(
            Subjects subjects, Semaphore semaphore, PipelineLine line, SemaphoreLinks links, InstantSource clock) {
        this.subjects = subjects;
        this.semaphore = semaphore;
        this.line = line;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Outcome handle(ListWorkflows command, Invocation invocation) {
        var found = subjects.project(
                command.subject(),
                invocation,
                subject -> new ListWorkflows(subject, command.since(), command.until(), null));
        var now = clock.instant();
        var filter = Workflows.Filter.ofProject(found.project().id())
                .created(ListPipelinesHandler.at(command.since(), now), ListPipelinesHandler.at(command.until(), now))
                .pageOf(ON_A_PAGE);
        var ref = found.ref();
        var page = semaphore.workflows().list(ref == null ? filter : filter.on(ref), command.page());
        var name = found.project().name() + (ref == null ? "" : " on " + ref.spoken());
        var count = page.items().size();
        var actions = page.next() == null
                ? Actions.NONE
                : Actions.of(Button.of(
                        "More", new ListWorkflows(command.subject(), command.since(), command.until(), page.next())));
        return Outcome.answer(new Listing(
                count == 0
                        ? "No such workflows in " + name + "."
                        : count + (count == 1 ? " workflow" : " workflows") + " of " + name + ", newest first.",
                Text.of("Workflows of ")
                        .link(name, links.project(found.project().name())),
                page.items().stream().map(this::row).toList(),
                count == 0 ? "None." : "",
                actions));
    }

    private Text row(Workflow workflow) {
        var row = line.of(semaphore.pipelines().describe(workflow.initialPipelineId()));
        return workflow.rerunOf() == null ? row : row.plain("  ·  a rerun");
    }
}
