package dev.signalman.feature.runs;

import dev.signalman.card.TextCard;
import dev.signalman.command.Stop;
import dev.signalman.command.Subject;
import dev.signalman.command.SubjectKind;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Delivery;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.dispatch.Wake;
import dev.signalman.domain.Pipeline;
import dev.signalman.port.PipelineStartNotes;
import dev.signalman.semaphore.Pipelines;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Stops a job, a pipeline or a workflow. Repeating the call has no further effect. */
final class StopExecutor implements ActExecutor<Stop> {

    private final Semaphore semaphore;
    private final PipelineStartNotes startNotes;

    @Inject
    StopExecutor(Semaphore semaphore, PipelineStartNotes startNotes) {
        this.semaphore = semaphore;
        this.startNotes = startNotes;
    }

    @Override
    public ActResult carry(Stop pinned, Act act) {
        var subject = (Subject.Id) pinned.subject();
        var reason = "Stopped by " + act.actor().name();
        if (subject.noun() == SubjectKind.JOB) {
            return job(subject.id(), act);
        }
        if (subject.noun() == SubjectKind.WORKFLOW) {
            var struck = struck(subject.id(), act);
            semaphore.workflows().stop(subject.id());
            return ActResult.done("Stopped", shown(Outcome.nothing(), struck, reason, act));
        }
        semaphore.pipelines().stop(subject.id());
        return ActResult.done("Stopped", shown(Outcome.nothing(), List.of(subject.id()), reason, act));
    }

    @Override
    public ProbeResult lookFor(Stop pinned, Act act) {
        return new ProbeResult.MayBeRepeated("Semaphore didn't confirm the stop.");
    }

    /**
     * Pipelines that run, or ended after the stop was intended: after a lost answer nothing may be running any more.
     */
    private List<String> struck(String workflowId, Act act) {
        var since = act.intended().minus(Semaphore.CLOCKS_DIFFER);
        return semaphore.pipelines().list(Pipelines.Filter.ofWorkflow(workflowId), null).items().stream()
                .filter(pipeline -> !pipeline.done() || endedSince(since, pipeline))
                .map(Pipeline::id)
                .toList();
    }

    private static boolean endedSince(Instant since, Pipeline pipeline) {
        var done = pipeline.times().done();
        return done != null && !done.isBefore(since);
    }

    private ActResult job(String jobId, Act act) {
        var job = semaphore.jobs().describe(jobId);
        semaphore.jobs().stop(jobId);
        var said = new Delivery.ToPlace(
                act.place(),
                TextCard.of(
                        "Job " + job.name() + " was stopped by " + act.actor().name() + "."));
        var pipelineId = job.pipelineId();
        return ActResult.done(
                "Stopped", shown(Outcome.deliver(said), pipelineId == null ? List.of() : List.of(pipelineId), "", act));
    }

    /** The story is stored with the act, so that a card that is drawn meanwhile has it, too. */
    private Outcome shown(Outcome outcome, List<String> pipelineIds, String reason, Act act) {
        var shown = outcome;
        for (var id : pipelineIds) {
            shown = shown.waking(Wake.card(id, act.place(), reason));
            if (!reason.isEmpty()) {
                shown = shown.with(startNotes.remember(id, reason));
            }
        }
        return shown;
    }
}
