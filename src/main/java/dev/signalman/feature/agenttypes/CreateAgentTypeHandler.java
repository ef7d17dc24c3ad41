package dev.signalman.feature.agenttypes;

import dev.signalman.command.CreateAgentType;
import dev.signalman.command.Refusal;
import dev.signalman.command.ShowAgentType;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;
import java.util.List;

/** Requests a new agent type, unless one has that name. */
final class CreateAgentTypeHandler implements Handler<CreateAgentType> {
    private final KnownAgentTypes types;

    @Inject
    CreateAgentTypeHandler(KnownAgentTypes types) {
        this.types = types;
    }

    @Override
    public Outcome handle(CreateAgentType command, Invocation invocation) {
        var name = command.name();
        if (types.find(name).isPresent()) {
            throw new Refusal(
                    "Agent type \"" + name + "\" already exists. Choose another name, or open the existing one.",
                    List.of(Suggestion.next("Show " + name, new ShowAgentType(name))));
        }
        return Outcome.act(command);
    }
}
