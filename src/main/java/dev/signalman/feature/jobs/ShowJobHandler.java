package dev.signalman.feature.jobs;

import dev.signalman.card.Button;
import dev.signalman.card.Card;
import dev.signalman.card.CardActions;
import dev.signalman.card.Menu;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.Refusal;
import dev.signalman.command.ShowJob;
import dev.signalman.command.Status;
import dev.signalman.command.Subject;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.domain.BlockJob;
import dev.signalman.domain.Job;
import dev.signalman.domain.Pipeline;
import dev.signalman.domain.Result;
import dev.signalman.subject.ResolvedSubject;
import dev.signalman.subject.SubjectResolver;
import jakarta.inject.Inject;
import java.util.List;

/** Shows a job's state; for a pipeline it asks which of its jobs is meant. */
final class ShowJobHandler implements Handler<ShowJob> {
    private static final int SIDE_BY_SIDE = 5;

    private final SubjectResolver subjectResolver;
    private final StartFailureReader startFailures;
    private final JobCardFactory answer;

    @Inject
    ShowJobHandler(SubjectResolver subjectResolver, StartFailureReader startFailures, JobCardFactory answer) {
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
        return Outcome.answer(which(
                resolvedSubject instanceof ResolvedSubject.OfPipeline pipeline
                        ? pipeline.pipeline()
                        : ((ResolvedSubject.OfWorkflow) resolvedSubject).first()));
    }

    private String reason(Job job) {
        return JobPhrases.neverStarted(job) && job.result() == Result.FAILED ? startFailures.of(job.id()) : "";
    }

    /** Offers the failed jobs as buttons and the others in a menu; without failed ones, the first jobs are buttons. */
    private static Card which(Pipeline pipeline) {
        var jobs = PipelineJobs.of(pipeline).worstFirst();
        var about = pipeline.name() + " on " + pipeline.ref().spoken();
        if (jobs.isEmpty()) {
            throw new Refusal(
                    "No job of " + about + " has started yet. Try again in a moment.",
                    List.of(Suggestion.next("Status", new Status(Subject.pipeline(pipeline.id())))));
        }
        int failed = (int) jobs.stream().filter(BlockJob::failed).count();
        int buttons = Math.min(SIDE_BY_SIDE, failed == 0 ? jobs.size() : failed);
        var question = "Which job of " + about + "?"
                + (failed == 0 ? "" : failed == 1 ? " 1 failed." : " " + failed + " failed.");
        var others = buttons(jobs.subList(buttons, jobs.size()));
        return new TextCard(
                question,
                List.of(Text.of(question)),
                List.of(),
                new CardActions(
                        buttons(jobs.subList(0, buttons)), others.isEmpty() ? null : new Menu("Other jobs", others)));
    }

    private static List<Button> buttons(List<BlockJob> jobs) {
        return jobs.stream()
                .map(job -> Button.of(job.name(), new ShowJob(Subject.job(job.id()))))
                .toList();
    }
}
