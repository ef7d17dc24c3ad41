package dev.signalman.feature.agenttokens;

import dev.signalman.card.TextCard;
import dev.signalman.command.ListAgentTokens;
import dev.signalman.command.Refusal;
import dev.signalman.command.RevokeAgentToken;
import dev.signalman.command.Suggestion;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import dev.signalman.dispatch.Wake;
import jakarta.inject.Inject;
import java.util.List;

/** Revokes one of the person's own tokens; it works wherever agents may not ask, too. */
final class RevokeAgentTokenHandler implements Handler<RevokeAgentToken> {
    private final AgentTokenStore tokens;

    @Inject
    RevokeAgentTokenHandler(AgentTokenStore tokens) {
        this.tokens = tokens;
    }

    @Override
    public Outcome handle(RevokeAgentToken command, Invocation invocation) {
        var owner = invocation.actor().userId();
        var token = tokens.of(owner, command.name())
                .orElseThrow(() -> new Refusal(
                        "You have no token for that agent. Nothing was changed.",
                        List.of(Suggestion.next("Your agents", new ListAgentTokens()))));
        return Outcome.answer(TextCard.of("The token for " + token.name()
                        + " is revoked, so it can't ask any more. Requests that it opened stay open; withdraw them if you "
                        + "want to."))
                .with(tokens.revoking(token))
                .waking(Wake.homeTab(owner));
    }
}
