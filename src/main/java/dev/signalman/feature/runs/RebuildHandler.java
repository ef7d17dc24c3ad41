package dev.signalman.feature.runs;

import dev.signalman.command.Rebuild;
import dev.signalman.command.Refusal;
import dev.signalman.command.Rerun;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Result;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ResolvedSubject;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.List;

/** Decides which pipeline a {@code rebuild} means: the named one, or the workflow's newest failed one. */
final class RebuildHandler implements Handler<Rebuild> {
    private final SubjectResolver subjectResolver;
    private final Semaphore semaphore;
    private final IndirectDeploys indirectDeploys;

    @Inject
    RebuildHandler(SubjectResolver subjectResolver, Semaphore semaphore, IndirectDeploys indirectDeploys) {
        this.subjectResolver = subjectResolver;
        this.semaphore = semaphore;
        this.indirectDeploys = indirectDeploys;
    }

    @Override
    public Outcome handle(Rebuild command, Invocation invocation) {
        var resolvedSubject = subjectResolver.find(command.subject(), invocation, Rebuild::new);
        var pipeline = resolvedSubject instanceof ResolvedSubject.OfWorkflow workflow
                ? newestFailed(workflow)
                : subjectResolver.pipeline(command.subject(), invocation, Rebuild::new);
        if (!pipeline.done()) {
            throw new Refusal(pipeline.name() + " on " + pipeline.ref().spoken()
                    + " isn't done yet. Rebuild its failed jobs when it is.");
        }
        if (pipeline.result() == Result.PASSED) {
            throw new Refusal(
                    pipeline.name() + " on " + pipeline.ref().spoken()
                            + " passed, so there is nothing to rebuild. You can rerun the whole workflow.",
                    List.of(Suggestion.next("Rerun", new Rerun(Subject.workflow(pipeline.workflowId())))));
        }
        return indirectDeploys.rebuild(pipeline, invocation, Outcome.act(new Rebuild(Subject.pipeline(pipeline.id()))));
    }

    private Pipeline newestFailed(ResolvedSubject.OfWorkflow workflow) {
        return semaphore
                .pipelines()
                .list(Pipelines.Filter.ofWorkflow(workflow.workflow().id()), null)
                .items()
                .stream()
                .filter(pipeline -> pipeline.done() && pipeline.result() == Result.FAILED)
                .findFirst()
                .orElse(workflow.first());
    }
}
