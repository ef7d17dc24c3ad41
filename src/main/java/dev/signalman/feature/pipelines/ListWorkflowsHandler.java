package dev.signalman.feature.pipelines;

import dev.signalman.card.Text;
import dev.signalman.command.ListWorkflows;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Workflow;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.Workflows;
import dev.signalman.subject.SemaphoreLinks;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Lists workflows, ten at a time. A workflow has no state, so its first pipeline's state is shown. */
final class ListWorkflowsHandler implements Handler<ListWorkflows> {
    private final SubjectResolver subjectResolver;
    private final Semaphore semaphore;
    private final PipelineLine line;
    private final SemaphoreLinks links;
    private final InstantSource clock;

    @Inject
    ListWorkflowsHandler(
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
    public Outcome handle(ListWorkflows command, Invocation invocation) {
        var found = subjectResolver.project(
                command.subject(),
                invocation,
                subject -> new ListWorkflows(subject, command.since(), command.until(), null));
        var now = clock.instant();
        var filter = Workflows.Filter.ofProject(found.project().id())
                .created(PagedList.at(command.since(), now), PagedList.at(command.until(), now))
                .pageOf(PagedList.ON_A_PAGE);
        var ref = found.ref();
        var name = found.project().name();
        return Outcome.answer(new PagedList(
                        "workflows", ref == null ? name : name + " on " + ref.spoken(), links.project(name))
                .card(
                        semaphore.workflows().list(ref == null ? filter : filter.on(ref), command.page()),
                        this::row,
                        next -> new ListWorkflows(command.subject(), command.since(), command.until(), next)));
    }

    private Text row(Workflow workflow) {
        var row = line.of(semaphore.pipelines().describe(workflow.initialPipelineId()));
        return workflow.rerunOf() == null ? row : row.plain("  ·  rerun");
    }
}
