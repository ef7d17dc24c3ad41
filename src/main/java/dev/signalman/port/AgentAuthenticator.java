package dev.signalman.port;

import dev.signalman.domain.Actor;
import org.jspecify.annotations.Nullable;

/** The agents that ask with a token, each for its owner. */
public interface AgentAuthenticator {
    /** Whether anybody's agents may ask. */
    boolean open();

    /**
     * Whose token this is, and whether it may be used.
     *
     * @throws dev.signalman.dispatch.IntakeFailedException when the database does not answer
     */
    Proof prove(String token);

    /** Looks again, since a token may be revoked while its agent waits. */
    Proof proveAgain(String tokenId);

    /**
     * An agent, as its token proves it.
     *
     * @param actor the owner, through the agent
     */
    record Agent(String tokenId, Actor actor) {}

    /**
     * What a token proves.
     *
     * @param agent null unless it is admitted
     */
    record Proof(AgentAccess.Standing standing, @Nullable Agent agent) {}
}
