package dev.signalman.feature.runs;

import dev.signalman.command.Rebuild;
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

/**
 * Rebuilds a pipeline's failed jobs. Semaphore returns the same pipeline for the same token, so repeating the call is
 * harmless.
 */
final class RebuildExecutor implements ActExecutor<Rebuild> {
    private final Semaphore semaphore;
    private final PipelineStartNotes startNotes;
    private final BotStartedPipelines starts;

    @Inject
    RebuildExecutor(Semaphore semaphore, PipelineStartNotes startNotes, BotStartedPipelines starts) {
        this.semaphore = semaphore;
        this.startNotes = startNotes;
        this.starts = starts;
    }

    @Override
    public ActResult carry(Rebuild pinned, Act act) {
        var id = ((Subject.Id) pinned.subject()).id();
        var rebuilt = semaphore.pipelines().rebuild(id, act.token());
        var reason = "Rebuilt by " + act.actor().name();
        return ActResult.done(
                "Rebuilt",
                Outcome.nothing()
                        .with(startNotes.remember(rebuilt, reason))
                        .with(startNotes.startedBy(rebuilt, act.actor().userId()))
                        .with(starts.started(rebuilt, act))
                        .waking(Wake.card(rebuilt, act.place(), reason))
                        .waking(Wake.cards(id)));
    }

    @Override
    public ProbeResult lookFor(Rebuild pinned, Act act) {
        return new ProbeResult.MayBeRepeated("Semaphore didn't confirm the rebuild.");
    }
}
