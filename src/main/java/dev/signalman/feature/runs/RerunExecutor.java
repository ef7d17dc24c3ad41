package dev.signalman.feature.runs;

import dev.signalman.command.Rerun;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.dispatch.Wake;
import dev.signalman.port.BotStartedPipelines;
import dev.signalman.port.PipelineStartNotes;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;

/** Reruns a workflow. Semaphore returns the same ids for the same token, so repeating the call is harmless. */
final class RerunExecutor implements ActExecutor<Rerun> {
    private final Semaphore semaphore;
    private final PipelineStartNotes startNotes;
    private final BotStartedPipelines starts;

    @Inject
    RerunExecutor(Semaphore semaphore, PipelineStartNotes startNotes, BotStartedPipelines starts) {
        this.semaphore = semaphore;
        this.startNotes = startNotes;
        this.starts = starts;
    }

    @Override
    public ActResult carry(Rerun pinned, Act act) {
        var id = ((Subject.Id) pinned.subject()).id();
        var first = semaphore.workflows().describe(id).initialPipelineId();
        var started = semaphore.workflows().rerun(id, act.token());
        var reason = "Rerun by " + act.actor().name();
        return ActResult.done(
                "Rerun",
                Outcome.nothing()
                        .with(startNotes.remember(started.pipelineId(), reason))
                        .with(startNotes.startedBy(
                                started.pipelineId(), act.actor().userId()))
                        .with(starts.started(started.pipelineId(), act))
                        .waking(Wake.card(started.pipelineId(), act.place(), reason))
                        .waking(Wake.cards(first)));
    }

    @Override
    public ProbeResult lookFor(Rerun pinned, Act act) {
        return new ProbeResult.MayBeRepeated("Semaphore didn't confirm the rerun.");
    }
}
