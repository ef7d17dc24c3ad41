package dev.signalman.feature.witness;

import dev.signalman.command.Halt;
import dev.signalman.command.Refresh;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Carrier;
import dev.signalman.dispatch.FollowUp;
import dev.signalman.dispatch.Sighting;
import dev.signalman.domain.Actor;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;

/** Stops a deploy; stopping what is stopped changes nothing, so asking twice is harmless. */
final class HaltCarrier implements Carrier<Halt> {
    private final Semaphore semaphore;

    @Inject
    HaltCarrier(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    @Override
    public Carried carry(Halt pinned, Act act) {
        semaphore.pipelines().stop(pinned.pipelineId());
        return Carried.done(
                "Stopped a deploy that started another file than the rules name",
                FollowUp.now(new Refresh(pinned.pipelineId()), act.place()));
    }

    /** Whoever promoted did not ask for it. */
    @Override
    public Actor doer(Act act) {
        return Actor.ITSELF;
    }

    @Override
    public Sighting lookFor(Halt pinned, Act act) {
        return new Sighting.MayBeRepeated("Semaphore did not say whether it stopped the deploy.");
    }
}
