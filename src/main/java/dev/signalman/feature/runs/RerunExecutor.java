package dev.signalman.feature.runs;

import dev.signalman.command.Observe;
import dev.signalman.command.Refresh;
import dev.signalman.command.Rerun;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;

/** Reruns a workflow. Semaphore returns the same ids for the same token, so repeating the call is harmless. */
final class RerunExecutor implements ActExecutor<Rerun> {
    private final Semaphore semaphore;

    @Inject
    RerunExecutor(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    @Override
    public ActResult carry(Rerun pinned, Act act) {
        var id = ((Subject.Id) pinned.subject()).id();
        var first = semaphore.workflows().describe(id).initialPipelineId();
        var started = semaphore.workflows().rerun(id, act.token());
        return ActResult.done(
                "Started anew",
                FollowUp.now(
                        new Observe(
                                started.pipelineId(),
                                null,
                                "Rerun by " + act.actor().name(),
                                0),
                        act.place()),
                FollowUp.now(new Refresh(first), act.place()));
    }

    @Override
    public ProbeResult lookFor(Rerun pinned, Act act) {
        return new ProbeResult.MayBeRepeated("Semaphore did not say whether it started the workflow anew.");
    }
}
