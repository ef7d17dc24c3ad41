package dev.signalman.feature.agenttokens;

import dev.signalman.chat.People;
import dev.signalman.dispatch.IntakeFailedException;
import dev.signalman.domain.Actor;
import dev.signalman.port.AgentAccess;
import dev.signalman.port.AgentAccess.Standing;
import dev.signalman.port.AgentAuthenticator;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds whose token it is, and whether their agents may ask now. */
final class AgentTokenAuthenticator implements AgentAuthenticator {
    private static final Proof NONE = new Proof(Standing.REFUSED, null);

    private final AgentTokenStore tokens;
    private final AgentAccess access;
    private final People people;

    @Inject
    AgentTokenAuthenticator(AgentTokenStore tokens, AgentAccess access, People people) {
        this.tokens = tokens;
        this.access = access;
        this.people = people;
    }

    @Override
    public boolean open() {
        return access.open();
    }

    @Override
    public Proof prove(String token) {
        var text = new TokenText(token);
        if (!text.wellFormed()) {
            return NONE;
        }
        try {
            var found = tokens.withHash(text.hash());
            var proof = proof(found);
            if (proof.agent() != null) {
                found.ifPresent(tokens::used);
            }
            return proof;
        } catch (RuntimeException away) {
            throw new IntakeFailedException(away);
        }
    }

    @Override
    public Proof proveAgain(String tokenId) {
        return proof(tokens.withId(tokenId));
    }

    private Proof proof(Optional<AgentToken> found) {
        if (found.isEmpty()) {
            return NONE;
        }
        var token = found.get();
        var standing = access.of(token.owner());
        if (standing != Standing.ADMITTED) {
            return new Proof(standing, null);
        }
        var owner = new Actor(token.owner(), people.nameOf(token.owner()), null).through(token.name());
        return new Proof(standing, new Agent(token.id(), owner));
    }
}
