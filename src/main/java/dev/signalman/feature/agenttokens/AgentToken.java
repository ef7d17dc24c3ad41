package dev.signalman.feature.agenttokens;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token with which an agent asks for its owner; only its hash is kept.
 *
 * @param id no secret
 * @param owner the Slack id of the person
 * @param name of the agent, unique among its owner's
 * @param used when it was last used, to the minute; null for never
 */
record AgentToken(
        String id,
        String owner,
        String name,
        Instant created,
        @Nullable Instant used) {}
