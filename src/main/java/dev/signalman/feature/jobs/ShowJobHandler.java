package dev.signalman.feature.jobs;

import dev.signalman.command.Refusal;
import dev.signalman.command.ShowJob;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.Job;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Result;
import dev.signalman.subject.ResolvedSubject;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.List;

/** Shows a job's state; for a pipeline it asks which of its jobs is meant. */
final class ShowJobHandler implements Handler<ShowJob> {
    private final SubjectResolver subjectResolver;
    private final StartFailureReader startFailures;
    private final JobCard answer;

    @Inject
    ShowJobHandler(SubjectResolver subjectResolver, StartFailureReader startFailures, JobCard answer) {
        this.subjectResolver = subjectResolver;
        this.startFailures = startFailures;
        this.answer = answer;
    }

    @Override
    public Outcome handle(ShowJob command, Invocation invocation) {
        var resolvedSubject = subjectResolver.find(command.subject(), invocation, ShowJob::new);
        if (resolvedSubject instanceof ResolvedSubject.OfJob job) {
            return Outcome.answer(answer.of(job.job(), reason(job.job())));
        }
        throw which(
                resolvedSubject instanceof ResolvedSubject.OfPipeline pipeline
                        ? pipeline.pipeline()
                        : ((ResolvedSubject.OfWorkflow) resolvedSubject).first());
    }

    private String reason(Job job) {
        return JobPhrases.neverStarted(job) && job.result() == Result.FAILED ? startFailures.of(job.id()) : "";
    }

    private static Refusal which(Pipeline pipeline) {
        List<Suggestion> jobs = PipelineJobs.of(pipeline).worstFirst().stream()
                .limit(5)
                .map(job -> Suggestion.next(job.name(), new ShowJob(Subject.job(job.id()))))
                .toList();
        return new Refusal(
                jobs.isEmpty()
                        ? "That is pipeline " + pipeline.name()
                                + ", and none of its jobs has started. Try /semaphore status."
                        : "That is pipeline " + pipeline.name() + ". Name one of its jobs by its link or id.",
                jobs);
    }
}
