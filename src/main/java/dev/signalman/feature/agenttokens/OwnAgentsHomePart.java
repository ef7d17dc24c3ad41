package dev.signalman.feature.agenttokens;

import dev.signalman.card.CardActions;
import dev.signalman.card.HomeCard;
import dev.signalman.card.Text;
import dev.signalman.port.HomePart;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/** Lists, on the home tab, the agents that ask for the person. */
final class OwnAgentsHomePart implements HomePart {
    private final AgentTokenStore tokens;
    private final InstantSource clock;

    @Inject
    OwnAgentsHomePart(AgentTokenStore tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Shelf shelf() {
        return Shelf.AGENTS;
    }

    @Override
    public Optional<Shown> of(String userId) {
        var now = clock.instant();
        var entries = tokens.of(userId).stream()
                .map(token -> new HomeCard.Entry(
                        AgentTokenPhrases.line(token, now), CardActions.of(AgentTokenPhrases.revoke(token))))
                .toList();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown(
                        entries.size() == 1
                                ? "1 agent can ask in your name."
                                : entries.size() + " agents can ask in your name.",
                        new HomeCard.Part(Text.empty().bold("Your agents"), entries, "")));
    }
}
