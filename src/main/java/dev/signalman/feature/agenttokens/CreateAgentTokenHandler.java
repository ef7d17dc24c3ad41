package dev.signalman.feature.agenttokens;

import dev.signalman.card.TextCard;
import dev.signalman.command.CreateAgentToken;
import dev.signalman.command.Refusal;
import dev.signalman.command.RevokeAgentToken;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.ActMutex;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.port.AgentAccess;
import jakarta.inject.Inject;
import java.util.List;

/** Gives a person a token for an agent, if their agents may ask. */
final class CreateAgentTokenHandler implements Handler<CreateAgentToken> {
    private static final int MOST = 20;

    private final AgentAccess access;
    private final AgentTokenStore tokens;

    @Inject
    CreateAgentTokenHandler(AgentAccess access, AgentTokenStore tokens) {
        this.access = access;
        this.tokens = tokens;
    }

    @Override
    public Outcome handle(CreateAgentToken command, Invocation invocation) {
        var owner = invocation.actor().userId();
        switch (access.of(owner)) {
            case ADMITTED -> {}
            case REFUSED ->
                throw new Refusal(
                        access.open()
                                ? "Your agents can't use Signalman. Ask your Signalman admin to add you under "
                                        + "access.ask_by_agent in signalman.yml."
                                : "Agents can't use Signalman yet. Ask your Signalman admin to list people or user "
                                        + "groups under access in signalman.yml, for example access: {ask_by_agent: [S0123ABCD]}.");
            case UNKNOWN ->
                throw new Refusal(
                        "Slack didn't confirm that your agents can use Signalman. Try again in a few minutes.");
        }
        var has = tokens.of(owner);
        if (tokens.of(owner, command.name()).isPresent()) {
            throw new Refusal(
                    "You already have a token for " + command.name()
                            + ", and it was shown only once. If you lost it, revoke it and create another one.",
                    List.of(Suggestion.next("Revoke " + command.name(), new RevokeAgentToken(command.name()))));
        }
        if (has.size() >= MOST) {
            throw new Refusal("You have " + has.size() + " tokens for agents, which is the limit. Revoke one that you "
                    + "no longer use: /semaphore agent-token.");
        }
        return Outcome.act(
                command,
                new ActMutex(
                        "agent tokens of " + owner,
                        TextCard.of("Another token of yours is being created. Nothing was changed. Try again in a "
                                + "moment.")));
    }
}
