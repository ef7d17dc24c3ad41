package dev.signalman.feature.agenttokens;

import dev.signalman.card.Button;
import dev.signalman.card.CardActions;
import dev.signalman.card.ListCard;
import dev.signalman.card.Text;
import dev.signalman.card.TextCard;
import dev.signalman.command.ListAgentTokens;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Lists a person's tokens for agents. */
final class ListAgentTokensHandler implements Handler<ListAgentTokens> {
    private final AgentTokenStore tokens;
    private final InstantSource clock;

    @Inject
    ListAgentTokensHandler(AgentTokenStore tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Outcome handle(ListAgentTokens command, Invocation invocation) {
        var own = tokens.of(invocation.actor().userId());
        if (own.isEmpty()) {
            return Outcome.answer(
                    TextCard.of("You have no tokens for agents. Try /semaphore agent-token create release-agent."));
        }
        var now = clock.instant();
        return Outcome.answer(new ListCard(
                own.size() == 1 ? "You have a token for 1 agent." : "You have tokens for " + own.size() + " agents.",
                Text.empty().bold("Your agents"),
                own.stream().map(token -> AgentTokenPhrases.line(token, now)).toList(),
                "They ask in your name, and never decide.",
                CardActions.of(own.stream()
                        .map(token -> named(AgentTokenPhrases.revoke(token), token))
                        .toList())));
    }

    private static Button named(Button button, AgentToken token) {
        return new Button(button.label() + " " + token.name(), button.command(), button.style(), button.confirm());
    }
}
