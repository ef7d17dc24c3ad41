package dev.signalman.feature.jobs;

import dev.signalman.card.Button;
import dev.signalman.command.Logs;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Refusal;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.JobLog;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Result;
import dev.signalman.feature.jobs.LogCardFactory.RequestedLog;
import dev.signalman.semaphore.Semaphore;
import dev.signalman.semaphore.SemaphoreException;
import dev.signalman.subject.ResolvedSubject;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the end of a job's log, but only in channels of this organization. */
final class LogsHandler implements Handler<Logs> {
    private static final Logger LOG = LoggerFactory.getLogger(LogsHandler.class);

    private final SubjectResolver subjectResolver;
    private final Semaphore semaphore;
    private final StartFailureReader startFailures;
    private final ChannelReaders channelReaders;
    private final LogCardFactory card;

    @Inject
    LogsHandler(
            SubjectResolver subjectResolver,
            Semaphore semaphore,
            StartFailureReader startFailures,
            ChannelReaders channelReaders,
            LogCardFactory card) {
        this.subjectResolver = subjectResolver;
        this.semaphore = semaphore;
        this.startFailures = startFailures;
        this.channelReaders = channelReaders;
        this.card = card;
    }

    @Override
    public Outcome handle(Logs command, Invocation invocation) {
        var wanted = wanted(subjectResolver.find(command.subject(), invocation, Logs::new));
        // an agent's answer goes to one member alone
        if (!(invocation.origin() instanceof Origin.ByAgent) && channelReaders.mayHoldOthers(invocation.place())) {
            return Outcome.answer(card.withheld(wanted));
        }
        var output = FailureOutput.of(log(wanted));
        return Outcome.answer(card.of(wanted, output, output.trimmed() ? uploaded(wanted.jobId()) : null));
    }

    /** The artifact with the whole log; null for none, and where Semaphore lists no artifacts. */
    private @Nullable String uploaded(String jobId) {
        try {
            return semaphore.jobs().uploadedLog(jobId);
        } catch (SemaphoreException silent) {
            LOG.info("Semaphore didn't list the artifacts of job {}: {}", jobId, silent.kind());
            return null;
        }
    }

    private JobLog log(RequestedLog wanted) {
        try {
            return semaphore.jobs().log(wanted.jobId());
        } catch (SemaphoreException failure) {
            if (failure.kind() == SemaphoreException.Kind.NOT_FOUND) {
                throw none(wanted, failure.words().replaceFirst("\\.+$", ""));
            }
            throw failure;
        }
    }

    private Refusal none(RequestedLog wanted, String said) {
        var reason = startFailures.of(wanted.jobId());
        return reason.isEmpty()
                ? new Refusal("No log for " + wanted.jobName() + ". Semaphore says: " + said
                        + ". Try again in a few minutes, or open the job in Semaphore.")
                : new Refusal("No log: " + wanted.jobName() + " never started. Semaphore says: " + reason + ".");
    }

    private static RequestedLog wanted(ResolvedSubject resolvedSubject) {
        if (resolvedSubject instanceof ResolvedSubject.OfJob of) {
            var job = of.job();
            var pipelineId = job.pipelineId();
            return new RequestedLog(
                    job.id(),
                    job.name(),
                    job.projectId(),
                    pipelineId == null ? List.of() : List.of(RequestedLog.pipeline(pipelineId)));
        }
        return firstFailed(
                resolvedSubject instanceof ResolvedSubject.OfPipeline of
                        ? of.pipeline()
                        : ((ResolvedSubject.OfWorkflow) resolvedSubject).first());
    }

    private static RequestedLog firstFailed(Pipeline pipeline) {
        var jobs = PipelineJobs.of(pipeline);
        var failed = jobs.firstFailed().orElseThrow(() -> noneFailed(pipeline, jobs));
        var rebuild = Button.of("Rebuild failed", new Rebuild(Subject.pipeline(pipeline.id())))
                .primary();
        var status = RequestedLog.pipeline(pipeline.id());
        return new RequestedLog(
                failed.id(),
                failed.name(),
                pipeline.projectId(),
                pipeline.done() && pipeline.result() == Result.FAILED ? List.of(rebuild, status) : List.of(status));
    }

    private static Refusal noneFailed(Pipeline pipeline, PipelineJobs jobs) {
        List<Suggestion> others = jobs.worstFirst().stream()
                .limit(5)
                .map(job -> Suggestion.next(job.name(), new Logs(Subject.job(job.id()))))
                .toList();
        return new Refusal(
                others.isEmpty()
                        ? "No job of " + pipeline.name()
                                + " has started, so there is no log yet. Try again when one is running."
                        : "No job of " + pipeline.name() + " failed. Which log do you want to see?",
                others);
    }
}
