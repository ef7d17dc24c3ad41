package dev.signalman.feature.runs;

import dev.signalman.command.Observe;
import dev.signalman.command.Rebuild;
import dev.signalman.command.Refresh;
import dev.signalman.command.Subject;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Carrier;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Sighting;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;

/** Repeats failed jobs; Semaphore gives the same pipeline again for the same token, so asking twice is harmless. */
final class RebuildCarrier implements Carrier<Rebuild> {
    private final Semaphore semaphore;

    @Inject
    RebuildCarrier(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    @Override
    public Carried carry(Rebuild pinned, Act act) {
        var id = ((Subject.Id) pinned.subject()).id();
        var rebuilt = semaphore.pipelines().rebuild(id, act.token());
        return Carried.done(
                "Rebuilt",
                FollowUp.now(
                        new Observe(rebuilt, null, "Rebuilt by " + act.actor().name(), 0), act.place()),
                FollowUp.now(new Refresh(id), act.place()));
    }

    @Override
    public Sighting lookFor(Rebuild pinned, Act act) {
        return new Sighting.MayBeRepeated("Semaphore did not say whether it rebuilt the pipeline.");
    }
}
