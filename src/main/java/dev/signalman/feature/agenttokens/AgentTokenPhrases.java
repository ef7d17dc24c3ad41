package dev.signalman.feature.agenttokens;

import dev.signalman.card.Button;
import dev.signalman.card.Symbol;
import dev.signalman.card.Text;
import dev.signalman.command.RevokeAgentToken;
import dev.signalman.domain.DurationPhrases;
import java.time.Duration;
import java.time.Instant;

/** Phrases about tokens for agents. */
final class AgentTokenPhrases {
    private AgentTokenPhrases() {}

    /** A token in one line. */
    static Text line(AgentToken token, Instant now) {
        var used = token.used();
        return Text.empty()
                .symbol(Symbol.AGENT)
                .bold(token.name())
                .plain("  ·  created " + DurationPhrases.ago(Duration.between(token.created(), now))
                        + (used == null
                                ? ", never used"
                                : ", last asked " + DurationPhrases.ago(Duration.between(used, now))));
    }

    static Button revoke(AgentToken token) {
        return Button.of("Revoke", new RevokeAgentToken(token.name()))
                .danger()
                .asking(
                        "Revoke the token for " + token.name() + "?",
                        "The agent can't ask any more, at once. To let it ask again, create another token.",
                        "Revoke",
                        "Cancel");
    }
}
