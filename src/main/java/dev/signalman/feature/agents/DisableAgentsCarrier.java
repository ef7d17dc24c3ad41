package dev.signalman.feature.agents;

import dev.signalman.command.DisableAgents;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Carrier;
import dev.signalman.dispatch.Sighting;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;

/** Disables agents of a type; twice does no more than once. */
final class DisableAgentsCarrier implements Carrier<DisableAgents> {
    private static final String LOST = "Semaphore did not answer, so the agents may be disabled or not.";

    private final Semaphore semaphore;

    @Inject
    DisableAgentsCarrier(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    @Override
    public Carried carry(DisableAgents pinned, Act act) {
        semaphore.agentTypes().disableAgents(pinned.name(), !pinned.all());
        return Told.done(act, pinned.all() ? "disabled all agents of" : "disabled the idle agents of", pinned.name());
    }

    @Override
    public Sighting lookFor(DisableAgents pinned, Act act) {
        return new Sighting.MayBeRepeated(LOST);
    }
}
