package dev.signalman.feature.runs;

import dev.signalman.command.Rebuild;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.dispatch.Wake;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;

/**
 * Rebuilds a pipeline's failed jobs. Semaphore returns the same pipeline for the same token, so repeating the call is
 * harmless.
 */
final class RebuildExecutor implements ActExecutor<Rebuild> {
    private final Semaphore semaphore;

    @Inject
    RebuildExecutor(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    @Override
    public ActResult carry(Rebuild pinned, Act act) {
        var id = ((Subject.Id) pinned.subject()).id();
        var rebuilt = semaphore.pipelines().rebuild(id, act.token());
        return ActResult.done(
                "Rebuilt",
                Outcome.nothing()
                        .waking(Wake.card(
                                rebuilt,
                                act.place(),
                                "Rebuilt by " + act.actor().name()))
                        .waking(Wake.cards(id)));
    }

    @Override
    public ProbeResult lookFor(Rebuild pinned, Act act) {
        return new ProbeResult.MayBeRepeated("Semaphore did not say whether it rebuilt the pipeline.");
    }
}
