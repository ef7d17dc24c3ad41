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
import dev.signalman.subject.Meant;
import dev.signalman.subject.Subjects;
import jakarta.inject.Inject;
import java.util.Locale;

/** Decides what a {@code stop} means: a job stops the job, a pipeline the pipeline, a workflow or project the workflow. */
final class StopHandler implements Handler<Stop> {
    private final Subjects subjects;
    private final Semaphore semaphore;

    @Inject
    StopHandler(Subjects subjects, Semaphore semaphore) {
        this.subjects = subjects;
        this.semaphore = semaphore;
    }

    @Override
    public Outcome handle(Stop command, Invocation invocation) {
        var meant = subjects.find(command.subject(), invocation, Stop::new);
        if (meant instanceof Meant.OfJob job) {
            return job(job);
        }
        if (meant instanceof Meant.OfPipeline pipeline) {
            return pipeline(pipeline.pipeline());
        }
        return workflow((Meant.OfWorkflow) meant);
    }

    private static Outcome job(Meant.OfJob meant) {
        var job = meant.job();
        if (job.state() == JobState.FINISHED) {
            throw new Refusal("The job " + job.name() + " is finished already, so there is nothing to stop.");
        }
        return Outcome.act(new Stop(Subject.job(job.id())));
    }

    private static Outcome pipeline(Pipeline pipeline) {
        if (pipeline.done()) {
            throw alreadyDone(pipeline);
        }
        return Outcome.act(new Stop(Subject.pipeline(pipeline.id())));
    }

    private Outcome workflow(Meant.OfWorkflow meant) {
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
                + ", is done already (" + result + "), so there is nothing to stop.");
    }
}
