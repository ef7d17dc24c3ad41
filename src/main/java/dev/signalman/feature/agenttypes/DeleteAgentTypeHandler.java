package dev.signalman.feature.agenttypes;

import dev.signalman.command.DeleteAgentType;
import dev.signalman.command.Refusal;
import dev.signalman.command.ShowAgentType;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;
import java.util.List;

/** Requests the deletion of an agent type. */
final class DeleteAgentTypeHandler implements Handler<DeleteAgentType> {
    private final KnownAgentTypes types;

    @Inject
    DeleteAgentTypeHandler(KnownAgentTypes types) {
        this.types = types;
    }

    @Override
    public Outcome handle(DeleteAgentType command, Invocation invocation) {
        var type = types.named(command.name(), DeleteAgentType::new);
        if (type.agents() > 0) {
            throw new Refusal(
                    "Agent type " + type.name() + " has " + AgentTypePhrases.connected(type.agents())
                            + ". Semaphore only deletes types without agents. Disable them, wait until they're gone, then "
                            + "delete.",
                    List.of(Suggestion.next("Show agents", new ShowAgentType(type.name()))));
        }
        return Outcome.act(new DeleteAgentType(type.name()));
    }
}
