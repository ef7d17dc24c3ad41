package dev.signalman.feature.runs;

import dev.signalman.command.Observe;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Refresh;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.ProbeResult;
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
                FollowUp.now(
                        new Observe(rebuilt, null, "Rebuilt by " + act.actor().name(), 0), act.place()),
                FollowUp.now(new Refresh(id), act.place()));
    }

    @Override
    public ProbeResult lookFor(Rebuild pinned, Act act) {
        return new ProbeResult.MayBeRepeated("Semaphore did not say whether it rebuilt the pipeline.");
    }
}
