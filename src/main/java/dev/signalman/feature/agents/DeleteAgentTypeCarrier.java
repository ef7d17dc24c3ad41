package dev.signalman.feature.agents;

import dev.signalman.command.DeleteAgentType;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.Carried;
import dev.signalman.dispatch.Carrier;
import dev.signalman.dispatch.Sighting;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;

/** Deletes a type of agents. */
final class DeleteAgentTypeCarrier implements Carrier<DeleteAgentType> {
    private static final String LOST = "Semaphore did not answer, and the agent type was still there when I looked.";

    private final Semaphore semaphore;
    private final KnownAgentTypes types;

    @Inject
    DeleteAgentTypeCarrier(Semaphore semaphore, KnownAgentTypes types) {
        this.semaphore = semaphore;
        this.types = types;
    }

    @Override
    public Carried carry(DeleteAgentType pinned, Act act) {
        semaphore.agentTypes().delete(pinned.name());
        return told(pinned, act);
    }

    @Override
    public Sighting lookFor(DeleteAgentType pinned, Act act) {
        return types.find(pinned.name()).isPresent()
                ? new Sighting.MayBeRepeated(LOST)
                : new Sighting.Happened(told(pinned, act));
    }

    private static Carried told(DeleteAgentType pinned, Act act) {
        return Told.done(act, "deleted the agent type", pinned.name());
    }
}
