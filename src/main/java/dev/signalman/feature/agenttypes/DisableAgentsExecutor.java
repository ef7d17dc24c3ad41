package dev.signalman.feature.agenttypes;

import dev.signalman.command.DisableAgents;
import dev.signalman.dispatch.Act;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.ActResult;
import dev.signalman.dispatch.ProbeResult;
import dev.signalman.semaphore.Semaphore;
import jakarta.inject.Inject;

/** Disables a type's agents; repeating it has no further effect. */
final class DisableAgentsExecutor implements ActExecutor<DisableAgents> {
    private static final String LOST = "Semaphore didn't answer. The agents may or may not be disabled.";

    private final Semaphore semaphore;

    @Inject
    DisableAgentsExecutor(Semaphore semaphore) {
        this.semaphore = semaphore;
    }

    @Override
    public ActResult carry(DisableAgents pinned, Act act) {
        semaphore.agentTypes().disableAgents(pinned.name(), !pinned.all());
        return AgentTypeActMessage.done(
                act, pinned.all() ? "disabled all agents of" : "disabled the idle agents of", pinned.name());
    }

    @Override
    public ProbeResult lookFor(DisableAgents pinned, Act act) {
        return new ProbeResult.MayBeRepeated(LOST);
    }
}
