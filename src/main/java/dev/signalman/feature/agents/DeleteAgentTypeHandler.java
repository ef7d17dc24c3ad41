package dev.signalman.feature.agents;

import dev.signalman.command.DeleteAgentType;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Has a type of agents deleted. */
final class DeleteAgentTypeHandler implements Handler<DeleteAgentType> {
    private final KnownAgentTypes types;

    @Inject
    DeleteAgentTypeHandler(KnownAgentTypes types) {
        this.types = types;
    }

    @Override
    public Outcome handle(DeleteAgentType command, Invocation invocation) {
        return Outcome.act(new DeleteAgentType(
                types.named(command.name(), DeleteAgentType::new).name()));
    }
}
