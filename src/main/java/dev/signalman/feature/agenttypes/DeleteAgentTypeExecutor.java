package dev.signalman.feature.agenttypes;

import dev.signalman.command.DeleteAgentType;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;

/** Deletes an agent type. */
final class DeleteAgentTypeExecutor implements ActExecutor<DeleteAgentType> {
    private static final String LOST = "Semaphore didn't answer, and the agent type still exists.";

    private final Semaphore semaphore;
    private final KnownAgentTypes types;

    @Inject
    DeleteAgentTypeExecutor(Semaphore semaphore, KnownAgentTypes types) {
        this.semaphore = semaphore;
        this.types = types;
    }

    @Override
    public ActResult carry(DeleteAgentType pinned, Act act) {
        semaphore.agentTypes().delete(pinned.name());
        return told(pinned, act);
    }

    @Override
    public ProbeResult lookFor(DeleteAgentType pinned, Act act) {
        return types.find(pinned.name()).isPresent()
                ? new ProbeResult.MayBeRepeated(LOST)
                : new ProbeResult.Happened(told(pinned, act));
    }

    private static ActResult told(DeleteAgentType pinned, Act act) {
        return AgentTypeActMessage.done(act, "deleted the agent type", pinned.name());
    }
}
