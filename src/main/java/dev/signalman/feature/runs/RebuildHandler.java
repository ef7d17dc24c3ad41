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
import dev.signalman.subject.Meant;
import dev.signalman.subject.Subjects;
import jakarta.inject.Inject;
import java.util.List;

/** Decides which pipeline a {@code rebuild} means: the one named, or the newest failed one of the workflow. */
final class RebuildHandler implements Handler<Rebuild> {
    private final Subjects subjects;
    private final Semaphore semaphore;
    private final DeployDoors doors;

    @Inject
    RebuildHandler(Subjects subjects, Semaphore semaphore, DeployDoors doors) {
        this.subjects = subjects;
        this.semaphore = semaphore;
        this.doors = doors;
    }

    @Override
    public Outcome handle(Rebuild command, Invocation invocation) {
        var meant = subjects.find(command.subject(), invocation, Rebuild::new);
        var pipeline = meant instanceof Meant.OfWorkflow workflow
                ? newestFailed(workflow)
                : subjects.pipeline(command.subject(), invocation, Rebuild::new);
        if (!pipeline.done()) {
            throw new Refusal(pipeline.name() + " on " + pipeline.ref().spoken()
                    + " is not done yet. Its failed jobs can be run again when it is.");
        }
        if (pipeline.result() == Result.PASSED) {
            throw new Refusal(
                    pipeline.name() + " on " + pipeline.ref().spoken()
                            + " passed, so there is nothing to rebuild. The whole workflow can be rerun instead.",
                    List.of(Suggestion.next("Rerun", new Rerun(Subject.workflow(pipeline.workflowId())))));
        }
        return doors.rebuild(pipeline, invocation, Outcome.act(new Rebuild(Subject.pipeline(pipeline.id()))));
    }

    private Pipeline newestFailed(Meant.OfWorkflow workflow) {
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
