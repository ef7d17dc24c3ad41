package dev.signalman.feature.runs;

import dev.signalman.command.Refusal;
import dev.signalman.command.Stop;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.JobState;
import dev.signalman.domain.Pipeline;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.subject.ResolvedSubject;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.Locale;

/** Decides what a {@code stop} means: the named job, pipeline or workflow, or a project's newest workflow. */
final class StopHandler implements Handler<Stop> {
    private final SubjectResolver subjectResolver;
    private final Semaphore semaphore;

    @Inject
    StopHandler(SubjectResolver subjectResolver, Semaphore semaphore) {
        this.subjectResolver = subjectResolver;
        this.semaphore = semaphore;
    }

    @Override
    public Outcome handle(Stop command, Invocation invocation) {
        var resolvedSubject = subjectResolver.find(command.subject(), invocation, Stop::new);
        if (resolvedSubject instanceof ResolvedSubject.OfJob job) {
            return job(job);
        }
        if (resolvedSubject instanceof ResolvedSubject.OfPipeline pipeline) {
            return pipeline(pipeline.pipeline());
        }
        return workflow((ResolvedSubject.OfWorkflow) resolvedSubject);
    }

    private static Outcome job(ResolvedSubject.OfJob meant) {
        var job = meant.job();
        if (job.state() == JobState.FINISHED) {
            throw new Refusal("Job " + job.name() + " has already finished.");
        }
        return Outcome.act(new Stop(Subject.job(job.id())));
    }

    private static Outcome pipeline(Pipeline pipeline) {
        if (pipeline.done()) {
            throw alreadyDone(pipeline);
        }
        return Outcome.act(new Stop(Subject.pipeline(pipeline.id())));
    }

    private Outcome workflow(ResolvedSubject.OfWorkflow meant) {
        var running =
                semaphore
                        .pipelines()
                        .list(Pipelines.Filter.ofWorkflow(meant.workflow().id()), null)
                        .items()
                        .stream()
                        .anyMatch(pipeline -> !pipeline.done());
        if (!running && meant.first().done()) {
            throw alreadyDone(meant.first());
        }
        return Outcome.act(new Stop(Subject.workflow(meant.workflow().id())));
    }

    private static Refusal alreadyDone(Pipeline pipeline) {
        var result =
                pipeline.result() == null ? "done" : pipeline.result().name().toLowerCase(Locale.ROOT);
        return new Refusal(pipeline.name() + " on " + pipeline.ref().spoken() + ", commit " + pipeline.shortCommit()
                + ", is already done (" + result + ").");
    }
}
