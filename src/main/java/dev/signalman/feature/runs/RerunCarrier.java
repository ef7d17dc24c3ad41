package dev.signalman.feature.runs;

import dev.signalman.command.Observe;
import dev.signalman.command.Refresh;
import dev.signalman.command.Rerun;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Carrier;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Sighting;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;

/** Starts a workflow anew; Semaphore gives the same ids again for the same token, so asking twice is harmless. */
final class RerunCarrier implements Carrier<Rerun> {
    private final Semaphore semaphore;

    @Inject
    RerunCarrier(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    @Override
    public Carried carry(Rerun pinned, Act act) {
        var id = ((Subject.Id) pinned.subject()).id();
        var first = semaphore.workflows().describe(id).initialPipelineId();
        var started = semaphore.workflows().rerun(id, act.token());
        return Carried.done(
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
    public Sighting lookFor(Rerun pinned, Act act) {
        return new Sighting.MayBeRepeated("Semaphore did not say whether it started the workflow anew.");
    }
}
