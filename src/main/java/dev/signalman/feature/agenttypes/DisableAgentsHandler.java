package dev.signalman.feature.agenttypes;

import dev.signalman.card.TextCard;
import dev.signalman.command.DisableAgents;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Requests that a type's agents be disabled, if it has any. */
final class DisableAgentsHandler implements Handler<DisableAgents> {
    private final KnownAgentTypes types;

    @Inject
    DisableAgentsHandler(KnownAgentTypes types) {
        this.types = types;
    }

    @Override
    public Outcome handle(DisableAgents command, Invocation invocation) {
        var type = types.named(command.name(), name -> new DisableAgents(name, command.all()));
        return type.agents() == 0
                ? Outcome.answer(
                        TextCard.of("Agent type " + type.name() + " has no connected agents. Nothing was changed."))
                : Outcome.act(new DisableAgents(type.name(), command.all()));
    }
}
