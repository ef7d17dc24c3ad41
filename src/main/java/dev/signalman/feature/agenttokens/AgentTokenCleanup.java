package dev.signalman.feature.agenttokens;

import dev.signalman.chat.People;
import dev.signalman.domain.Person.Standing;
import dev.signalman.port.Chore;
import jakarta.inject.Inject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Revokes the tokens of people whose Slack account was deactivated. Until then nobody admits them either. */
final class AgentTokenCleanup implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(AgentTokenCleanup.class);

    private final AgentTokenStore tokens;
    private final People people;

    @Inject
    AgentTokenCleanup(AgentTokenStore tokens, People people) {
        this.tokens = tokens;
        this.people = people;
    }

    @Override
    public String name() {
        return "agent-tokens-of-leavers";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        for (var token : tokens.all()) {
            if (people.find(token.owner()).standing() == Standing.DEACTIVATED) {
                tokens.revoke(token);
                LOG.info("Revoked the agent token of a deactivated person: {}", token.id());
            }
        }
    }
}
